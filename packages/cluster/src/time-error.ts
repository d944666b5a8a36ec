/** Time that cannot be steered like that, here or now. The message says why. */
export class TimeError extends Error {
  override readonly name = "TimeError";
}
