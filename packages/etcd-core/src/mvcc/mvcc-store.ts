import { CompactionHashes } from "../backend/compaction-hashes.ts";
import { type KvHash, KvHasher } from "../backend/kv-hash.ts";
import type { StoredRecord } from "../backend/stored-record.ts";
import { EtcdError } from "../errors.ts";
import type { ByteString, KeyRange } from "../requests.ts";
import type { KeyValue } from "../responses.ts";
import { Tally } from "../tally.ts";
import { ChangeLog } from "./change-log.ts";
import { HistorySweep } from "./history-sweep.ts";
import { KeptRecords } from "./kept-records.ts";
import { KeyIndex, type RangeResult } from "./key-index.ts";
import type { ReadView } from "./read-view.ts";
import { isTombstone } from "./record.ts";
import type { RestoredHistory } from "./restored-history.ts";
import { type LeaseAttachments, WriteTxn } from "./write-txn.ts";

/** The revision of a store that nothing was written to. */
const firstRevision = 1;

/**
 * The compacted revision of a store that was never compacted; below 0, as revision 0 itself can be
 * compacted.
 */
const neverCompacted = -1;

const everything: KeyRange = { key: "\0", rangeEnd: "\0" };

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
  readonly leases: LeaseAttachments;
  readonly tally = new Tally();
  #index = new KeyIndex();
  #log = new ChangeLog(firstRevision + 1);
  #revision = firstRevision;
  #compactRevision = neverCompacted;
  #kept = new KeptRecords();
  #hashes = new CompactionHashes();
  #sweep: HistorySweep | undefined;
  /** Whether the compaction that is being swept leaves a checksum. */
  #leavesHash = true;
  /** A compaction that came while an earlier one was still being swept. */
  #nextSweep: number | undefined;

  constructor(leases: LeaseAttachments) {
    this.leases = leases;
  }

  get index(): KeyIndex {
    return this.#index;
  }

  get log(): ChangeLog {
    return this.#log;
  }

  get revision(): number {
    return this.#revision;
  }

  get compactRevision(): number {
    return this.#compactRevision;
  }

  /** Whether compacted history still waits to be freed. */
  get sweepPending(): boolean {
    return this.#sweep !== undefined;
  }

  get(key: ByteString): KeyValue | undefined {
    return this.#index.get(key);
  }

  range(range: KeyRange, revision: number, limit?: number): RangeResult {
    return this.#index.range(range, revision, limit);
  }

  count(range: KeyRange, revision: number): number {
    return this.#index.count(range, revision);
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
    this.#log.append(txn.changes);
  }

  /**
   * Forgets what only reads below the revision could see. Throws `compacted` and `futureRevision`.
   */
  compact(revision: number): void {
    if (revision <= this.#compactRevision) throw new EtcdError("compacted");
    if (revision > this.#revision) throw new EtcdError("futureRevision");
    if (this.#sweep === undefined) this.#sweep = this.#sweepTo(revision);
    else this.#nextSweep = revision;
    this.#compactRevision = revision;
  }

  /** Frees compacted history, at most so many records and revisions of it. */
  sweep(maxSteps: number): void {
    const recordsBefore = this.#index.records;
    for (let steps = 0; this.#sweep !== undefined && steps < maxSteps; ) {
      steps += this.#sweep.step(maxSteps - steps);
      if (this.#sweep.isDone) this.#finish(this.#sweep);
    }
    this.tally.compactedRecords += recordsBefore - this.#index.records;
  }

  /**
   * The checksum of the history up to a revision, up to now for 0. It takes as long as it takes to
   * read the whole history. Throws `compacted` and `futureRevision`.
   */
  hashKv(revision: number): KvHash {
    const stored = this.#hashes.at(revision);
    if (stored !== undefined) return stored;
    if (revision > 0 && revision < this.#compactRevision) throw new EtcdError("compacted");
    if (revision > this.#revision) throw new EtcdError("futureRevision");
    const last = revision === 0 ? this.#revision : revision;
    const needsAll = this.count(everything, last) === this.#recreated(last);
    const isNeeded = ({ record }: StoredRecord) =>
      needsAll || this.#index.get(record.key, last) === record;
    const hasher = new KvHasher(this.#compactRevision, last);
    for (const change of this.history()) hasher.write(change, isNeeded);
    return hasher.result;
  }

  /** Every record that is held, in the order in which they were written. Compaction is finished first. */
  *history(): IterableIterator<StoredRecord> {
    this.sweep(Infinity);
    yield* this.#kept;
    for (
      let at = Math.max(this.#log.first, this.#compactRevision + 1);
      at <= this.#revision;
      at++
    ) {
      for (const [subRevision, record] of this.#log.at(at).entries()) yield { record, subRevision };
    }
  }

  /** Replaces everything by a history that was written elsewhere. */
  restore(restored: RestoredHistory): void {
    this.#index = restored.index;
    this.#log = restored.log;
    this.#kept = restored.kept;
    this.#revision = restored.revision;
    this.#compactRevision = restored.compactRevision;
    this.#hashes = new CompactionHashes();
    this.#sweep = undefined;
    this.#leavesHash = true;
    this.#nextSweep = undefined;
  }

  /**
   * How many keys a revision deleted and put again. When there are no others, etcd thinks that
   * nothing is left at that revision, and then its checksum leaves nothing out.
   */
  #recreated(revision: number): number {
    const deleted = new Set<ByteString>();
    for (const record of this.#log.at(revision)) if (isTombstone(record)) deleted.add(record.key);
    return [...deleted].filter((key) => this.#index.get(key, revision) !== undefined).length;
  }

  /** As on etcd, a compaction that came before the last one was through leaves no checksum. */
  #finish(sweep: HistorySweep): void {
    this.#kept = sweep.kept;
    if (this.#leavesHash) this.#hashes.store(sweep.hash);
    this.#leavesHash = this.#nextSweep === undefined;
    this.#sweep = this.#nextSweep === undefined ? undefined : this.#sweepTo(this.#nextSweep);
    this.#nextSweep = undefined;
  }

  #sweepTo(revision: number): HistorySweep {
    return new HistorySweep({
      index: this.#index,
      log: this.#log,
      kept: this.#kept,
      previousRevision: this.#sweep?.revision ?? this.#compactRevision,
      revision,
    });
  }
}
