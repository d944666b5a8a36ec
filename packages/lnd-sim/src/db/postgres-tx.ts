import type { ClientBase } from "pg";
import type { DatabaseName } from "./buckets.ts";
import type { KeyValue, KeyValueTx, KeyValueView, ScanOptions } from "./key-value-store.ts";

const databases: readonly DatabaseName[] = ["channeldb", "macaroondb", "walletdb"];

/** The tables: one for each of lnd's databases, under lnd's names. */
export const postgresTables: readonly string[] = databases.map(tableOf);

interface Row {
  readonly key: Buffer;
  readonly value: Buffer;
}

interface Write {
  readonly key: Buffer;
  readonly value: Buffer | undefined;
}

/** A read that waits for the others of its turn. */
interface Waiting {
  readonly key: Buffer;
  readonly resolve: (value: Buffer | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A transaction's view of the tables. Reads that are begun in one turn go out as one statement, and all writes go
 * out as one statement a table at the end: a wallet of 1,200 records takes a handful of round trips.
 */
export class PostgresTx implements KeyValueTx, KeyValueView {
  readonly #client: ClientBase;
  /** By key, one byte a character; undefined: deleted. */
  readonly #writes = new Map<string, Buffer | undefined>();
  #waiting: Waiting[] = [];

  constructor(client: ClientBase) {
    this.#client = client;
  }

  async get(key: Buffer): Promise<Buffer | undefined> {
    const name = key.toString("latin1");
    if (this.#writes.has(name)) return this.#writes.get(name);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, resolve, reject });
      if (this.#waiting.length === 1) queueMicrotask(() => void this.#read());
    });
  }

  /** What was put in this transaction is not among it: only views scan, and they put nothing. */
  async scan(
    start: Buffer,
    end: Buffer,
    { limit, isReversed = false }: ScanOptions,
  ): Promise<readonly KeyValue[]> {
    const found: Row[] = [];
    for (const [table] of byTable([{ key: start }])) {
      const { rows } = await this.#client.query<Row>(
        `SELECT key, value FROM ${table} WHERE key >= $1 AND key < $2 ` +
          `ORDER BY key ${isReversed ? "DESC" : "ASC"} LIMIT $3`,
        [start, end, limit],
      );
      found.push(...rows);
    }
    return found;
  }

  put(key: Buffer, value: Buffer): void {
    this.#writes.set(key.toString("latin1"), value);
  }

  delete(key: Buffer): void {
    this.#writes.set(key.toString("latin1"), undefined);
  }

  /** Sends what was put and deleted. */
  async flush(): Promise<void> {
    const writes = [...this.#writes].map(
      ([name, value]): Write => ({ key: Buffer.from(name, "latin1"), value }),
    );
    for (const [table, ofTable] of byTable(writes)) {
      const gone = ofTable.filter(({ value }) => value === undefined);
      const put = ofTable.filter((write): write is Row => write.value !== undefined);
      const text = `DELETE FROM ${table} WHERE key = ANY($1)`;
      if (gone.length > 0) await this.#client.query(text, [gone.map(({ key }) => key)]);
      if (put.length === 0) continue;
      await this.#client.query(
        `INSERT INTO ${table} (key, value) SELECT * FROM unnest($1::bytea[], $2::bytea[]) ` +
          "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        [put.map(({ key }) => key), put.map(({ value }) => value)],
      );
    }
  }

  /** Answers the reads of one turn. Never rejects: each read does. */
  async #read(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    try {
      const found = new Map<string, Buffer>();
      for (const [table, ofTable] of byTable(waiting)) {
        const { rows } = await this.#client.query<Row>(
          `SELECT key, value FROM ${table} WHERE key = ANY($1)`,
          [ofTable.map(({ key }) => key)],
        );
        for (const { key, value } of rows) found.set(key.toString("latin1"), value);
      }
      for (const { key, resolve } of waiting) resolve(found.get(key.toString("latin1")));
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }
}

function tableOf(database: string): string {
  return `${database}_kv`;
}

/** Sorts keys to their tables, in the order of the tables' names, so that two transactions lock in one order. */
function byTable<T extends { readonly key: Buffer }>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> {
  const tables = new Map<string, T[]>();
  for (const database of databases) {
    const name = Buffer.from(database);
    const own = items.filter(({ key }) => key.subarray(0, name.length).equals(name));
    if (own.length > 0) tables.set(tableOf(database), own);
  }
  return tables;
}
