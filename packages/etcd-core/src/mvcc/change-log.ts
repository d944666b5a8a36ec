import type { KeyValue } from "../responses.ts";
import { isTombstone } from "./record.ts";

/**
 * The records that one revision made, in the order of the operations. A lone record, the usual
 * case, has no list.
 */
type Changes = KeyValue | readonly KeyValue[];

/**
 * History by revision: which records each revision made. Watchers that start in the past are served
 * from it.
 *
 * An array whose place i belongs to revision first + i, as each revision made at least one record.
 * Example: put a at 2, a transaction that puts b and deletes a at 3:
 *
 *                             first = 2   [ a@2 ] [ [b@3, a@3 ✝] ]
 *     the oldest is dropped:  first = 3   [ [b@3, a@3 ✝] ]
 */
export class ChangeLog {
  #first: number;
  #entries: (Changes | undefined)[] = [];
  /**
   * Places before this one are dropped already; the array itself is cut only now and then, as that
   * costs its length.
   */
  #head = 0;

  /** `first` is the revision that the first `append` belongs to. */
  constructor(first: number) {
    this.#first = first;
  }

  /** The oldest revision whose changes are held, or the next one when none are. */
  get first(): number {
    return this.#first;
  }

  /** How many revisions are held. */
  get length(): number {
    return this.#entries.length - this.#head;
  }

  /** Adds the next revision's changes. */
  append(changes: readonly KeyValue[]): void {
    // A copy is exactly as long as it needs to be; a list that grew by pushes is not.
    this.#entries.push(changes.length === 1 ? changes[0] : changes.slice());
  }

  /** What a revision changed; nothing for one that is not held. */
  at(revision: number): readonly KeyValue[] {
    const changes = revision < this.#first ? undefined : this.#entries[this.#place(revision)];
    if (changes === undefined) return [];
    return isList(changes) ? changes : [changes];
  }

  /** Drops the oldest revision that is held. */
  dropFirst(): void {
    this.#entries[this.#head] = undefined;
    this.#head += 1;
    this.#first += 1;
    if (this.#head * 2 > this.#entries.length) {
      this.#entries = this.#entries.slice(this.#head);
      this.#head = 0;
    }
  }

  /**
   * Drops those records of a revision that the revision itself ended: a put whose key the same
   * transaction deleted later. That is what compaction at exactly this revision leaves of it. A
   * deletion before a put stays, and so does the put. Deviates: etcd 3.6 loses that put, and dies
   * of the next read of its key.
   */
  dropSuperseded(revision: number): void {
    const changes = this.at(revision);
    if (changes.length < 2) return;
    const deleted = new Set<string>();
    const kept: KeyValue[] = [];
    for (const record of changes.toReversed()) {
      if (isTombstone(record)) deleted.add(record.key);
      else if (deleted.has(record.key)) continue;
      kept.push(record);
    }
    this.#entries[this.#place(revision)] = kept.length === 1 ? kept[0] : kept.reverse();
  }

  #place(revision: number): number {
    return this.#head + revision - this.#first;
  }
}

function isList(changes: Changes): changes is readonly KeyValue[] {
  return Array.isArray(changes);
}
