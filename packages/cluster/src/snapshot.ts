import type { KnobSettings, WalletState } from "@leaderlab/lnd-sim";
import type { ClusterNode, NodeStatus } from "./cluster-node.ts";
import type { Timeline } from "./timeline.ts";

/** How one node is, as plain JSON. */
export interface NodeSnapshot {
  readonly name: string;
  readonly status: NodeStatus;
  /** null when no process runs. */
  readonly state: WalletState | null;
  readonly isLeader: boolean;
  /** The lease behind its election key, in hexadecimal; null before the first campaign. */
  readonly lease: string | null;
  /** null when the lease is gone. */
  readonly leaseRemainingMs: number | null;
  readonly rpcAddress: string;
  readonly restAddress: string;
  readonly tlsCertPath: string;
  readonly macaroonPath: string;
  /** How it behaves beyond lnd's own flags. */
  readonly knobs: KnobSettings;
}

/** A key in the election, as plain JSON. */
export interface QueuedKey {
  /** The end of the key, `<prefix>/<lease in hexadecimal>`. */
  readonly lease: string;
  /** The `--cluster.id` that it holds: a node's name, or that of a contender from elsewhere. */
  readonly node: string;
  /** null when it is not known. */
  readonly leaseRemainingMs: number | null;
}

/** How the cluster is, as plain JSON: all that a page needs to be drawn. */
export interface ClusterSnapshot {
  /** Unix milliseconds at which it was so. */
  readonly unixMs: number;
  /** The election's keys as etcd has them, oldest first: the first one leads, each other waits for the one before. */
  readonly queue: readonly QueuedKey[];
  /** Namespace and prefix of the election's keys, glued together. */
  readonly electionPrefix: string;
  readonly etcdEndpoints: readonly string[];
  /** Where the nodes keep their state, without the password; null when that is etcd. */
  readonly postgres: string | null;
  readonly sessionTtlSeconds: number;
  readonly leader: string | null;
  readonly nodes: readonly NodeSnapshot[];
  /** The last event that this snapshot knows of. */
  readonly seq: number;
}

/** etcd's own word on a lease, where it can be had; undefined for a lease that is gone. */
type LeaseClock = ((lease: bigint) => number | undefined) | undefined;

/** What a snapshot is taken of. */
export interface ClusterParts {
  readonly unixMs: number;
  /** Lease and holder of each election key, oldest first. */
  readonly keys: readonly { readonly lease: string; readonly id: string }[];
  readonly electionPrefix: string;
  readonly timeline: Timeline;
  readonly nodes: readonly ClusterNode[];
  readonly etcdEndpoints: readonly string[];
  readonly postgres: string | null;
  readonly sessionTtlSeconds: number;
}

/** The cluster as it is now. */
export function describeCluster(cluster: ClusterParts, remainingMs: LeaseClock): ClusterSnapshot {
  const nodes = cluster.nodes.map((node) => describeNode(node, remainingMs));
  const remaining = new Map(nodes.map((node) => [node.lease, node.leaseRemainingMs]));
  return {
    unixMs: cluster.unixMs,
    queue: cluster.keys.map(({ lease, id }) => ({
      lease,
      node: id,
      leaseRemainingMs: whole(remainingMs?.(BigInt(`0x${lease}`)) ?? remaining.get(lease)),
    })),
    electionPrefix: cluster.electionPrefix,
    etcdEndpoints: cluster.etcdEndpoints,
    postgres: cluster.postgres,
    sessionTtlSeconds: cluster.sessionTtlSeconds,
    leader: nodes.find((node) => node.isLeader)?.name ?? null,
    nodes,
    seq: cluster.timeline.events.at(-1)?.seq ?? 0,
  };
}

function describeNode(node: ClusterNode, remainingMs: LeaseClock): NodeSnapshot {
  const { leaseId } = node;
  const leftMs =
    leaseId !== undefined && remainingMs !== undefined
      ? remainingMs(leaseId)
      : node.leaseRemainingMs;
  return {
    name: node.name,
    status: node.status,
    state: node.state ?? null,
    isLeader: node.isElected,
    lease: leaseId?.toString(16) ?? null,
    leaseRemainingMs: whole(leftMs),
    rpcAddress: node.rpcAddress,
    restAddress: node.restAddress,
    tlsCertPath: node.tlsCertPath,
    macaroonPath: node.macaroonPath,
    knobs: node.knobs,
  };
}

function whole(ms: number | null | undefined): number | null {
  return ms === undefined || ms === null ? null : Math.round(ms);
}
