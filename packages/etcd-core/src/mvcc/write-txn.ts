import type { ByteString, KeyRange, LeaseId } from "../requests.ts";
import { noLease } from "../requests.ts";
import type { KeyValue } from "../responses.ts";
import type { Tally } from "../tally.ts";
import type { KeyIndex, RangeResult } from "./key-index.ts";
import type { ReadView } from "./read-view.ts";
import { createTombstone } from "./record.ts";

/** Who keeps count of which keys hang on which lease. */
export interface LeaseAttachments {
  attach(lease: LeaseId, key: ByteString): void;
  detach(lease: LeaseId, key: ByteString): void;
}

/** What a write transaction needs of the store that it writes to. */
export interface WritableStore {
  readonly revision: number;
  readonly compactRevision: number;
  readonly index: KeyIndex;
  readonly leases: LeaseAttachments;
  readonly tally: Tally;
}

/**
 * The one way in which keys change: a client's put, a transaction and the expiry of a lease all
 * write through one of these, and all writes of one share one revision. It reads its own writes.
 * Nothing can fail on the way: whoever writes has checked before that all of it may be done, so
 * there is no going back.
 */
export class WriteTxn implements ReadView {
  readonly compactRevision: number;
  readonly tally: Tally;
  /** What was written so far, in the order of writing. */
  readonly changes: KeyValue[] = [];
  readonly #beginRevision: number;
  readonly #index: KeyIndex;
  readonly #leases: LeaseAttachments;

  constructor(store: WritableStore) {
    this.compactRevision = store.compactRevision;
    this.tally = store.tally;
    this.#beginRevision = store.revision;
    this.#index = store.index;
    this.#leases = store.leases;
  }

  /** The store's revision before the first write, the next one after it. */
  get revision(): number {
    return this.changes.length === 0 ? this.#beginRevision : this.#beginRevision + 1;
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

  /** Writes a key. The lease must be there, or 0n. */
  put(key: ByteString, value: ByteString, lease: LeaseId): void {
    const previous = this.#index.get(key);
    const revision = this.#beginRevision + 1;
    this.#append({
      // All versions share one copy of the key.
      key: previous?.key ?? key,
      value,
      createRevision: previous?.createRevision ?? revision,
      modRevision: revision,
      version: (previous?.version ?? 0) + 1,
      // A zero from somebody's parser is an object of its own; one for all records is enough.
      lease: lease === noLease ? noLease : lease,
    });
    const previousLease = previous?.lease ?? noLease;
    if (previousLease === lease) return;
    if (previousLease !== noLease) this.#leases.detach(previousLease, key);
    if (lease !== noLease) this.#leases.attach(lease, key);
  }

  /** Deletes a key; false when it is not there. */
  delete(key: ByteString): boolean {
    const previous = this.#index.get(key);
    if (previous === undefined) return false;
    this.#append(createTombstone(previous.key, this.#beginRevision + 1));
    if (previous.lease !== noLease) this.#leases.detach(previous.lease, key);
    return true;
  }

  #append(record: KeyValue): void {
    this.#index.append(record);
    this.changes.push(record);
  }
}
