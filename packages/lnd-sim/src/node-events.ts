import type { WalletState } from "./wallet-state.ts";

/** What happens in a node, in the words of a timeline. */
export type NodeEvent =
  /** The node has a lease and a key, and waits for those before it. */
  | { readonly kind: "campaigning"; readonly leaseId: bigint }
  | { readonly kind: "elected"; readonly leaseId: bigint }
  | { readonly kind: "state"; readonly state: WalletState }
  /** The node changed something in its database. */
  | { readonly kind: "committed" }
  /** The node is about to give its leadership up by itself. */
  | { readonly kind: "resigning" }
  | { readonly kind: "resigned" }
  /** The health check could not show that the node still leads. */
  | { readonly kind: "leadershipLost" }
  | { readonly kind: "exited"; readonly exit: NodeExit };

/** How a node's process would have ended. */
export interface NodeExit {
  /** 0, 1, or 137 after a kill. */
  readonly code: number;
  /** lnd's last line on stderr; absent when it ended as asked. */
  readonly message?: string;
}
