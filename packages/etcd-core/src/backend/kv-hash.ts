import { isTombstone } from "../mvcc/record.ts";
import { Crc32c } from "./crc32c.ts";
import { RecordEncoder, type StoredRecord } from "./stored-record.ts";

/** The checksum over the history up to a revision, by which members of a cluster are compared. */
export interface KvHash {
  readonly hash: number;
  /** The compaction that it knows of; -1 for none. */
  readonly compactRevision: number;
  /** The last revision that it covers. */
  readonly revision: number;
}

/** The name of the bucket goes before its content. */
const bucketName = Uint8Array.from("key", (char) => char.charCodeAt(0));

/**
 * Sums up the changes of a history, in their order, as etcd does: all after the compacted revision
 * and, of those before, what a read at the end of the history would find. A deletion at the compacted
 * revision itself is left out, since older versions of etcd drop it when they compact.
 *
 * Mirrors: kvHasher in etcd server/storage/mvcc/hash.go.
 */
export class KvHasher {
  readonly #crc = new Crc32c();
  readonly #encoder = new RecordEncoder();
  readonly #compactRevision: number;
  readonly #revision: number;

  constructor(compactRevision: number, revision: number) {
    this.#compactRevision = compactRevision;
    this.#revision = revision;
    this.#crc.update(bucketName);
  }

  /**
   * Takes in the next change. `isNeeded` tells whether a read at the end of the history finds it;
   * that is asked only of what compaction left.
   */
  write(stored: StoredRecord, isNeeded: (stored: StoredRecord) => boolean): void {
    const { record } = stored;
    if (record.modRevision > this.#revision) return;
    if (record.modRevision <= this.#compactRevision && !isNeeded(stored)) return;
    if (record.modRevision === this.#compactRevision && isTombstone(record)) return;
    this.#crc.update(this.#encoder.key(stored));
    this.#crc.update(this.#encoder.value(record));
  }

  get result(): KvHash {
    return {
      hash: this.#crc.value,
      compactRevision: this.#compactRevision,
      revision: this.#revision,
    };
  }
}
