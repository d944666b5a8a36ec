/**
 * The gRPC codes of refusals. lnd returns plain Go errors, which gRPC turns into UNKNOWN; its REST proxy answers those
 * with 500. UNIMPLEMENTED is for what this simulation leaves out.
 */
export type LndErrorCode = "UNKNOWN" | "UNIMPLEMENTED";

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
