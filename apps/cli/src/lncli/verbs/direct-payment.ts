import { createHash } from "node:crypto";
import type * as lnd from "@leaderlab/proto/lnd";
import type { routerrpc } from "@leaderlab/proto/lnd";
import { hexOf, integerOf } from "../argument.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import type { VerbCall } from "../verb.ts";
import { paymentAddressOf } from "./payment-request.ts";

/** The record in which keysend hands the preimage over. */
const keysendRecord = "5482373484";

/**
 * A payment to a node, without a payment request: each part from its flag, or else from the next argument. Throws
 * LncliError. Mirrors: lncli SendPayment.
 */
export function directPayment(call: VerbCall): routerrpc.SendPaymentRequestInput {
  const { flags } = call;
  const rest = [...call.rest];
  const destination = flags.isSet("dest") ? flags.string("dest") : rest.shift();
  if (destination === undefined) throw new LncliError(lncliTexts.destinationMissing);
  const dest = hexOf(destination);
  if (dest.length !== 33) throw new LncliError(lncliTexts.destinationLength(dest.length));
  const amt = flags.isSet("amt") ? flags.integer("amt") : amountOf(rest.shift());
  const { payment_hash, dest_custom_records } = hashOf(call, rest);
  const delta = flags.isSet("final_cltv_delta")
    ? flags.integer("final_cltv_delta")
    : integerOf(rest.shift() ?? "0");
  const payment_addr = paymentAddressOf(flags, rest[0]);
  return {
    dest,
    amt: String(amt),
    payment_hash,
    payment_addr,
    final_cltv_delta: Number(BigInt.asIntN(32, delta)),
    dest_custom_records,
    amp: flags.boolean("amp"),
    cancelable: flags.boolean("cancelable"),
    ...(flags.isSet("route_hints") && { route_hints: routeHintsOf(flags.string("route_hints")) }),
  };
}

function amountOf(text: string | undefined): bigint {
  return text === undefined ? 0n : integerOf(text, lncliTexts.undecodablePaymentAmount);
}

/** The payment's hash, and with keysend the record that brings its preimage. */
function hashOf({ flags, terminal }: VerbCall, rest: string[]) {
  const isAmp = flags.boolean("amp");
  if (flags.boolean("keysend")) {
    if (isAmp) throw new LncliError(lncliTexts.keysendAndAmp);
    if (flags.isSet("payment_hash")) throw new LncliError(lncliTexts.keysendWithHash);
    const preimage = Buffer.from(terminal.random.nextBytes(32));
    const payment_hash = createHash("sha256").update(preimage).digest();
    return { payment_hash, dest_custom_records: { [keysendRecord]: preimage } };
  }
  if (isAmp) return { payment_hash: Buffer.alloc(0), dest_custom_records: {} };
  const digits = flags.isSet("payment_hash") ? flags.string("payment_hash") : rest.shift();
  if (digits === undefined) throw new LncliError(lncliTexts.paymentHashMissing);
  const payment_hash = hexOf(digits);
  if (payment_hash.length === 32) return { payment_hash, dest_custom_records: {} };
  throw new LncliError(lncliTexts.paymentHashLength(payment_hash.length));
}

/** Mirrors: Go json.Unmarshal, in what it says of a value that is no list; what is no JSON at all is told in our words. */
function routeHintsOf(text: string): readonly lnd.RouteHintInput[] {
  let hints: unknown;
  try {
    hints = JSON.parse(text);
  } catch (error) {
    throw new LncliError(lncliTexts.invalidRouteHints((error as Error).message));
  }
  if (Array.isArray(hints)) return hints;
  if (hints === null) return [];
  const kind = typeof hints === "boolean" ? "bool" : typeof hints;
  throw new LncliError(lncliTexts.invalidRouteHints(lncliTexts.noRouteHints(kind)));
}
