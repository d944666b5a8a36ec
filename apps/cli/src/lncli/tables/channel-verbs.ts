import { text, yes } from "../flag.ts";
import type { Verb } from "../verb.ts";
import { calls } from "./calls.ts";

const needsMacaroon = true;

/** The verbs about channels, peers and the graph: none of which a simulated node has. */
export const channelVerbs: readonly Verb[] = [
  {
    name: "channelbalance",
    category: "Channels",
    usage: "Tells how much is in the channels.",
    ...calls(({ lightning }) => lightning.methods.ChannelBalance),
  },
  {
    name: "pendingchannels",
    category: "Channels",
    usage: "Lists the channels that are being opened or closed.",
    flags: [yes("include_raw_tx", "with the transactions of those that close")],
    needsMacaroon,
    load: async () => (await import("../verbs/channels.ts")).runPendingChannels,
  },
  {
    name: "listchannels",
    category: "Channels",
    usage: "Lists the channels.",
    flags: [
      yes("active_only", "only those that are active"),
      yes("inactive_only", "only those that are not"),
      yes("public_only", "only those that are announced"),
      yes("private_only", "only those that are not"),
      text("peer", "only those with the node of this public key"),
      yes("skip_peer_alias_lookup", "without the names of the nodes"),
    ],
    needsMacaroon,
    load: async () => (await import("../verbs/channels.ts")).runListChannels,
  },
  {
    name: "feereport",
    category: "Channels",
    usage: "Tells the fees of the channels and what they have brought.",
    ...calls(({ lightning }) => lightning.methods.FeeReport),
  },
  {
    name: "listpeers",
    category: "Peers",
    usage: "Lists the nodes that are connected.",
    flags: [yes("list_errors", "with all their errors, not only the last one")],
    needsMacaroon,
    load: async () => (await import("../verbs/channels.ts")).runListPeers,
  },
  {
    name: "describegraph",
    category: "Graph",
    usage: "Tells the nodes and channels that are known.",
    flags: [
      yes("include_unannounced", "with channels that are not announced"),
      yes("include_auth_proof", "with the signatures of the announcements"),
    ],
    needsMacaroon,
    load: async () => (await import("../verbs/channels.ts")).runDescribeGraph,
  },
  {
    name: "getnetworkinfo",
    category: "Channels",
    usage: "Tells how large the graph is.",
    ...calls(({ lightning }) => lightning.methods.GetNetworkInfo),
  },
];
