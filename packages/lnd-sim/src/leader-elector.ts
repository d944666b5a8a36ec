import type { Clock } from "@leaderlab/clock";
import {
  Election,
  type EtcdClient,
  equalBytes,
  openSession,
  type Session,
  toBytes,
} from "@leaderlab/election";

/** What a node needs of an election, whatever it is held in. Mirrors: lnd cluster.LeaderElector. */
export interface LeaderElector {
  /** Gets a lease and keeps it alive; an elector that is away is waited for. Resolves with the lease's id. */
  join(signal: AbortSignal): Promise<bigint>;
  /** Resolves when this node leads; rejects with the signal's reason, leaving the node's key where it is. */
  campaign(signal: AbortSignal): Promise<void>;
  /** Gives leadership up, so that the next in line takes over at once. */
  resign(signal: AbortSignal): Promise<void>;
  /** Whether etcd names this node's id as the leader's. Two nodes with one id both get true. */
  isLeader(signal: AbortSignal): Promise<boolean>;
  /** Stops keeping the lease alive and closes the connection; the lease lives on until its time is over. */
  close(): Promise<void>;
  /** The lease and the key that stand for this node; undefined before the campaign. */
  readonly standing: Standing | undefined;
}

/** What stands for a node in the election. */
export interface Standing {
  readonly leaseId: bigint;
  readonly ttlSeconds: number;
  /** When the lease may have run out if no further keep-alive is answered, on the node's clock. */
  readonly deadlineMs: number;
  /** The create revision of the key: the place in the queue; 0 before there is one. */
  readonly revision: number;
}

export interface EtcdElectorOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  /** `--db.etcd.namespace` and `--cluster.etcd-election-prefix` glued together, as lnd does. */
  readonly prefix: string;
  /** `--cluster.id` */
  readonly id: string;
  readonly sessionTtlSeconds: number;
  closeClient(): Promise<void>;
}

/**
 * The elector that lnd has: a key under the prefix for as long as a lease lives, the oldest key leads. It does not
 * watch its own lease: a node that lost it finds out by `isLeader` only. Mirrors: lnd cluster/etcd_elector.go.
 */
export function createEtcdElector(options: EtcdElectorOptions): LeaderElector {
  const { client, clock, prefix, id, sessionTtlSeconds, closeClient } = options;
  let session: Session | undefined;
  let election: Election | undefined;
  return {
    async join(signal) {
      session = await openSession(client, { clock, ttlSeconds: sessionTtlSeconds, signal });
      election = new Election(session, prefix);
      return session.lease;
    },
    async campaign(signal) {
      await election?.campaign(id, { signal, onAbort: "leave" });
    },
    resign: async (signal) => election?.resign(signal),
    async isLeader(signal) {
      if (election === undefined) return false;
      const { kv } = await election.leader(signal);
      return equalBytes(kv.value, toBytes(id));
    },
    async close() {
      await session?.orphan();
      await closeClient();
    },
    get standing() {
      if (session === undefined) return undefined;
      return {
        leaseId: session.lease,
        ttlSeconds: session.ttlSeconds,
        deadlineMs: session.deadlineMs,
        revision: election?.revision ?? 0,
      };
    },
  };
}
