import type { KeyValue, LeaseId } from "@leaderlab/etcd-core";

/** A key of the election as it is now. */
export interface KeyRecord {
  readonly key: string;
  /** The `--cluster.id` of its holder. */
  readonly value: string;
  readonly lease: LeaseId;
  readonly createRevision: number;
}

/** A change of one. */
export interface KeyChange {
  readonly type: "put" | "delete";
  readonly key: string;
  readonly revision: number;
  readonly atMs: number;
}

/** How many changes are kept: enough for any watcher that reconnects; one that wants older ones is not checked. */
const maxChanges = 4000;

/** The election's keys, oldest first, and their last changes. */
export class KeyLog {
  readonly #keys = new Map<string, KeyRecord>();
  readonly #listeners: ((change: KeyChange) => void)[] = [];
  #changes: KeyChange[] = [];
  /** All changes from this revision on are kept. */
  #fromRevision = 0;

  /** Begins anew with these keys, as they are at a revision. */
  reset(kvs: readonly KeyValue[], revision: number): void {
    this.resume(kvs);
    this.#changes = [];
    this.#fromRevision = revision + 1;
  }

  /** Goes on with these keys, which the changes until now have led to. */
  resume(kvs: readonly KeyValue[]): void {
    this.#keys.clear();
    for (const kv of kvs.toSorted((a, b) => a.createRevision - b.createRevision)) this.#set(kv);
  }

  append({ type, kv, atMs }: Pick<KeyChange, "type" | "atMs"> & { readonly kv: KeyValue }): void {
    if (type === "delete") this.#keys.delete(kv.key);
    else this.#set(kv);
    const change = { type, key: kv.key, revision: kv.modRevision, atMs };
    this.#changes.push(change);
    if (this.#changes.length > 2 * maxChanges) {
      this.#changes = this.#changes.slice(-maxChanges);
      this.#fromRevision = (this.#changes[0]?.revision ?? 0) + 1;
    }
    for (const listener of this.#listeners) listener(change);
  }

  /** Calls back for each change from now on. */
  onChange(listener: (change: KeyChange) => void): void {
    this.#listeners.push(listener);
  }

  get(key: string): KeyRecord | undefined {
    return this.#keys.get(key);
  }

  /** The first in the queue; a key that hangs on no lease is none of an election's. */
  get oldest(): KeyRecord | undefined {
    for (const record of this.#keys.values()) if (record.lease !== 0n) return record;
    return undefined;
  }

  /** The changes from a revision on; undefined when not all of them are kept. */
  since(revision: number): readonly KeyChange[] | undefined {
    if (revision < this.#fromRevision) return undefined;
    return this.#changes.filter((change) => change.revision >= revision);
  }

  #set({ key, value, lease, createRevision }: KeyValue): void {
    const known = this.#keys.get(key);
    if (known?.createRevision !== createRevision) this.#keys.delete(key);
    this.#keys.set(key, { key, value, lease, createRevision });
  }
}
