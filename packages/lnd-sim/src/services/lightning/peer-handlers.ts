import { describeGraphNode } from "../../describe-node.ts";
import { LndError } from "../../errors.ts";
import { amountOf } from "../../invoices/invoice-terms.ts";
import { readHex } from "../../invoices/read-hex.ts";
import { parsePublicKey } from "../../payment-request/parse-public-key.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** Calls about peers and the graph: the node is alone. */
export function peerHandlers({ facts, served }: LightningParts): LightningHandlers {
  const checkServing = () => {
    if (!facts().isServing) throw new LndError("serverStarting");
  };
  return {
    ListPeers: () => ({}),
    ConnectPeer({ addr }) {
      checkServing();
      if (addr === null) throw new LndError("noPeerAddress");
      parsePublicKey(readHex(addr.pubkey));
      throw new LndError("notSimulated", "ConnectPeer");
    },
    DisconnectPeer({ pub_key }) {
      checkServing();
      const bytes = restated("undecodablePeer", () => readHex(pub_key));
      restated("unparsablePeer", () => parsePublicKey(bytes));
      throw new LndError("peerNotConnected", pub_key);
    },
    DescribeGraph: () => ({ nodes: [describeGraphNode(facts())] }),
    GetNetworkInfo: () => ({ avg_out_degree: Number.NaN }),
    GetNodeMetrics: () => ({}),
    GetNodeInfo({ pub_key, include_channels, include_auth_proof }) {
      if (include_auth_proof && !include_channels) throw new LndError("authProofAlone");
      if (pub_key.length !== 66) throw new LndError("vertexTextLength", pub_key.length);
      if (readHex(pub_key).toString("hex") !== served().identity) {
        throw new LndError("nodeNotFound");
      }
      return { node: describeGraphNode(facts()) };
    },
    QueryRoutes({ pub_key, amt, amt_msat }) {
      const { length } = readHex(pub_key);
      if (length !== 33) throw new LndError("vertexLength", length);
      amountOf(amt, amt_msat);
      throw new LndError("insufficientBalance");
    },
    GetChanInfo({ chan_id, chan_point }) {
      if (chan_id === "0" && chan_point === "") throw new LndError("channelUnspecified");
      throw new LndError("edgeNotFound");
    },
  };
}

/** What `work` gives; a refusal of it is told in another one. */
function restated<T>(reason: "undecodablePeer" | "unparsablePeer", work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof LndError ? new LndError(reason, error.message) : error;
  }
}
