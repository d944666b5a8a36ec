/** A proxy that cannot be put to the test; the message says what to do about it. */
export class ProxyProblem extends Error {
  override readonly name = "ProxyProblem";
}
