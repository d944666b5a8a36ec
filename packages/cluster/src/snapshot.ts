import type { KnobSettings, WalletState } from "@leaderlab/lnd-sim";
import type { ClusterNode, NodeStatus } from "./cluster-node.ts";
import type { ActiveFault } from "./faults/active-fault.ts";
import { describeFault, type FaultSpec } from "./faults/fault-table.ts";
import type { ProxySnapshot } from "./proxy/cluster-proxy.ts";
import type { TimeControl, TimeMode } from "./time-control.ts";
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
  /** Whether its process is frozen. */
  readonly isPaused: boolean;
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

/** A fault that is at work, as plain JSON. */
export interface FaultSnapshot {
  readonly id: string;
  readonly spec: FaultSpec;
  /** What it does, in words. */
  readonly words: string;
  /** Of the cluster's time, until it is undone by itself; null when somebody has to. */
  readonly remainingMs: number | null;
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
  /** Those at work, oldest first. */
  readonly faults: readonly FaultSnapshot[];
  /** What faults on links can be about, but for `*:etcd`, which is every link to etcd. */
  readonly links: readonly string[];
  readonly time: { readonly mode: TimeMode; readonly speed: number };
  /** The proxy in front of the nodes; null when there is none. */
  readonly proxy: ProxySnapshot | null;
  /** Somebody else's etcd is taken to run. */
  readonly isEtcdRunning: boolean;
  /** Whether etcd, and with it time, can be steered here. */
  readonly isOwnEtcd: boolean;
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
  readonly faults: readonly ActiveFault[];
  readonly time: Pick<TimeControl, "mode" | "speed">;
  readonly isEtcdRunning: boolean;
  readonly isOwnEtcd: boolean;
  readonly proxy: ProxySnapshot | null;
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
    faults: cluster.faults.map(describeActive),
    links: [
      ...nodes.flatMap(({ name }) => [`${name}:etcd`, `client:${name}`]),
      ...(cluster.proxy === null ? [] : linksOfProxy(nodes, cluster.proxy)),
    ],
    proxy: cluster.proxy,
    time: { mode: cluster.time.mode, speed: cluster.time.speed },
    isEtcdRunning: cluster.isEtcdRunning,
    isOwnEtcd: cluster.isOwnEtcd,
    nodes,
    seq: cluster.timeline.events.at(-1)?.seq ?? 0,
  };
}

function linksOfProxy(
  nodes: readonly NodeSnapshot[],
  { looksIntoEtcd }: ProxySnapshot,
): readonly string[] {
  const ways = nodes.map(({ name }) => `proxy:${name}`);
  return [...ways, ...(looksIntoEtcd ? ["proxy:etcd"] : []), "client:proxy"];
}

/** A fault as plain JSON. */
export function describeActive({ id, spec, remainingMs }: ActiveFault): FaultSnapshot {
  return { id, spec, words: describeFault(spec), remainingMs: whole(remainingMs) };
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
    isPaused: node.isPaused,
    knobs: node.knobs,
  };
}

function whole(ms: number | null | undefined): number | null {
  return ms === undefined || ms === null ? null : Math.round(ms);
}
