import type * as lnd from "@leaderlab/proto/lnd";
import type { ChainTip } from "./chain-tip.ts";
import { lndVersion } from "./config/lnd-version.ts";
import { describeFeatures, graphFeatures, nodeFeatures } from "./features.ts";

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
  /** Unix seconds. */
  readonly startedAt: number;
  /** Whether everything behind the RPC server is up: SERVER_ACTIVE. */
  readonly isServing: boolean;
}

/** GetInfo's answer, as lnd gives it when it is not synced to a chain. */
export function describeNode(facts: NodeFacts): lnd.GetInfoResponseInput {
  return {
    version: lndVersion,
    identity_pubkey: facts.identityPubkey,
    alias: aliasOf(facts),
    color: facts.color.toLowerCase(),
    block_height: facts.tip.height,
    block_hash: facts.tip.hash,
    best_header_timestamp: facts.tip.timestamp,
    synced_to_chain: facts.isSyncedToChain,
    testnet: facts.network === "testnet",
    chains: [{ chain: "bitcoin", network: facts.network }],
    features: describeFeatures(nodeFeatures),
    wallet_synced: facts.tip.isWalletSynced,
    graph_cache_status: facts.isServing
      ? "GRAPH_CACHE_STATUS_LOADED"
      : "GRAPH_CACHE_STATUS_LOADING",
  };
}

/** The node as it stands in its own graph. */
export function describeGraphNode(facts: NodeFacts): lnd.LightningNodeInput {
  return {
    last_update: facts.startedAt,
    pub_key: facts.identityPubkey,
    alias: aliasOf(facts),
    color: facts.color.toLowerCase(),
    features: describeFeatures(graphFeatures),
  };
}

function aliasOf({ alias, identityPubkey }: NodeFacts): string {
  return alias === "" ? identityPubkey.slice(0, 20) : alias;
}
