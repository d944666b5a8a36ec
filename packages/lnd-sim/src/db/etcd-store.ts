import type { Clock } from "@leaderlab/clock";
import {
  type Compare,
  type EtcdClient,
  type RangeRequest,
  type RequestOp,
  untilAvailable,
  withDeadline,
} from "@leaderlab/election";
import {
  DatabaseError,
  type KeyValue,
  type KeyValueStore,
  type KeyValueTx,
  type KeyValueView,
  type ScanOptions,
} from "./key-value-store.ts";

/** What lnd gives every single call to etcd. */
const callTimeoutMs = 30_000;
/** How often a transaction is tried anew before the conflict is an error; lnd itself knows no bound. */
const maxAttempts = 100;

export interface EtcdStoreOptions {
  readonly client: EtcdClient;
  readonly clock: Clock;
  /** Put before every key, as it stands: lnd adds a slash to a namespace that was configured. */
  readonly prefix: string;
  /** Gives up what is under way. */
  readonly signal: AbortSignal;
  /** Closes the connection that the client stands for. */
  close(): Promise<void>;
}

/**
 * The replicated store: software transactional memory over etcd, in the shape that lnd gives it. The first read of a
 * transaction fixes its revision and later reads are answered at that revision. The commit is one etcd transaction
 * that compares the mod revision of everything read (unchanged) and written (not newer than the reads); its else
 * branch reads the read set again. So a transaction of many keys needs etcd's `--max-txn-ops` to be as large.
 *
 * Mirrors: lnd kvdb/etcd stm.
 */
export function createEtcdStore(options: EtcdStoreOptions): KeyValueStore {
  return {
    async update(work) {
      for (let attempt = 1; ; attempt++) {
        const tx = new EtcdTx(options);
        const result = await work(tx);
        if (await tx.commit()) return result;
        if (attempt === maxAttempts) {
          throw new DatabaseError(`etcd error: stm.Commit() failed - ${attempt} conflicts`);
        }
      }
    },
    async view(work) {
      for (let attempt = 1; ; attempt++) {
        try {
          return await work(new EtcdView(options));
        } catch (error) {
          const isGone = error instanceof DatabaseError && compacted.test(error.message);
          if (!isGone || attempt === maxAttempts) throw error;
        }
      }
    },
    close: () => options.close(),
  };
}

/** A view whose revision has been compacted meanwhile begins anew. */
const compacted = /required revision has been compacted/;

/** The store at the revision of the first read. */
class EtcdView implements KeyValueView {
  readonly #options: EtcdStoreOptions;
  #revision: number | undefined;

  constructor(options: EtcdStoreOptions) {
    this.#options = options;
  }

  async get(key: Buffer): Promise<Buffer | undefined> {
    const [found] = await this.#range({ key: prefixed(this.#options, key) });
    return found?.value;
  }

  scan(start: Buffer, end: Buffer, { limit, isReversed = false }: ScanOptions) {
    return this.#range({
      key: prefixed(this.#options, start),
      rangeEnd: prefixed(this.#options, end),
      limit,
      ...(isReversed && ({ sortOrder: "descend", sortTarget: "key" } as const)),
    });
  }

  async #range(range: RangeRequest): Promise<readonly KeyValue[]> {
    const revision = this.#revision;
    const request = { ...range, ...(revision !== undefined && { revision, serializable: true }) };
    const { client, prefix } = this.#options;
    const result = await callEtcd(this.#options, "stm.fetch()", (signal) =>
      client.get(request, signal),
    );
    this.#revision ??= result.revision;
    return result.kvs.map((kv) => ({
      key: Buffer.from(kv.key).subarray(Buffer.byteLength(prefix)),
      value: Buffer.from(kv.value),
    }));
  }
}

function prefixed({ prefix }: EtcdStoreOptions, key: Buffer): Buffer {
  return Buffer.concat([Buffer.from(prefix), key]);
}

/**
 * One call to etcd within its time; an etcd that is away is waited for that long. Mirrors: the wording of lnd's
 * kvdb/etcd.
 */
async function callEtcd<T>(
  { clock, signal: stopped }: EtcdStoreOptions,
  step: "stm.fetch()" | "stm.Commit()",
  call: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const repeatable = step === "stm.fetch()";
  try {
    return await withDeadline(
      clock,
      callTimeoutMs,
      (signal) => untilAvailable({ clock, signal, repeatable }, () => call(signal)),
      stopped,
    );
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(`etcd error: ${step} failed - ${text}`, { cause: error });
  }
}

interface ReadEntry {
  readonly key: Buffer;
  readonly value: Buffer | undefined;
  /** 0 for a key that is not there. */
  readonly modRevision: number;
}

interface WriteEntry {
  readonly key: Buffer;
  /** Undefined: the key is deleted. */
  readonly value: Buffer | undefined;
}

class EtcdTx implements KeyValueTx {
  readonly #options: EtcdStoreOptions;
  readonly #reads = new Map<string, ReadEntry>();
  readonly #writes = new Map<string, WriteEntry>();
  #snapshotRevision: number | undefined;

  constructor(options: EtcdStoreOptions) {
    this.#options = options;
  }

  async get(key: Buffer): Promise<Buffer | undefined> {
    const name = key.toString("latin1");
    const written = this.#writes.get(name);
    if (written !== undefined) return written.value;
    const known = this.#reads.get(name) ?? (await this.#fetch(name, key));
    return known.value;
  }

  put(key: Buffer, value: Buffer): void {
    this.#writes.set(key.toString("latin1"), { key, value });
  }

  delete(key: Buffer): void {
    this.#writes.set(key.toString("latin1"), { key, value: undefined });
  }

  /** Whether the transaction took place; false when what it read has changed meanwhile. */
  async commit(): Promise<boolean> {
    const bound = (this.#snapshotRevision ?? Number.MAX_SAFE_INTEGER - 1) + 1;
    const compare: Compare[] = [
      ...[...this.#reads.values()].map(
        (read): Compare => ({
          key: prefixed(this.#options, read.key),
          target: "mod",
          result: "equal",
          operand: read.modRevision,
        }),
      ),
      ...[...this.#writes.values()].map(
        (write): Compare => ({
          key: prefixed(this.#options, write.key),
          target: "mod",
          result: "less",
          operand: bound,
        }),
      ),
    ];
    if (compare.length === 0) return true;
    const success = [...this.#writes.values()].map((write) => this.#writeOp(write));
    const failure = [...this.#reads.values()].map(
      ({ key }): RequestOp => ({ kind: "range", request: { key: prefixed(this.#options, key) } }),
    );
    const result = await callEtcd(this.#options, "stm.Commit()", (signal) =>
      this.#options.client.txn({ compare, success, failure }, signal),
    );
    return result.succeeded;
  }

  async #fetch(name: string, key: Buffer): Promise<ReadEntry> {
    const revision = this.#snapshotRevision;
    const request = {
      key: prefixed(this.#options, key),
      ...(revision !== undefined && { revision, serializable: true }),
    };
    const result = await callEtcd(this.#options, "stm.fetch()", (signal) =>
      this.#options.client.get(request, signal),
    );
    this.#snapshotRevision ??= result.revision;
    const kv = result.kvs[0];
    const entry = {
      key,
      value: kv && Buffer.from(kv.value),
      modRevision: kv?.modRevision ?? 0,
    };
    this.#reads.set(name, entry);
    return entry;
  }

  #writeOp({ key, value }: WriteEntry): RequestOp {
    const inStore = prefixed(this.#options, key);
    if (value === undefined) return { kind: "deleteRange", request: { key: inStore } };
    return { kind: "put", request: { key: inStore, value } };
  }
}
