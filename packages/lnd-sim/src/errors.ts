import type { LndErrorCode } from "./errors/error-row.ts";
import { lightningErrors } from "./errors/lightning-errors.ts";
import { macaroonErrors } from "./errors/macaroon-errors.ts";
import { paymentRequestErrors } from "./errors/payment-request-errors.ts";
import { rpcErrors } from "./errors/rpc-errors.ts";
import { seedErrors } from "./errors/seed-errors.ts";

export { configTexts } from "./errors/config-texts.ts";
export type { ErrorRow, LndErrorCode } from "./errors/error-row.ts";
export { flagTexts } from "./errors/flag-texts.ts";
export { macaroonReasons } from "./errors/macaroon-errors.ts";
export { startupTexts } from "./errors/startup-texts.ts";

/**
 * Every refusal of a call, as clients see it: they match on code and text, so a text stands here and nowhere else.
 * Where a text was observed is said in the parts that this table is made of.
 */
export const lndErrors = {
  ...rpcErrors,
  ...macaroonErrors,
  ...seedErrors,
  ...paymentRequestErrors,
  ...lightningErrors,
} as const;

/** A row of the table of refusals. */
export type LndErrorName = keyof typeof lndErrors;

/** What a row's text is about: nothing, or what is filled in. */
export type LndErrorAbout<N extends LndErrorName> = Parameters<(typeof lndErrors)[N]["text"]>;

/** A refusal of a call: `new LndError("walletLocked")`, `new LndError("expectedOneMacaroon", 0)`. */
export class LndError<N extends LndErrorName = LndErrorName> extends Error {
  override readonly name = "LndError";
  readonly code: LndErrorCode;
  /** Which row of the table this is, for code that decides by it. */
  readonly reason: LndErrorName;

  constructor(reason: N, ...about: LndErrorAbout<N>) {
    const text = lndErrors[reason].text as (...about: LndErrorAbout<N>) => string;
    super(text(...about));
    this.code = lndErrors[reason].code;
    this.reason = reason;
  }
}
