import { type KvHash, KvHasher } from "../backend/kv-hash.ts";
import type { KeyValue } from "../responses.ts";
import type { ChangeLog } from "./change-log.ts";
import { KeptRecords } from "./kept-records.ts";
import type { KeyIndex } from "./key-index.ts";

export interface HistorySweepParts {
  readonly index: KeyIndex;
  readonly log: ChangeLog;
  /** What the compaction before left. */
  readonly kept: KeptRecords;
  readonly previousRevision: number;
  readonly revision: number;
}

/**
 * Frees what one compaction made unreachable, in portions: first what the compaction before had
 * left, then the log up to the compacted revision. On the way it sums up what it meets, because the
 * checksum of a compacted revision can be asked for later.
 *
 * Example, compacting at 4 what was never compacted, and then at 6:
 *
 *     kept                  log                                    kept            log
 *     –                     [a@2] [a@3] [b@4] [b@5] [a@6 ✝]   →    [a@3 b@4]       [b@4] [b@5] [a@6 ✝]
 *     [a@3 b@4]             [b@4] [b@5] [a@6 ✝]               →    [b@5 a@6 ✝]     [a@6 ✝]
 *
 * Mirrors: scheduleCompaction in etcd server/storage/mvcc/kvstore_compaction.go.
 */
export class HistorySweep {
  readonly revision: number;
  readonly #parts: HistorySweepParts;
  readonly #hasher: KvHasher;
  /** What this compaction leaves, complete when it is done. */
  readonly kept = new KeptRecords();
  #place = 0;
  #isDone = false;

  constructor(parts: HistorySweepParts) {
    this.#parts = parts;
    this.revision = parts.revision;
    this.#hasher = new KvHasher(parts.previousRevision, parts.revision);
  }

  get isDone(): boolean {
    return this.#isDone;
  }

  /** The checksum, once it is done. */
  get hash(): KvHash {
    return this.#hasher.result;
  }

  /** Goes on for at most so many records left before and revisions; returns how many it were. */
  step(maxSteps: number): number {
    let steps = 0;
    for (; steps < maxSteps && !this.#isDone; steps++) {
      if (this.#place < this.#parts.kept.length) this.#sweepKept();
      else this.#sweepRevision();
    }
    return steps;
  }

  #sweepKept(): void {
    const stored = this.#parts.kept.at(this.#place);
    this.#place += 1;
    this.#sweepRecord(stored.record, stored.subRevision);
  }

  #sweepRevision(): void {
    const { log, previousRevision } = this.#parts;
    const { first } = log;
    if (first > this.revision) {
      this.#isDone = true;
      return;
    }
    // The compacted revision stays in the log for watchers; its records were kept before.
    if (first > previousRevision) {
      for (const [subRevision, record] of log.at(first).entries()) {
        this.#sweepRecord(record, subRevision);
      }
    }
    if (first < this.revision) {
      log.dropFirst();
    } else {
      log.dropSuperseded(first);
      this.#isDone = true;
    }
  }

  #sweepRecord(record: KeyValue, subRevision: number): void {
    const { index } = this.#parts;
    index.compact(record.key, this.revision);
    const isKept = index.oldest(record.key) === record;
    this.#hasher.write({ record, subRevision }, () => isKept);
    if (isKept) this.kept.push(record, subRevision);
  }
}
