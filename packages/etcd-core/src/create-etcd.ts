import type { Etcd, EtcdCounts, EtcdOptions } from "./etcd.ts";
import { createLeaseIds } from "./lease/lease-ids.ts";
import { Lessor } from "./lease/lessor.ts";
import { MonotonicTime } from "./monotonic-time.ts";
import { MvccStore } from "./mvcc/mvcc-store.ts";
import type { WriteTxn } from "./mvcc/write-txn.ts";
import type {
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
import { checkTxn } from "./txn/check-txn.ts";
import { applyDeleteRange, checkDeleteRange } from "./txn/delete-range.ts";
import { applyPut, checkPut, requireLease, requirePrevious } from "./txn/put.ts";
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
const maxSweptRevisions = 10_000;

/**
 * An etcd without anything in it. It opens nothing and starts nothing; there is nothing to close
 * either.
 */
export function createEtcd(options: EtcdOptions = {}): Etcd {
  return new InMemoryEtcd(options);
}

class InMemoryEtcd implements Etcd {
  readonly #time: MonotonicTime;
  readonly #lessor: Lessor;
  readonly #store: MvccStore;
  readonly #watches: WatchHub;
  readonly #maxTxnOps: number;
  #proposals = 0;

  constructor(options: EtcdOptions) {
    this.#time = new MonotonicTime(options.nowMs ?? 0);
    this.#lessor = new Lessor({
      minTtlSeconds: options.minLeaseTtlSeconds ?? 2,
      nextId: options.nextLeaseId ?? createLeaseIds(),
      time: this.#time,
    });
    this.#store = new MvccStore(this.#lessor);
    this.#watches = new WatchHub(this.#store, {
      progressIntervalMs: options.watchProgressIntervalMs ?? 600_000,
      maxResponseBytes: options.maxWatchResponseBytes ?? 2 * 1024 * 1024,
      time: this.#time,
    });
    this.#maxTxnOps = options.maxTxnOps ?? 128;
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

  range(request: RangeRequest): RangeResponse {
    checkRange(request);
    return applyRange(this.#store, request);
  }

  put(request: PutRequest): PutResponse {
    checkPut(request);
    return this.#propose(() => {
      requireLease(this.#lessor, request);
      requirePrevious(this.#store.get(request.key), request);
      return this.#write((txn) => applyPut(txn, request));
    });
  }

  deleteRange(request: DeleteRangeRequest): DeleteRangeResponse {
    checkDeleteRange(request);
    return this.#propose(() => this.#write((txn) => applyDeleteRange(txn, request)));
  }

  txn(request: TxnRequest): TxnResponse {
    checkTxn(request, this.#maxTxnOps);
    const apply = () => this.#write((txn) => applyTxn(txn, request, this.#lessor));
    return isReadOnly(request) ? apply() : this.#propose(apply);
  }

  compact(revision: number): { readonly revision: number } {
    return this.#propose(() => {
      this.#store.compact(revision);
      this.#store.sweep(maxSweptRevisions);
      return { revision: this.revision };
    });
  }

  leaseGrant(id: LeaseId, ttlSeconds: number): LeaseGrantResponse {
    return this.#propose(() => this.#lessor.grant(id, ttlSeconds));
  }

  leaseRevoke(id: LeaseId): void {
    this.#propose(() => this.#endLease(id));
  }

  leaseKeepAlive(id: LeaseId): number {
    // A lease whose time is over cannot be saved, even when `advance` has not come to it yet.
    if (this.#lessor.remainingMs(id) === 0) this.leaseRevoke(id);
    return this.#lessor.renew(id);
  }

  leaseTimeToLive(id: LeaseId, withKeys: boolean): LeaseTimeToLiveResponse {
    return this.#lessor.timeToLive(id, withKeys);
  }

  leases(): LeaseId[] {
    return this.#lessor.ids();
  }

  leaseRemainingMs(id: LeaseId): number | undefined {
    return this.#lessor.remainingMs(id);
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
    for (let expired = 0; expired < maxExpiriesPerAdvance; expired++) {
      const id = this.#lessor.expired;
      if (id === undefined) break;
      this.leaseRevoke(id);
    }
    this.#store.sweep(maxSweptRevisions);
    this.#watches.tick();
    this.#watches.sync();
  }

  nextDeadline(): number | undefined {
    const { nowMs } = this.#time;
    if (this.#store.sweepPending || this.#watches.hasWork) return nowMs;
    const expiryMs = this.#lessor.nextExpiryMs ?? Infinity;
    const tickMs = this.#watches.nextTickMs ?? Infinity;
    const nextMs = Math.min(expiryMs, tickMs);
    return nextMs === Infinity ? undefined : Math.max(nowMs, nextMs);
  }

  #endLease(id: LeaseId): void {
    const keys = this.#lessor.keysOf(id);
    this.#write((txn) => {
      for (const key of keys) txn.delete(key);
      this.#lessor.end(id);
    });
  }

  /** Counts a request that goes through the log, even when it is refused there. */
  #propose<R>(apply: () => R): R {
    this.#watches.assertNotPushing();
    this.#proposals += 1;
    return apply();
  }

  /**
   * The one path on which keys change: whatever is written is told to the watchers before anything
   * else happens.
   */
  #write<R>(apply: (txn: WriteTxn) => R): R {
    const txn = this.#store.begin();
    const result = apply(txn);
    this.#store.commit(txn);
    this.#watches.notify(txn.changes);
    return result;
  }
}
