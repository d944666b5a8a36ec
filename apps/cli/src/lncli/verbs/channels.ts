import { hexOf } from "../argument.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { callAndPrint } from "./call-and-print.ts";

const publicKeyDigits = 66;

/** A node's public key of 66 hexadecimal digits. Throws LncliError. Mirrors: lnd route.NewVertexFromStr. */
export function publicKeyOf(text: string, refusal = (reason: string) => reason): Buffer {
  const digits = Buffer.byteLength(text);
  if (digits !== publicKeyDigits) throw new LncliError(refusal(lncliTexts.vertexLength(digits)));
  return hexOf(text, refusal);
}

/** `lncli listchannels` */
export const runListChannels = callAndPrint(
  ({ lightning }) => lightning.methods.ListChannels,
  ({ flags }) => {
    const peer = flags.string("peer");
    return {
      active_only: flags.boolean("active_only"),
      inactive_only: flags.boolean("inactive_only"),
      public_only: flags.boolean("public_only"),
      private_only: flags.boolean("private_only"),
      peer: peer === "" ? Buffer.alloc(0) : publicKeyOf(peer, lncliTexts.invalidPeer),
      peer_alias_lookup: !flags.boolean("skip_peer_alias_lookup"),
    };
  },
);

/** `lncli pendingchannels` */
export const runPendingChannels = callAndPrint(
  ({ lightning }) => lightning.methods.PendingChannels,
  ({ flags }) => ({ include_raw_tx: flags.boolean("include_raw_tx") }),
);

/** `lncli listpeers` */
export const runListPeers = callAndPrint(
  ({ lightning }) => lightning.methods.ListPeers,
  ({ flags }) => ({ latest_error: !flags.isSet("list_errors") }),
);

/** `lncli describegraph` */
export const runDescribeGraph = callAndPrint(
  ({ lightning }) => lightning.methods.DescribeGraph,
  ({ flags }) => ({
    include_unannounced: flags.boolean("include_unannounced"),
    include_auth_proof: flags.boolean("include_auth_proof"),
  }),
);
