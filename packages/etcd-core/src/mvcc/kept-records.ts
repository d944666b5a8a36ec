import type { StoredRecord } from "../backend/stored-record.ts";
import type { KeyValue } from "../responses.ts";

/**
 * What compaction left of the history up to the compacted revision, in the order of the changes. Each
 * record's place in its revision is kept beside it, since its neighbours may be gone.
 */
export class KeptRecords {
  readonly #records: KeyValue[] = [];
  readonly #subRevisions: number[] = [];

  get length(): number {
    return this.#records.length;
  }

  push(record: KeyValue, subRevision: number): void {
    this.#records.push(record);
    this.#subRevisions.push(subRevision);
  }

  /** The one at a place, which must be below the length. */
  at(place: number): StoredRecord {
    return {
      record: this.#records[place] as KeyValue,
      subRevision: this.#subRevisions[place] as number,
    };
  }

  *[Symbol.iterator](): IterableIterator<StoredRecord> {
    for (let place = 0; place < this.#records.length; place++) yield this.at(place);
  }
}
