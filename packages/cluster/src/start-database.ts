import { type EmbeddedPostgres, startEmbeddedPostgres } from "./embedded-postgres.ts";
import type { NodeDatabase } from "./node-flags.ts";
import type { Timeline } from "./timeline.ts";

/** Which Postgres, and how. */
export interface PostgresOptions {
  /** A real one; left out: one in memory. */
  readonly dsn?: string;
  /** The port of the one in memory; 0 for a free one. */
  readonly port?: number;
  /** Default true. Without an election every node runs at once, which lnd does not prevent either. */
  readonly hasElection?: boolean;
}

/** What the nodes keep their state in. */
export interface StartedDatabase {
  readonly database: NodeDatabase;
  /** The one in memory, if there is one. */
  readonly postgres: EmbeddedPostgres | undefined;
}

/** Starts the Postgres in memory where one is asked for. Rejects with Node's error when its port is taken. */
export async function startDatabase(
  options: PostgresOptions | undefined,
  timeline: Timeline,
): Promise<StartedDatabase> {
  if (options === undefined) {
    return { database: { backend: "etcd" }, postgres: undefined };
  }
  const { dsn: given, port, hasElection = true } = options;
  const postgres = given === undefined ? await startEmbeddedPostgres(port) : undefined;
  const dsn = given ?? postgres?.dsn ?? "";
  timeline.append({ kind: "postgresStarted", dsn: withoutPassword(dsn) });
  return { database: { backend: "postgres", dsn, hasElection }, postgres };
}

/** A DSN as it may be shown. */
export function withoutPassword(dsn: string): string {
  return dsn.replace(/^(\w+:\/\/[^:/@]*):[^@]*@/, "$1@").replace(/password=\S*\s*/, "");
}
