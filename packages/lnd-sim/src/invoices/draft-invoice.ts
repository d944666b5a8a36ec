import { createHash } from "node:crypto";
import type { Clock, Random } from "@leaderlab/clock";
import type * as lnd from "@leaderlab/proto/lnd";
import { type ReadAddress, readAddress } from "../chain/address.ts";
import type { NetworkParams } from "../chain/network-params.ts";
import { LndError } from "../errors.ts";
import { ampInvoiceFeatures, invoiceFeatures } from "../features.ts";
import type { NodeKeys } from "../node-keys.ts";
import { encodePaymentRequest } from "../payment-request/encode-payment-request.ts";
import { maxRequestLength, type PaymentRequest } from "../payment-request/payment-request.ts";
import type { NewInvoice } from "./invoice-record.ts";
import {
  amountOf,
  checkInvoiceAmount,
  cltvDeltaOf,
  expiryOf,
  invoiceLimits,
} from "./invoice-terms.ts";
import { readRouteHints } from "./route-hints.ts";

/** What invoices are made with. */
export interface InvoiceMaker {
  readonly keys: NodeKeys;
  readonly network: NetworkParams;
  readonly clock: Pick<Clock, "unixNow">;
  readonly random: Pick<Random, "nextBytes">;
}

/** What a caller wants of an invoice, whichever call it came by. */
export type InvoiceWishes = Pick<
  lnd.Invoice,
  | "memo"
  | "value"
  | "value_msat"
  | "description_hash"
  | "expiry"
  | "fallback_addr"
  | "cltv_expiry"
  | "route_hints"
> & { readonly is_amp: boolean; readonly is_blinded: boolean };

/** The invoice's secret: a preimage, or the hash of one that only somebody else knows. */
export type InvoiceSecret =
  | { readonly kind: "preimage"; readonly preimage: Buffer }
  | { readonly kind: "hash"; readonly hash: Buffer };

/** A preimage, which is 32 bytes. Throws LndError. */
export function readPreimage(bytes: Buffer): Buffer {
  if (bytes.length !== 32) throw new LndError("preimageLength", bytes.length);
  return bytes;
}

/** A new invoice with its payment request. Throws LndError. Mirrors: lnd invoicesrpc.AddInvoice, its order of checks. */
export function draftInvoice(
  wishes: InvoiceWishes,
  readSecret: () => InvoiceSecret | undefined,
  maker: InvoiceMaker,
): NewInvoice {
  const valueMsat = amountOf(wishes.value, wishes.value_msat);
  const routeHints = readRouteHints(wishes.route_hints);
  const secret = readSecret();
  checkSecret(wishes, secret);
  const terms = checkTerms(wishes, valueMsat, maker.network);
  if (routeHints.length > invoiceLimits.routeHints) {
    throw new LndError("tooManyHints", invoiceLimits.routeHints);
  }
  if (routeHints.some((hops) => hops.length === 0)) throw new LndError("emptyRouteHops");
  if (wishes.is_blinded) throw new LndError("noBlindedRoutes");
  if (terms.fallback?.kind === "publicKey") throw new LndError("fallbackType");
  const preimage = preimageOf(wishes, secret, maker);
  const hash =
    secret?.kind === "hash" ? secret.hash : createHash("sha256").update(preimage).digest();
  const createdUnixMs = maker.clock.unixNow();
  const paymentAddr = Buffer.from(maker.random.nextBytes(32));
  const features = wishes.is_amp ? ampInvoiceFeatures : invoiceFeatures;
  const request: PaymentRequest = {
    networkPrefix: maker.network.requestPrefix,
    ...(valueMsat > 0n && { amountMsat: valueMsat }),
    timestampUnix: Math.floor(createdUnixMs / 1000),
    paymentHash: hash,
    paymentAddr,
    ...(wishes.description_hash.length > 0
      ? { descriptionHash: wishes.description_hash }
      : { description: wishes.memo }),
    expirySeconds: terms.expirySeconds,
    minFinalCltvDelta: terms.cltvDelta,
    ...(terms.fallback !== undefined && { fallback: terms.fallback.address }),
    routeHints,
    features,
  };
  const paymentRequest = encodePaymentRequest(request, maker.keys.sign);
  if (paymentRequest.length > maxRequestLength) throw new LndError("requestTooLarge");
  return {
    settleIndex: 0,
    hash: hash.toString("hex"),
    // An AMP invoice's preimages come with its payments.
    preimage: secret?.kind === "hash" || wishes.is_amp ? "" : preimage.toString("hex"),
    paymentAddr: paymentAddr.toString("hex"),
    paymentRequest,
    memo: wishes.memo,
    valueMsat: String(valueMsat),
    amountPaidMsat: "0",
    createdUnixMs,
    settledUnix: 0,
    expirySeconds: terms.expirySeconds,
    finalCltvDelta: terms.cltvDelta,
    features: [...features],
    isHold: secret?.kind === "hash",
    state: "OPEN",
    htlcs: [],
  };
}

function checkSecret(wishes: InvoiceWishes, secret: InvoiceSecret | undefined): void {
  if (wishes.is_amp && wishes.is_blinded) throw new LndError("blindedAmp");
  if (wishes.is_amp && secret?.kind === "preimage") throw new LndError("preimageOnAmp");
}

function preimageOf(
  wishes: InvoiceWishes,
  secret: InvoiceSecret | undefined,
  { random }: InvoiceMaker,
): Buffer {
  if (secret?.kind === "preimage" && !wishes.is_amp) return secret.preimage;
  return Buffer.from(random.nextBytes(32));
}

function checkTerms(wishes: InvoiceWishes, valueMsat: bigint, network: NetworkParams) {
  const memoBytes = Buffer.byteLength(wishes.memo);
  if (memoBytes > invoiceLimits.memoBytes) {
    throw new LndError("memoTooLarge", memoBytes, invoiceLimits.memoBytes);
  }
  const described = wishes.description_hash.length;
  if (described !== 0 && described !== 32) throw new LndError("descriptionHashLength", described);
  checkInvoiceAmount(valueMsat);
  const fallback = readFallback(wishes.fallback_addr, network);
  const expirySeconds = expiryOf(wishes.expiry, wishes.is_amp);
  return { fallback, expirySeconds, cltvDelta: cltvDeltaOf(wishes.cltv_expiry) };
}

function readFallback(text: string, network: NetworkParams): ReadAddress | undefined {
  if (text === "") return undefined;
  try {
    const read = readAddress(text, network);
    if (read.kind === "script" && !read.isForNetwork) {
      throw new LndError("fallbackOtherNetwork", network.name);
    }
    return read;
  } catch (error) {
    if (!(error instanceof LndError) || error.reason === "fallbackOtherNetwork") throw error;
    throw new LndError("invalidFallbackAddress", error.message);
  }
}
