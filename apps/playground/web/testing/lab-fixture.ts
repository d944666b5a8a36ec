import type { ClusterSnapshot, NodeSnapshot, TimelineEvent } from "../wire.ts";

type Undated<E> = E extends TimelineEvent ? Omit<E, "seq" | "atMs" | "unixMs"> : never;

/** An event without its number and time. */
export type Happening = Undated<TimelineEvent>;

/** Events one after the other, each at 0 ms. */
export function eventsOf(...happened: readonly Happening[]): readonly TimelineEvent[] {
  return happened.map(
    (happening, index) => ({ ...happening, seq: index + 1, atMs: 0, unixMs: 0 }) as TimelineEvent,
  );
}

/** A cluster of lnd-1, lnd-2 …, each a waiting follower but for what is given. */
export function clusterOf(...nodes: readonly Partial<NodeSnapshot>[]): ClusterSnapshot {
  const all = nodes.map((node, index): NodeSnapshot => {
    const name = `lnd-${index + 1}`;
    return { ...waitingNode, name, ...node };
  });
  return {
    unixMs: 0,
    electionPrefix: "cluster-leader",
    queue: [],
    etcdEndpoints: ["http://127.0.0.1:2379"],
    postgres: null,
    proxy: null,
    faults: [],
    links: [],
    time: { mode: "real", speed: 1 },
    isEtcdRunning: true,
    isOwnEtcd: true,
    sessionTtlSeconds: 3,
    leader: all.find((node) => node.isLeader)?.name ?? null,
    nodes: all,
    seq: 0,
  };
}

const waitingNode: NodeSnapshot = {
  name: "",
  status: "running",
  state: "WAITING_TO_START",
  isLeader: false,
  isPaused: false,
  lease: null,
  leaseRemainingMs: 2500,
  knobs: {
    holdIn: null,
    failIn: null,
    stateDelayMs: {},
    migrationMs: 0,
    syncedToChain: false,
    blockHeight: null,
    callDelayMs: {},
  },
  rpcAddress: "127.0.0.1:10009",
  restAddress: "127.0.0.1:8080",
  tlsCertPath: "/lab/lnd-1/tls.cert",
  macaroonPath: "/lab/lnd-1/data/chain/bitcoin/regtest/admin.macaroon",
};
