/** A file that is no bbolt database, or a damaged one. */
export class BboltError extends Error {
  override readonly name = "BboltError";
}
