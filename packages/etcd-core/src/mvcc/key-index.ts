import { pageShareBytes } from "../backend/backend-size.ts";
import { isSingleKey, upperBound } from "../key-range.ts";
import type { ByteString, KeyRange } from "../requests.ts";
import type { KeyValue } from "../responses.ts";
import { KeyTree } from "./key-tree.ts";
import { compactVersions, type KeyVersions, versionAt } from "./key-versions.ts";
import { isTombstone, recordBytes } from "./record.ts";

/** What a read of a range gives. */
export interface RangeResult {
  /** Ascending by key; at most as many as asked for. */
  readonly kvs: readonly KeyValue[];
  /** How many keys the range holds, the limit left aside. */
  readonly count: number;
}

/**
 * Every key with all its versions that history still holds.
 *
 * Mirrors: treeIndex in etcd server/storage/mvcc/index.go, which points into bbolt; here the
 * records stand in the index itself.
 */
export class KeyIndex {
  readonly #keys = new KeyTree<KeyVersions>();
  #liveKeys = 0;
  #records = 0;
  #bytes = 0;
  #pageBytes = 0;

  /** How many keys exist now. */
  get liveKeys(): number {
    return this.#liveKeys;
  }

  /** How many records are held, deletions included. */
  get records(): number {
    return this.#records;
  }

  /** How many bytes of keys and values the records hold together. */
  get bytes(): number {
    return this.#bytes;
  }

  /** How many bytes of pages the records would take in etcd's file. */
  get pageBytes(): number {
    return this.#pageBytes;
  }

  /**
   * A key's record as of a revision, the newest if none is given; undefined when the key did not
   * exist then.
   */
  get(key: ByteString, revision?: number): KeyValue | undefined {
    const versions = this.#keys.get(key);
    return versions && versionAt(versions, revision);
  }

  /** The oldest record that is held of a key; undefined when none is. */
  oldest(key: ByteString): KeyValue | undefined {
    return this.#keys.get(key)?.[0];
  }

  /**
   * The records of a range as of a revision; a limit of 0 or less is none. Costs as much as the
   * whole range holds.
   */
  range(range: KeyRange, revision: number, limit = 0): RangeResult {
    const kvs: KeyValue[] = [];
    let count = 0;
    this.#visit(range, revision, (record) => {
      count += 1;
      if (limit <= 0 || count <= limit) kvs.push(record);
    });
    return { kvs, count };
  }

  /** How many keys a range holds as of a revision. */
  count(range: KeyRange, revision: number): number {
    let count = 0;
    this.#visit(range, revision, () => {
      count += 1;
    });
    return count;
  }

  /** The newest records of all keys that exist now. */
  *live(): IterableIterator<KeyValue> {
    const found: KeyValue[] = [];
    this.#keys.visit("", undefined, (versions) => {
      const record = versionAt(versions);
      if (record !== undefined) found.push(record);
      return true;
    });
    yield* found;
  }

  /** Adds the newest record of a key. */
  append(record: KeyValue): void {
    const versions = this.#keys.get(record.key);
    const wasLive = versions !== undefined && versionAt(versions) !== undefined;
    if (versions === undefined) this.#keys.insert(record.key, [record]);
    else versions.push(record);
    this.#liveKeys += Number(!isTombstone(record)) - Number(wasLive);
    this.#records += 1;
    this.#bytes += recordBytes(record);
    this.#pageBytes += pageShareBytes(record);
  }

  /** Drops what no read of this key at or above the revision needs. */
  compact(key: ByteString, revision: number): void {
    const versions = this.#keys.get(key);
    if (versions === undefined) return;
    for (const record of compactVersions(versions, revision)) {
      this.#records -= 1;
      this.#bytes -= recordBytes(record);
      this.#pageBytes -= pageShareBytes(record);
    }
    if (versions.length === 0) this.#keys.delete(key);
  }

  #visit(range: KeyRange, revision: number, visitor: (record: KeyValue) => void): void {
    if (isSingleKey(range)) {
      const record = this.get(range.key, revision);
      if (record !== undefined) visitor(record);
      return;
    }
    this.#keys.visit(range.key, upperBound(range), (versions) => {
      const record = versionAt(versions, revision);
      if (record !== undefined) visitor(record);
      return true;
    });
  }
}
