import { EtcdError } from "../errors.ts";
import type { ByteString, KeyRange } from "../requests.ts";
import type { KeyValue } from "../responses.ts";
import { ChangeLog } from "./change-log.ts";
import { KeyIndex, type RangeResult } from "./key-index.ts";
import type { ReadView } from "./read-view.ts";
import { type LeaseAttachments, WriteTxn } from "./write-txn.ts";

/** The revision of a store that nothing was written to. */
const firstRevision = 1;

/**
 * The compacted revision of a store that was never compacted; below 0, as revision 0 itself can be
 * compacted.
 */
const neverCompacted = -1;

/**
 * Keys with their whole history: by key for reads, by revision for watchers. Both hold the same
 * records, which never change once made, so that a version costs one object whoever looks at it.
 *
 * Example: put a, put a, delete a, put b, then compaction at 4:
 *
 *     revision 2        3        4        5             compacted at 4:
 *     by key   a: [a@2 v1] [a@3 v2] [a@4 ✝]             a: [a@4 ✝]
 *              b: [b@5 v1]                              b: [b@5 v1]
 *     by rev.  [a@2] [a@3] [a@4 ✝] [b@5]                [a@4 ✝] [b@5]
 *
 * Compacting takes effect at once and frees the memory in portions (`sweep`), because the history
 * may hold millions of records and nobody may wait that long for his turn.
 *
 * Mirrors: store in etcd server/storage/mvcc/kvstore.go.
 */
export class MvccStore implements ReadView {
  readonly index = new KeyIndex();
  readonly log = new ChangeLog(firstRevision + 1);
  readonly leases: LeaseAttachments;
  #revision = firstRevision;
  #compactRevision = neverCompacted;
  #sweepPending = false;

  constructor(leases: LeaseAttachments) {
    this.leases = leases;
  }

  get revision(): number {
    return this.#revision;
  }

  get compactRevision(): number {
    return this.#compactRevision;
  }

  /** Whether compacted history still waits to be freed. */
  get sweepPending(): boolean {
    return this.#sweepPending;
  }

  get(key: ByteString): KeyValue | undefined {
    return this.index.get(key);
  }

  range(range: KeyRange, revision: number, limit?: number): RangeResult {
    return this.index.range(range, revision, limit);
  }

  count(range: KeyRange, revision: number): number {
    return this.index.count(range, revision);
  }

  /** Begins to write. One transaction at a time: the next begins after this one's `commit`. */
  begin(): WriteTxn {
    return new WriteTxn(this);
  }

  /**
   * Makes a transaction's writes the next revision; one that wrote nothing leaves the revision as
   * it is.
   */
  commit(txn: WriteTxn): void {
    if (txn.changes.length === 0) return;
    if (!Number.isSafeInteger(this.#revision + 1)) throw new Error("no revision is left");
    this.#revision += 1;
    this.log.append(txn.changes);
  }

  /**
   * Forgets what only reads below the revision could see. Throws `compacted` and `futureRevision`.
   */
  compact(revision: number): void {
    if (revision <= this.#compactRevision) throw new EtcdError("compacted");
    if (revision > this.#revision) throw new EtcdError("futureRevision");
    this.#compactRevision = revision;
    this.#sweepPending = revision >= this.log.first;
  }

  /** Frees compacted history, at most so many revisions of it. */
  sweep(maxRevisions: number): void {
    const { log, index } = this;
    for (let swept = 0; this.#sweepPending && swept < maxRevisions; swept++) {
      const { first } = log;
      for (const record of log.at(first)) index.compact(record.key, this.#compactRevision);
      if (first < this.#compactRevision) {
        log.dropFirst();
      } else {
        log.dropSuperseded(first);
        this.#sweepPending = false;
      }
    }
  }
}
