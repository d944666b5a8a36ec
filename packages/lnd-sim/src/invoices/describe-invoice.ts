import type * as lnd from "@leaderlab/proto/lnd";
import { writeAddress } from "../chain/address.ts";
import type { NetworkParams } from "../chain/network-params.ts";
import { describeFeatures } from "../features.ts";
import { decodePaymentRequest } from "../payment-request/decode-payment-request.ts";
import type { InvoiceHtlc, InvoiceRecord } from "./invoice-record.ts";
import { describeRouteHints } from "./route-hints.ts";

/** An invoice as lnd shows it. Mirrors: lnd invoicesrpc.CreateRPCInvoice. */
export function describeInvoice(invoice: InvoiceRecord, network: NetworkParams): lnd.InvoiceInput {
  const { name, requestPrefix: prefix } = network;
  const request = decodePaymentRequest(invoice.paymentRequest, { name, prefix });
  const routeHints = describeRouteHints(request.routeHints);
  const paidMsat = BigInt(invoice.amountPaidMsat);
  return {
    memo: invoice.memo,
    r_preimage: Buffer.from(invoice.preimage, "hex"),
    r_hash: Buffer.from(invoice.hash, "hex"),
    value: String(BigInt(invoice.valueMsat) / 1000n),
    value_msat: invoice.valueMsat,
    settled: invoice.state === "SETTLED",
    creation_date: Math.floor(invoice.createdUnixMs / 1000),
    settle_date: invoice.settledUnix,
    payment_request: invoice.paymentRequest,
    description_hash: request.descriptionHash ?? Buffer.alloc(0),
    expiry: invoice.expirySeconds,
    fallback_addr: request.fallback === undefined ? "" : writeAddress(request.fallback, network),
    cltv_expiry: invoice.finalCltvDelta,
    route_hints: routeHints,
    private: routeHints.length > 0,
    add_index: invoice.addIndex,
    settle_index: invoice.settleIndex,
    amt_paid: invoice.amountPaidMsat,
    amt_paid_sat: String(paidMsat / 1000n),
    amt_paid_msat: invoice.amountPaidMsat,
    state: invoice.state,
    htlcs: invoice.htlcs.map((htlc) => describeHtlc(htlc, invoice)),
    features: describeFeatures(invoice.features),
    payment_addr: Buffer.from(invoice.paymentAddr, "hex"),
    is_amp: invoice.features.includes(30),
  };
}

function describeHtlc(htlc: InvoiceHtlc, invoice: InvoiceRecord): lnd.InvoiceHTLCInput {
  return {
    chan_id: htlc.chanId,
    htlc_index: htlc.htlcIndex,
    amt_msat: htlc.amountMsat,
    accept_height: htlc.acceptHeight,
    accept_time: htlc.acceptUnix,
    resolve_time: htlc.resolveUnix,
    expiry_height: htlc.expiryHeight,
    state: htlc.state,
    mpp_total_amt_msat: invoice.amountPaidMsat,
  };
}
