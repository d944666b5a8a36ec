import { goTrimSpace } from "@leaderlab/golang";
import { hexOf } from "../argument.ts";
import type { FlagValues } from "../flag.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import type { VerbCall } from "../verb.ts";

/** The payment request that `--pay_req` or the first argument gives. Throws LncliError. */
export function paymentRequestOf({ flags, rest }: Pick<VerbCall, "flags" | "rest">): string {
  const text = flags.isSet("pay_req") ? flags.string("pay_req") : rest[0];
  if (text === undefined) throw new LncliError(lncliTexts.missing("pay_req"));
  return withoutScheme(text);
}

/** Without the `lightning:` that is copied along from elsewhere. Mirrors: lncli StripPrefix. */
export function withoutScheme(text: string): string {
  const scheme = "lightning:";
  return goTrimSpace(text.startsWith(scheme) ? text.slice(scheme.length) : text);
}

/** The payment address of `--pay_addr` or of an argument; it may be left out. Throws LncliError. */
export function paymentAddressOf(flags: FlagValues, argument = ""): Buffer {
  const address = hexOf(flags.isSet("pay_addr") ? flags.string("pay_addr") : argument);
  if (address.length === 0 || address.length === 32) return address;
  throw new LncliError(lncliTexts.paymentAddrLength(address.length));
}
