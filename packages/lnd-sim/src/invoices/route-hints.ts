import type * as lnd from "@leaderlab/proto/lnd";
import { parsePublicKey } from "../payment-request/parse-public-key.ts";
import type { HopHint } from "../payment-request/payment-request.ts";
import { readHex } from "./read-hex.ts";

/** Route hints of a request. Throws LndError for a node id that is no public key. */
export function readRouteHints(hints: readonly lnd.RouteHint[]): HopHint[][] {
  return hints.map(({ hop_hints }) =>
    hop_hints.map((hop) => ({
      nodeId: parsePublicKey(readHex(hop.node_id)),
      channelId: BigInt(hop.chan_id),
      feeBaseMsat: hop.fee_base_msat,
      feeProportionalMillionths: hop.fee_proportional_millionths,
      cltvExpiryDelta: hop.cltv_expiry_delta,
    })),
  );
}

/** Route hints as lnd shows them. */
export function describeRouteHints(
  hints: readonly (readonly HopHint[])[],
): readonly lnd.RouteHintInput[] {
  return hints.map((hops) => ({
    hop_hints: hops.map((hop) => ({
      node_id: hop.nodeId.toString("hex"),
      chan_id: String(hop.channelId),
      fee_base_msat: hop.feeBaseMsat,
      fee_proportional_millionths: hop.feeProportionalMillionths,
      cltv_expiry_delta: hop.cltvExpiryDelta,
    })),
  }));
}
