/**
 * The gRPC codes of refusals. lnd returns plain Go errors, which gRPC turns into UNKNOWN; its REST proxy answers those
 * with 500. A few carry a code of their own. UNIMPLEMENTED is for what this simulation leaves out.
 */
export type LndErrorCode =
  | "UNKNOWN"
  | "NOT_FOUND"
  | "INVALID_ARGUMENT"
  | "ALREADY_EXISTS"
  | "UNAVAILABLE"
  | "UNIMPLEMENTED";

/** One refusal: its code, and its text with what it is about filled in. */
export interface ErrorRow<A extends readonly unknown[]> {
  readonly code: LndErrorCode;
  readonly text: (...about: A) => string;
}

/** A refusal that is a plain Go error in lnd. */
export function plainError<const A extends readonly unknown[] = []>(
  text: string | ((...about: A) => string),
): ErrorRow<A> {
  return { code: "UNKNOWN", text: typeof text === "string" ? () => text : text };
}

/** A refusal that has a code of its own in lnd. */
export function codedError<const A extends readonly unknown[] = []>(
  code: LndErrorCode,
  text: string | ((...about: A) => string),
): ErrorRow<A> {
  return { ...plainError<A>(text), code };
}
