import type * as lnd from "@leaderlab/proto/lnd";
import type { ChainTip } from "./chain-tip.ts";
import { lndVersion } from "./config/lnd-version.ts";

/** What a node tells of itself. */
export interface NodeFacts {
  /** The compressed public key, 66 hex digits. */
  readonly identityPubkey: string;
  /** `--alias`; empty: the start of the public key. */
  readonly alias: string;
  /** `--color` */
  readonly color: string;
  readonly network: string;
  readonly tip: ChainTip;
  readonly isSyncedToChain: boolean;
  /** Whether everything behind the RPC server is up: SERVER_ACTIVE. */
  readonly isServing: boolean;
}

/** The features that lnd announces, by bit: name, and whether a peer must know it. */
const features: readonly (readonly [bit: number, name: string, isRequired: boolean])[] = [
  [0, "data-loss-protect", true],
  [5, "upfront-shutdown-script", false],
  [7, "gossip-queries", false],
  [8, "tlv-onion", true],
  [12, "static-remote-key", true],
  [14, "payment-addr", true],
  [17, "multi-path-payments", false],
  [25, "route-blinding", false],
  [27, "shutdown-any-segwit", false],
  [30, "amp", true],
  [31, "amp", false],
  [35, "quiescence", false],
  [39, "onion-messages", false],
  [44, "explicit-commitment-type", true],
  [261, "accountable-x", false],
];

/** GetInfo's answer, as lnd gives it when it is not synced to a chain. */
export function describeNode(facts: NodeFacts): lnd.GetInfoResponseInput {
  return {
    version: lndVersion,
    identity_pubkey: facts.identityPubkey,
    alias: facts.alias === "" ? facts.identityPubkey.slice(0, 20) : facts.alias,
    color: facts.color.toLowerCase(),
    block_height: facts.tip.height,
    block_hash: facts.tip.hash,
    best_header_timestamp: facts.tip.timestamp,
    synced_to_chain: facts.isSyncedToChain,
    testnet: facts.network === "testnet",
    chains: [{ chain: "bitcoin", network: facts.network }],
    features: Object.fromEntries(
      features.map(([bit, name, isRequired]) => [
        bit,
        { name, is_required: isRequired, is_known: true },
      ]),
    ),
    wallet_synced: facts.tip.isWalletSynced,
    graph_cache_status: facts.isServing
      ? "GRAPH_CACHE_STATUS_LOADED"
      : "GRAPH_CACHE_STATUS_LOADING",
  };
}
