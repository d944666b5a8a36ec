import { type Alarm, AlarmStore } from "./alarm/alarm-store.ts";
import { Capacity, txnBytes } from "./alarm/capacity.ts";
import { Access } from "./auth/access.ts";
import type { Auth } from "./auth/auth.ts";
import { AuthStore } from "./auth/auth-store.ts";
import { GuardedAuth } from "./auth/guarded-auth.ts";
import { BackendSize } from "./backend/backend-size.ts";
import type { KvHash } from "./backend/kv-hash.ts";
import { ClusterVersion } from "./cluster/cluster-version.ts";
import type { Member } from "./cluster/member.ts";
import { Membership } from "./cluster/membership.ts";
import type { Etcd, EtcdCounts, EtcdOperation, EtcdOptions } from "./etcd.ts";
import { createLeaseIds } from "./lease/lease-ids.ts";
import { LeaseRequests } from "./lease/lease-requests.ts";
import { Lessor } from "./lease/lessor.ts";
import { MonotonicTime } from "./monotonic-time.ts";
import { MvccStore } from "./mvcc/mvcc-store.ts";
import { restoredHistory } from "./mvcc/restored-history.ts";
import type { WriteTxn } from "./mvcc/write-txn.ts";
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
import { checkTxn } from "./txn/check-txn.ts";
import { applyDeleteRange, checkDeleteRange } from "./txn/delete-range.ts";
import { applyPut, checkPut, looksBack, requireLease, requirePrevious } from "./txn/put.ts";
import { applyRange, checkRange } from "./txn/range.ts";
import { applyTxn, isReadOnly } from "./txn/txn.ts";
import { WatchHub } from "./watch/watch-hub.ts";
import type { Outbox, WatchStream } from "./watch/watch-stream.ts";
import type { WatcherFacts } from "./watch/watcher.ts";

/**
 * How many leases one `advance` ends at most. Mirrors: etcd's 1000 a second in rounds of half a
 * second.
 */
const maxExpiriesPerAdvance = 500;

/** How many compacted revisions one call frees at most. */
const maxSweptRevisions = 2000;

/** etcd's quota when none is given. */
const defaultQuotaBytes = 2 * 1024 ** 3;

/** The version that this store behaves as. */
const ownVersion = { major: 3, minor: 6 };

const defaultMember: Member = {
  id: 1n,
  name: "default",
  peerUrls: [],
  clientUrls: [],
  isLearner: false,
};

/**
 * An etcd without anything in it. It opens nothing and starts nothing; there is nothing to close
 * either.
 */
export function createEtcd(options: EtcdOptions = {}): Etcd {
  return new InMemoryEtcd(options);
}

class InMemoryEtcd implements Etcd {
  readonly auth: Auth;
  readonly access: Access;
  readonly #time: MonotonicTime;
  readonly #lessor: Lessor;
  readonly #leases: LeaseRequests;
  readonly #store: MvccStore;
  readonly #watches: WatchHub;
  readonly #alarms = new AlarmStore();
  readonly #size = new BackendSize();
  readonly #capacity: Capacity;
  readonly #maxTxnOps: number;
  readonly #meter: <R>(operation: EtcdOperation, work: () => R) => R;
  readonly members: Membership;
  readonly clusterVersion: ClusterVersion;
  readonly quotaBytes: number;
  #proposals = 0;

  constructor(options: EtcdOptions) {
    this.#time = new MonotonicTime(options.nowMs ?? 0);
    this.#lessor = new Lessor({
      minTtlSeconds: options.minLeaseTtlSeconds ?? 2,
      nextId: options.nextLeaseId ?? createLeaseIds(),
      time: this.#time,
    });
    const authStore = new AuthStore(options.onLoginsEnd ?? (() => {}));
    this.access = new Access(authStore, this.#lessor);
    this.auth = new GuardedAuth({
      store: authStore,
      access: this.access,
      propose: (operation, apply) => this.#propose(operation, apply),
    });
    this.#store = new MvccStore(this.#lessor);
    this.#watches = new WatchHub(this.#store, {
      progressIntervalMs: options.watchProgressIntervalMs ?? 600_000,
      maxResponseBytes: options.maxWatchResponseBytes ?? 2 * 1024 * 1024,
      time: this.#time,
      access: this.access,
    });
    this.#leases = new LeaseRequests({
      lessor: this.#lessor,
      access: this.access,
      alarms: this.#alarms,
      tally: this.#store.tally,
      propose: (operation, apply) => this.#propose(operation, apply),
      write: (apply) => this.#write(apply),
    });
    this.#meter = options.meter ?? ((_operation, work) => work());
    this.#maxTxnOps = options.maxTxnOps ?? 128;
    const propose = (apply: () => void) => this.#propose(undefined, apply);
    const self = options.member ?? defaultMember;
    this.members = new Membership({ self, maxLearners: options.maxLearners ?? 1, propose });
    this.clusterVersion = new ClusterVersion({ time: this.#time, own: ownVersion, propose });
    this.quotaBytes = options.quotaBytes || defaultQuotaBytes;
    this.#capacity = new Capacity({
      size: this.#size,
      quotaBytes: this.quotaBytes,
      onFull: () =>
        this.access.asServer(() =>
          this.alarm({ action: "activate", memberId: self.id, type: "noSpace" }),
        ),
    });
  }

  get revision(): number {
    return this.#store.revision;
  }

  get compactRevision(): number {
    return this.#store.compactRevision;
  }

  get proposals(): number {
    return this.#proposals;
  }

  get counts(): EtcdCounts {
    const { index, log } = this.#store;
    return {
      keys: index.liveKeys,
      records: index.records,
      recordBytes: index.bytes,
      revisions: log.length,
      leases: this.#lessor.size,
      watchStreams: this.#watches.streamCount,
      watchers: this.#watches.watcherCount,
      unsyncedWatchers: this.#watches.unsyncedCount,
    };
  }

  get sizeBytes(): number {
    return this.#size.allocatedBytes;
  }

  get sizeInUseBytes(): number {
    return this.#size.inUseBytes;
  }

  get alarms(): readonly Alarm[] {
    return this.#alarms.list();
  }

  get totals(): EtcdTotals {
    return this.#store.tally;
  }

  range(request: RangeRequest): RangeResponse {
    checkRange(request);
    this.access.requireRead(request);
    return this.#counted(() => this.#meter("Range", () => applyRange(this.#store, request)));
  }

  put(request: PutRequest): PutResponse {
    this.#capacity.requirePut(request);
    checkPut(request);
    return this.#propose("Put", () => {
      this.#alarms.requireRoom();
      this.access.requirePut(request);
      requireLease(this.#lessor, request);
      if (looksBack(request)) this.#store.tally.countRange();
      requirePrevious(this.#store.get(request.key), request);
      return this.#write((txn) => applyPut(txn, request));
    });
  }

  deleteRange(request: DeleteRangeRequest): DeleteRangeResponse {
    checkDeleteRange(request);
    return this.#propose("DeleteRange", () => {
      this.#alarms.requireSound();
      this.access.requireDelete(request);
      return this.#write((txn) => applyDeleteRange(txn, request));
    });
  }

  txn(request: TxnRequest): TxnResponse {
    this.#capacity.requireTxn(request);
    checkTxn(request, this.#maxTxnOps);
    const apply = () => {
      this.access.requireTxn(request);
      return this.#write((txn) => applyTxn(txn, request, this.#lessor));
    };
    if (isReadOnly(request)) return this.#counted(apply);
    return this.#propose("Txn", () => {
      if (txnBytes(request) > 0) this.#alarms.requireRoom();
      else this.#alarms.requireSound();
      return apply();
    });
  }

  compact(revision: number): { readonly revision: number } {
    this.access.requireRoot();
    return this.#propose("Compaction", () => {
      this.#alarms.requireSound();
      this.#store.compact(revision);
      this.#store.tally.countRange();
      this.#sweep(maxSweptRevisions);
      return { revision: this.revision };
    });
  }

  leaseGrant(id: LeaseId, ttlSeconds: number): LeaseGrantResponse {
    this.#capacity.requireLease();
    return this.#leases.grant(id, ttlSeconds);
  }

  leaseRevoke(id: LeaseId): void {
    this.#leases.revoke(id);
  }

  leaseKeepAlive(id: LeaseId): number {
    return this.#leases.keepAlive(id);
  }

  leaseTimeToLive(id: LeaseId, withKeys: boolean): LeaseTimeToLiveResponse {
    return this.#leases.timeToLive(id, withKeys);
  }

  leases(): LeaseId[] {
    return this.#leases.list();
  }

  leaseRemainingMs(id: LeaseId): number | undefined {
    return this.#lessor.remainingMs(id);
  }

  alarm({ action, memberId, type }: AlarmRequest): readonly Alarm[] {
    return this.#propose("Alarm", () => {
      if (action === "get") return this.#alarms.list(type);
      if (type === undefined) return [];
      const alarm = { memberId, type };
      if (action === "deactivate") return this.#alarms.deactivate(alarm) ? [alarm] : [];
      this.#alarms.activate(alarm);
      return [alarm];
    });
  }

  hashKv(revision: number): KvHash {
    const hash = this.#meter("HashKV", () => this.#store.hashKv(revision));
    this.#size.update(this.#store.index.pageBytes);
    return hash;
  }

  defragment(): void {
    this.#meter("Defragment", () => {
      this.#sweep(Infinity);
      this.#size.defragment();
    });
  }

  exportState(): EtcdState {
    const records = [...this.#store.history()];
    this.#size.update(this.#store.index.pageBytes);
    return {
      revision: this.revision,
      compactRevision: this.compactRevision,
      records,
      leases: this.#lessor.export(),
      alarms: this.#alarms.list(),
      membership: this.members.export(),
      clusterVersion: this.clusterVersion.export(),
      auth: this.auth.exportState(),
      proposals: this.#proposals,
    };
  }

  importState(state: EtcdState): void {
    if (this.#watches.streamCount > 0) throw new Error("a watch stream is still open");
    const history = restoredHistory(state);
    this.clusterVersion.restore(state.clusterVersion);
    this.#store.restore(history);
    this.#lessor.restore(state.leases);
    for (const { key, lease } of this.#store.index.live()) this.#lessor.attach(lease, key);
    this.#alarms.restore(state.alarms);
    this.members.restore(state.membership);
    this.auth.importState(state.auth);
    this.#proposals = state.proposals;
    this.#size.update(this.#store.index.pageBytes);
    this.#size.defragment();
  }

  openWatchStream(outbox: Outbox): WatchStream {
    return this.#watches.openStream(outbox);
  }

  watchers(): readonly WatcherFacts[] {
    return this.#watches.watchers();
  }

  advance(nowMs: number): void {
    this.#watches.assertNotPushing();
    this.#time.moveTo(nowMs);
    this.#leases.expire(maxExpiriesPerAdvance);
    if ((this.clusterVersion.nextChangeMs ?? Infinity) <= nowMs) this.clusterVersion.change();
    if (this.#store.sweepPending) this.#sweep(maxSweptRevisions);
    this.#watches.tick();
    this.#watches.sync();
  }

  nextDeadline(): number | undefined {
    const { nowMs } = this.#time;
    if (this.#store.sweepPending || this.#watches.hasWork) return nowMs;
    const nextMs = Math.min(
      this.#alarms.isCorrupt ? Infinity : (this.#lessor.nextExpiryMs ?? Infinity),
      this.#watches.nextTickMs ?? Infinity,
      this.clusterVersion.nextChangeMs ?? Infinity,
    );
    return nextMs === Infinity ? undefined : Math.max(nowMs, nextMs);
  }

  #sweep(maxSteps: number): void {
    this.#store.sweep(maxSteps);
    this.#size.update(this.#store.index.pageBytes);
  }

  /** Counts a request that goes through the log, even when it is refused there. */
  #propose<R>(operation: EtcdOperation | undefined, apply: () => R): R {
    this.#watches.assertNotPushing();
    this.access.requireNoBadToken();
    this.#proposals += 1;
    if (operation === undefined) return apply();
    return this.#counted(() => this.#meter(operation, apply));
  }

  /** Counts what is done as one group. */
  #counted<R>(apply: () => R): R {
    try {
      return apply();
    } finally {
      this.#store.tally.endGroup();
    }
  }

  /**
   * The one path on which keys change: whatever is written is told to the watchers before anything
   * else happens.
   */
  #write<R>(apply: (txn: WriteTxn) => R): R {
    const txn = this.#store.begin();
    const result = apply(txn);
    this.#store.commit(txn);
    if (txn.changes.length > 0) this.#size.update(this.#store.index.pageBytes);
    this.#watches.notify(txn.changes);
    return result;
  }
}
