import type { Alarm } from "./alarm/alarm-store.ts";
import type { Access } from "./auth/access.ts";
import type { Auth, AuthOperation } from "./auth/auth.ts";
import type { OnLoginsEnd } from "./auth/auth-store.ts";
import type { KvHash } from "./backend/kv-hash.ts";
import type { ClusterVersion } from "./cluster/cluster-version.ts";
import type { Member } from "./cluster/member.ts";
import type { Membership } from "./cluster/membership.ts";
import type {
  AlarmRequest,
  DeleteRangeRequest,
  LeaseId,
  PutRequest,
  RangeRequest,
  TxnRequest,
} from "./requests.ts";
import type {
  DeleteRangeResponse,
  LeaseGrantResponse,
  LeaseTimeToLiveResponse,
  PutResponse,
  RangeResponse,
  TxnResponse,
} from "./responses.ts";
import type { EtcdState } from "./state.ts";
import type { EtcdTotals } from "./tally.ts";
import type { Outbox, WatchStream } from "./watch/watch-stream.ts";
import type { WatcherFacts } from "./watch/watcher.ts";

/** How much there is of everything, for metrics and tests. */
export interface EtcdCounts {
  /** Keys that exist now. */
  readonly keys: number;
  /** Records held: every version that is not compacted, deletions included. */
  readonly records: number;
  /** Bytes of keys and values in these records. */
  readonly recordBytes: number;
  /** Revisions whose changes a watcher can still be told. */
  readonly revisions: number;
  readonly leases: number;
  readonly watchStreams: number;
  readonly watchers: number;
  /** Watchers that have not been told everything yet. */
  readonly unsyncedWatchers: number;
}

/**
 * etcd as a state machine: what is asked and what time it is go in, answers and watch messages come
 * out. No call waits and none reads a clock; a request that is refused throws an `EtcdError` and
 * has had no effect.
 *
 * A shell keeps it going: it calls `advance` with the time before each request, and whenever
 * `nextDeadline` comes.
 */
export interface Etcd {
  /** The newest revision; 1 when nothing was ever written. */
  readonly revision: number;
  /** Reads below this revision are refused; -1 before the first compaction. */
  readonly compactRevision: number;
  /**
   * How many requests went, or in a cluster would have gone, through the log: every put, delete,
   * transaction that can write, grant, revoke, expiry and compaction that was well-formed, whether
   * it was refused later or not. etcd's raft index is this plus what a fresh member begins with
   * (4).
   */
  readonly proposals: number;
  readonly counts: EtcdCounts;
  readonly totals: EtcdTotals;
  /** How large etcd's file would be with what is and was in here, in steps of 4096. */
  readonly sizeBytes: number;
  /** How much of that is in use. */
  readonly sizeInUseBytes: number;
  /** How large it may become; below 0 without a limit. */
  readonly quotaBytes: number;
  /** The alarms that are active. */
  readonly alarms: readonly Alarm[];
  readonly members: Membership;
  readonly clusterVersion: ClusterVersion;
  /** Who may do what. */
  readonly auth: Auth;
  /** What whoever asks at the moment may do; `access.as` says who that is. */
  readonly access: Pick<Access, "as" | "requireLogin" | "requireRoot">;

  /** Reads keys. Throws `emptyKey`, `invalidSortOption`, `futureRevision` and `compacted`. */
  range(request: RangeRequest): RangeResponse;
  /**
   * Writes a key. Throws `emptyKey`, `valueProvided`, `leaseProvided`, `leaseNotFound`,
   * `keyNotFound`, and `noSpace` when the quota does not allow for it. This and all other writes
   * throw `noSpace` or `corrupt` while such an alarm is active; deletions, revocations and
   * compactions go on without space.
   */
  put(request: PutRequest): PutResponse;
  /** Deletes keys; the revision moves only when there were some. Throws `emptyKey`. */
  deleteRange(request: DeleteRangeRequest): DeleteRangeResponse;
  /**
   * Runs a transaction whole or not at all. Throws `tooManyOps`, `duplicateKey`, `keyNotFound`
   * (also for an operation that names nothing), and what its operations throw.
   */
  txn(request: TxnRequest): TxnResponse;
  /** Forgets the history below a revision. Throws `compacted` and `futureRevision`. */
  compact(revision: number): { readonly revision: number };

  /**
   * Grants a lease; an id of 0n lets the store choose. Throws `leaseTtlTooLarge` and `leaseExists`.
   */
  leaseGrant(id: LeaseId, ttlSeconds: number): LeaseGrantResponse;
  /**
   * Ends a lease and deletes its keys, in ascending order, in one revision. Throws `leaseNotFound`.
   */
  leaseRevoke(id: LeaseId): void;
  /** Begins a lease's time anew and returns it in seconds; 0 for a lease that is not there. */
  leaseKeepAlive(id: LeaseId): number;
  /** What is left of a lease; a time to live of -1 for one that is not there. */
  leaseTimeToLive(id: LeaseId, withKeys: boolean): LeaseTimeToLiveResponse;
  /** All leases, the one that expires first at the front. */
  leases(): LeaseId[];
  /** What is left of a lease, to the millisecond and below; undefined for one that is not there. */
  leaseRemainingMs(id: LeaseId): number | undefined;

  /**
   * Raises an alarm, ends one, or lists those of a kind, of all kinds for `undefined`. Answers with
   * the alarms concerned.
   */
  alarm(request: AlarmRequest): readonly Alarm[];
  /**
   * The checksum of the history up to a revision, up to now for 0, equal to that of an etcd with
   * the same history. Costs as much as reading all of it. Throws `compacted` and `futureRevision`.
   */
  hashKv(revision: number): KvHash;
  /** Gives back the space that compaction has freed: what `sizeBytes` tells goes down to what is in use. */
  defragment(): void;

  /** Everything that is held, as plain values. Costs as much as reading all of it. */
  exportState(): EtcdState;
  /**
   * Replaces everything by what was exported, from here or elsewhere; a lease goes on with the time
   * it had left. Throws an Error while a watch stream is open, and for a state that no store can
   * have; nothing is changed then.
   */
  importState(state: EtcdState): void;

  /** Opens a watch stream whose messages go to the outbox. */
  openWatchStream(outbox: Outbox): WatchStream;
  /** Every watcher there is, by stream and age. */
  watchers(): readonly WatcherFacts[];

  /**
   * Moves time on, in milliseconds since some fixed moment, and does what is due: ends leases whose
   * time is over, frees compacted history, tells watchers of progress and catches up those that are
   * behind. What one call does is bounded; when that was not all, `nextDeadline` says so. Throws an
   * Error when time goes back.
   */
  advance(nowMs: number): void;
  /**
   * When `advance` next has something to do, never before the present moment; undefined when
   * nothing is pending.
   */
  nextDeadline(): number | undefined;
}

/** Something that a store does and that may take time, by etcd's name of it. */
export type EtcdOperation =
  | "Range"
  | "Put"
  | "DeleteRange"
  | "Txn"
  | "Compaction"
  | "LeaseGrant"
  | "LeaseRevoke"
  | "Alarm"
  | "HashKV"
  | "Defragment"
  | AuthOperation;

/** What can be chosen about a store; etcd's defaults where nothing is. */
export interface EtcdOptions {
  /** The moment of the start, on the clock that `advance` is told of. Default 0. */
  readonly nowMs?: number;
  /** The most operations or compares in one list of a transaction. Default 128. */
  readonly maxTxnOps?: number;
  /**
   * A shorter time to live is granted as this. Default 2, which is what an election timeout of 1 s
   * gives.
   */
  readonly minLeaseTtlSeconds?: number;
  /**
   * Draws the id of a lease that comes without one; all bits but the lowest 63 are dropped, and a
   * taken id is drawn again. Chance is the caller's: by default ids follow a fixed sequence that is
   * the same in each store.
   */
  readonly nextLeaseId?: () => LeaseId;
  /**
   * How large etcd's file could become before writes are refused, in bytes. Default (and 0) 2 GiB;
   * below 0 there is no limit.
   */
  readonly quotaBytes?: number;
  /** Who this store is in its cluster; by default a member without URLs whose id is 1. */
  readonly member?: Member;
  /** How many learners the cluster may have. Default 1. */
  readonly maxLearners?: number;
  /**
   * How often a watcher that asks for it is told of progress while nothing happens. Default 10
   * minutes.
   */
  readonly watchProgressIntervalMs?: number;
  /** Does the work of each operation: a place to take its time. Must give back or throw what the work does. */
  readonly meter?: <R>(operation: EtcdOperation, work: () => R) => R;
  /**
   * A watch message for a watcher that takes fragments stays below this many bytes on the wire, as
   * far as single events let it. Default 2 MiB: etcd's 1.5 MiB for a request and 512 KiB on top.
   */
  readonly maxWatchResponseBytes?: number;
  /**
   * Told when all logins of a user are over (his password was changed, he was deleted), or those of everybody
   * (undefined: auth was turned off, or another state taken over).
   */
  readonly onLoginsEnd?: OnLoginsEnd;
}
