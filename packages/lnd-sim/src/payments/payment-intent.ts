import type { Clock } from "@leaderlab/clock";
import type { routerrpc } from "@leaderlab/proto/lnd";
import { RpcError } from "@leaderlab/rpc";
import type { NetworkParams } from "../chain/network-params.ts";
import { LndError } from "../errors.ts";
import { amountOf } from "../invoices/invoice-terms.ts";
import {
  type DecodedRequest,
  decodePaymentRequest,
} from "../payment-request/decode-payment-request.ts";
import type { NewPayment } from "./payment-record.ts";

/** Who pays, where and when. */
export interface Payer {
  /** In hexadecimal. */
  readonly identity: string;
  readonly network: NetworkParams;
  readonly clock: Pick<Clock, "unixNow">;
}

/** `--bitcoin.timelockdelta` */
const defaultFinalCltvDelta = 80;
/** lnd's experimental accountable record, which says that nobody is. */
const firstHopRecords = { "106823": "00" };

/** What a request means to pay. Throws LndError. Mirrors: lnd routerrpc extractIntentFromSendRequest, its checks' order. */
export function readIntent(request: routerrpc.SendPaymentRequest, payer: Payer): NewPayment {
  amountOf(request.fee_limit_sat, request.fee_limit_msat);
  const amountMsat = amountOf(request.amt, request.amt_msat);
  const payment =
    request.payment_request === ""
      ? directIntent(request, amountMsat)
      : requestIntent(request, amountMsat, payer);
  if (!request.allow_self_payment && payment.destination === payer.identity) {
    throw new LndError("selfPayment");
  }
  const records = Object.entries(request.first_hop_custom_records).map(
    ([key, value]) => [key, value.toString("hex")] as const,
  );
  return {
    ...payment,
    createdUnixMs: payer.clock.unixNow(),
    firstHopRecords: { ...firstHopRecords, ...Object.fromEntries(records) },
  };
}

type Intent = Omit<NewPayment, "createdUnixMs" | "firstHopRecords">;

function requestIntent(
  request: routerrpc.SendPaymentRequest,
  amountMsat: bigint,
  { network, clock }: Payer,
): Intent {
  if (request.dest.length > 0) throw new LndError("destAndRequest");
  if (request.payment_hash.length > 0) throw new LndError("hashAndRequest");
  if (request.final_cltv_delta !== 0) throw new LndError("cltvAndRequest");
  const { name, requestPrefix: prefix } = network;
  const decoded = decodePaymentRequest(request.payment_request, { name, prefix });
  checkExpiry(decoded, clock.unixNow());
  if (decoded.paymentAddr === undefined) throw new LndError("requestWithoutAddress");
  if (decoded.amountMsat === undefined && amountMsat === 0n) {
    throw new LndError("zeroAmountUnspecified");
  }
  if (decoded.amountMsat !== undefined && amountMsat !== 0n) throw new LndError("amountSpecified");
  if (decoded.features.includes(30) || decoded.features.includes(31)) {
    if (!request.amp) throw new LndError("ampFlagMissing");
    throw notSimulated("AMP payments");
  }
  return {
    hash: decoded.paymentHash.toString("hex"),
    destination: decoded.destination.toString("hex"),
    paymentAddr: decoded.paymentAddr.toString("hex"),
    valueMsat: String(decoded.amountMsat ?? amountMsat),
    paymentRequest: request.payment_request,
    finalCltvDelta: decoded.minFinalCltvDelta,
  };
}

function directIntent(request: routerrpc.SendPaymentRequest, amountMsat: bigint): Intent {
  if (request.dest.length !== 33) throw new LndError("vertexLength", request.dest.length);
  if (amountMsat === 0n) throw new LndError("amountUnspecified");
  if (request.amp) throw notSimulated("AMP payments");
  const hash = request.payment_hash;
  if (hash.length !== 32) throw new LndError("hashLength", hash.length);
  return {
    hash: hash.toString("hex"),
    destination: request.dest.toString("hex"),
    paymentAddr: request.payment_addr.toString("hex"),
    valueMsat: String(amountMsat),
    paymentRequest: "",
    finalCltvDelta: request.final_cltv_delta || defaultFinalCltvDelta,
  };
}

function checkExpiry(request: DecodedRequest, nowUnixMs: number): void {
  const untilMs = (request.timestampUnix + request.expirySeconds) * 1000;
  if (nowUnixMs <= untilMs) return;
  const [day = "", time = ""] = new Date(untilMs).toISOString().split("T");
  throw new LndError("requestExpired", `${day} ${time.slice(0, 8)} +0000 UTC`);
}

function notSimulated(what: string): RpcError {
  return new RpcError("UNIMPLEMENTED", `leaderlab does not simulate ${what}`);
}
