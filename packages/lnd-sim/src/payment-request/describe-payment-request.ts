import type * as lnd from "@leaderlab/proto/lnd";
import { writeAddress } from "../chain/address.ts";
import type { NetworkParams } from "../chain/network-params.ts";
import { describeFeatures } from "../features.ts";
import { describeRouteHints } from "../invoices/route-hints.ts";
import { decodePaymentRequest } from "./decode-payment-request.ts";

/** What a payment request says, as lnd shows it. Throws LndError. Mirrors: lnd rpcserver.go DecodePayReq. */
export function describePaymentRequest(text: string, network: NetworkParams): lnd.PayReqInput {
  const { name, requestPrefix: prefix } = network;
  const request = decodePaymentRequest(text, { name, prefix });
  const amountMsat = request.amountMsat ?? 0n;
  return {
    destination: request.destination.toString("hex"),
    payment_hash: request.paymentHash.toString("hex"),
    num_satoshis: String(amountMsat / 1000n),
    timestamp: request.timestampUnix,
    expiry: request.expirySeconds,
    description: request.description ?? "",
    description_hash: request.descriptionHash?.toString("hex") ?? "",
    fallback_addr: request.fallback === undefined ? "" : writeAddress(request.fallback, network),
    cltv_expiry: request.minFinalCltvDelta,
    route_hints: describeRouteHints(request.routeHints),
    payment_addr: request.paymentAddr ?? Buffer.alloc(0),
    num_msat: String(amountMsat),
    features: describeFeatures(request.features),
  };
}
