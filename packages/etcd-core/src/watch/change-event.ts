import { isCreation, isTombstone } from "../mvcc/record.ts";
import type { ByteString } from "../requests.ts";
import type { KeyValue, WatchEvent } from "../responses.ts";

/**
 * Reads a key as of a revision; undefined when it did not exist then, or when that is compacted.
 */
export type ReadAt = (key: ByteString, revision: number) => KeyValue | undefined;

/**
 * A change on its way to watchers. The two shapes in which it can be told are made once, however
 * many are told: one object serves all of them, so that whoever encodes events may remember what he
 * made of each.
 */
export class ChangeEvent {
  readonly plain: WatchEvent;
  readonly #readAt: ReadAt;
  #withPrevious: WatchEvent | undefined;

  constructor(record: KeyValue, readAt: ReadAt) {
    this.plain = { type: isTombstone(record) ? "delete" : "put", kv: record };
    this.#readAt = readAt;
  }

  /**
   * With the record as it was one revision before; without one when the key is new, or that is
   * compacted away.
   */
  get withPrevious(): WatchEvent {
    this.#withPrevious ??= this.#addPrevious();
    return this.#withPrevious;
  }

  #addPrevious(): WatchEvent {
    const { kv } = this.plain;
    if (isCreation(kv)) return this.plain;
    const prevKv = this.#readAt(kv.key, kv.modRevision - 1);
    return prevKv === undefined ? this.plain : { ...this.plain, prevKv };
  }
}
