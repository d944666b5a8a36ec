/** Something was asked for by a name that nothing has: 404. */
export class NotFoundError extends Error {
  override readonly name = "NotFoundError";
}
