import type { Clock } from "@leaderlab/clock";
import { withDeadline } from "@leaderlab/election";
import pg from "pg";
import { postgresTexts } from "../errors/postgres-texts.ts";
import { LndError } from "../errors.ts";
import { DatabaseError, type KeyValueStore } from "./key-value-store.ts";
import { clientConfig, type PostgresDsn, parsePostgresDsn } from "./postgres-dsn.ts";
import { connectFailure, isConflict, statementFailure } from "./postgres-failure.ts";
import { PostgresTx, postgresTables } from "./postgres-tx.ts";

/** How often a transaction that ran into another one is tried anew. Mirrors: lnd sqldb DefaultNumTxRetries. */
const maxAttempts = 20;
const retryDelayMs = 5;
/** A database that does not answer is given up after this. */
const connectTimeoutMs = 30_000;
/** What a pool without a bound (`--db.postgres.maxconnections=0`) holds at most. */
const mostConnections = 100;
/** Any number that others are unlikely to lock. */
const tablesLock = 0x6c6e_646b;

export interface PostgresStoreOptions {
  readonly dsn: string;
  /** How long a statement may take; 0 for no limit. */
  readonly timeoutMs: number;
  /** 0 for no limit of one's own. */
  readonly maxConnections: number;
  readonly clock: Clock;
  /** Gives up what is under way. */
  readonly signal: AbortSignal;
}

/**
 * The store in a Postgres: a table for each of lnd's databases, and serializable transactions. Nothing in it knows who
 * leads: two nodes may use it at the same time, as two lnds may. Rejects with a DatabaseError in the driver's words
 * when the database cannot be reached.
 *
 * Mirrors: lnd kvdb/postgres. Deviates: the tables bear lnd's names, their columns are key and value.
 */
export async function openPostgresStore(options: PostgresStoreOptions): Promise<KeyValueStore> {
  const dsn = parsePostgresDsn(options.dsn);
  const pool = new pg.Pool({
    ...clientConfig(dsn),
    max: options.maxConnections > 0 ? options.maxConnections : mostConnections,
    ...(options.timeoutMs > 0 && { statement_timeout: options.timeoutMs }),
  });
  pool.on("error", () => {}); // an idle connection was cut: the next transaction takes another one
  const store = new PostgresStore(pool, dsn, options);
  try {
    await store.createTables();
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

class PostgresStore implements KeyValueStore {
  readonly #pool: pg.Pool;
  readonly #dsn: PostgresDsn;
  readonly #options: PostgresStoreOptions;
  #ended: Promise<void> | undefined;

  constructor(pool: pg.Pool, dsn: PostgresDsn, options: PostgresStoreOptions) {
    this.#pool = pool;
    this.#dsn = dsn;
    this.#options = options;
  }

  async createTables(): Promise<void> {
    await this.#transact(async (client) => {
      // Two nodes that start at once would make the same table twice.
      await client.query("SELECT pg_advisory_xact_lock($1)", [tablesLock]);
      for (const table of postgresTables) {
        await client.query(
          `CREATE TABLE IF NOT EXISTS ${table} (key bytea PRIMARY KEY, value bytea NOT NULL)`,
        );
      }
    });
  }

  update: KeyValueStore["update"] = (work) =>
    this.#transact(async (client) => {
      const tx = new PostgresTx(client);
      const result = await work(tx);
      await tx.flush();
      return result;
    });

  view: KeyValueStore["view"] = (work) => this.#transact((client) => work(new PostgresTx(client)));

  close(): Promise<void> {
    this.#ended ??= this.#pool.end();
    return this.#ended;
  }

  async #transact<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const { clock, signal } = this.#options;
    for (let attempt = 1; ; attempt++) {
      const client = await this.#connect();
      let isBroken = true;
      try {
        await client.query("BEGIN ISOLATION LEVEL SERIALIZABLE");
        const result = await work(client);
        await client.query("COMMIT");
        isBroken = false;
        return result;
      } catch (error) {
        isBroken = !(await rolledBack(client));
        if (!isConflict(error)) throw asDatabaseError(error);
        if (attempt === maxAttempts) {
          throw new DatabaseError(postgresTexts.retriesExceeded, { cause: error });
        }
      } finally {
        client.release(isBroken);
      }
      await clock.sleep(retryDelayMs * attempt, signal);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    const { clock, signal: stopped } = this.#options;
    const connecting = this.#pool.connect();
    try {
      return await withDeadline(
        clock,
        connectTimeoutMs,
        (signal) => Promise.race([connecting, rejection(signal)]),
        stopped,
      );
    } catch (error) {
      connecting.then(
        (client) => client.release(true),
        () => {},
      );
      stopped.throwIfAborted();
      throw new DatabaseError(connectFailure(error, this.#dsn), { cause: error });
    }
  }
}

/** Whether the connection can be used again. */
async function rolledBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("ROLLBACK");
    return true;
  } catch {
    return false;
  }
}

function asDatabaseError(error: unknown): unknown {
  // What the work itself threw is the caller's.
  if (error instanceof LndError || error instanceof DatabaseError) return error;
  const isDriver = error instanceof Error && "code" in error;
  return isDriver ? new DatabaseError(statementFailure(error), { cause: error }) : error;
}

function rejection(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const fail = () => reject(signal.reason as Error);
    if (signal.aborted) fail();
    else signal.addEventListener("abort", fail, { once: true });
  });
}
