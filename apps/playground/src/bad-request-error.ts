/** A body that says nothing that can be done: 400. The message says what can. */
export class BadRequestError extends Error {
  override readonly name = "BadRequestError";
}
