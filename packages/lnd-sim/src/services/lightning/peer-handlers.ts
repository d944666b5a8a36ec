import { describeGraphNode } from "../../describe-node.ts";
import { LndError } from "../../errors.ts";
import { amountOf } from "../../invoices/invoice-terms.ts";
import { readHex, readPublicKey } from "../../invoices/route-hints.ts";
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
      readPublicKey(addr.pubkey);
      throw new LndError("notSimulated", "ConnectPeer");
    },
    DisconnectPeer({ pub_key }) {
      checkServing();
      try {
        readPublicKey(pub_key);
      } catch (error) {
        throw error instanceof LndError ? new LndError("unparsablePeer", error.message) : error;
      }
      throw new LndError("peerNotConnected", pub_key);
    },
    DescribeGraph: () => ({ nodes: [describeGraphNode(facts())] }),
    GetNetworkInfo: () => ({ avg_out_degree: Number.NaN }),
    GetNodeMetrics: () => ({}),
    GetNodeInfo({ pub_key }) {
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
    GetChanInfo() {
      throw new LndError("edgeNotFound");
    },
  };
}
