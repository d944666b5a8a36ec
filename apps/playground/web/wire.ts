/**
 * The JSON that the server sends, by the types it is made from. They are types alone: no code of the server's comes to
 * the browser.
 */
export type {
  ClusterSnapshot,
  FaultSnapshot,
  NodeSnapshot,
  TimelineEvent,
} from "@leaderlab/cluster";

import type { NodeSnapshot } from "@leaderlab/cluster";

/** The states of lnd's wallet, as lnd spells them. */
export type WalletState = NonNullable<NodeSnapshot["state"]>;

/** What can be asked of a node: the last part of the path that is posted to. */
export type NodeAction = "kill" | "stop" | "start" | "restart" | "pause" | "resume";
