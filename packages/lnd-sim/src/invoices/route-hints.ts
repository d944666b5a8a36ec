import { GoValueError, parseGoHex } from "@leaderlab/golang";
import type * as lnd from "@leaderlab/proto/lnd";
import { LndError } from "../errors.ts";
import type { HopHint } from "../payment-request/payment-request.ts";
import { isPublicKey } from "../payment-request/public-key.ts";

/** Route hints of a request. Throws LndError for a node id that is no public key. */
export function readRouteHints(hints: readonly lnd.RouteHint[]): HopHint[][] {
  return hints.map(({ hop_hints }) =>
    hop_hints.map((hop) => ({
      nodeId: readPublicKey(hop.node_id),
      channelId: BigInt(hop.chan_id),
      feeBaseMsat: hop.fee_base_msat,
      feeProportionalMillionths: hop.fee_proportional_millionths,
      cltvExpiryDelta: hop.cltv_expiry_delta,
    })),
  );
}

/** A compressed public key out of hexadecimal digits. Throws LndError. */
export function readPublicKey(hex: string): Buffer {
  const bytes = readHex(hex);
  if (bytes.length !== 33 && bytes.length !== 65) {
    throw new LndError("malformedPublicKey", `invalid length: ${bytes.length}`);
  }
  if (!isPublicKey(bytes)) throw new LndError("malformedPublicKey", "invalid public key");
  return bytes;
}

/** Bytes out of hexadecimal digits. Throws LndError in Go's words. */
export function readHex(hex: string): Buffer {
  try {
    return parseGoHex(hex);
  } catch (error) {
    throw error instanceof GoValueError ? new LndError("goValue", error.message) : error;
  }
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
