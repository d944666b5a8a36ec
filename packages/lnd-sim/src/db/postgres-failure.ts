import { goDialError, goTexts } from "@leaderlab/golang";
import { postgresTexts } from "../errors/postgres-texts.ts";
import type { PostgresDsn } from "./postgres-dsn.ts";

/** Serialization failure and deadlock: the transaction had no effect and may be tried again. */
const retryable = new Set(["40001", "40P01"]);
/** Invalid authorization and invalid password. */
const authentication = new Set(["28000", "28P01"]);

interface PostgresError extends Error {
  /** SQLSTATE, or Node's code for a failure of the socket. */
  readonly code?: string;
  readonly severity?: string;
  readonly address?: string;
  readonly port?: number;
}

/** Whether a transaction failed only because another one ran at the same time. */
export function isConflict(error: unknown): boolean {
  return retryable.has((error as PostgresError).code ?? "");
}

/** Why a statement failed, in the words of lnd's driver. Mirrors: pgx v5 pgconn.PgError. */
export function statementFailure(error: unknown): string {
  const { severity, message, code } = error as PostgresError;
  if (severity === undefined || code === undefined) return message ?? String(error);
  return postgresTexts.statement(severity, message, code);
}

/** Why there is no connection, in the words of lnd's driver. Mirrors: pgx v5 pgconn.ConnectError. */
export function connectFailure(error: unknown, dsn: PostgresDsn): string {
  const { user, database, host, port } = dsn;
  // Node gathers the failures of a name with several addresses; the driver tries IPv4 first and tells of that.
  const found = error instanceof AggregateError ? (error.errors as PostgresError[]) : [];
  const ipv4 = found.find(({ address }) => address?.includes(".")) ?? found[0];
  const failure = ipv4 ?? (error as PostgresError);
  const reason =
    failure.code === "ENOTFOUND"
      ? postgresTexts.resolving(goTexts.lookup(host, goTexts.noSuchHost))
      : postgresTexts.place(failure.address ?? host, port, host, reasonOf(failure, dsn));
  return postgresTexts.cannotConnect(user, database, reason);
}

function reasonOf(failure: PostgresError, { host, port }: PostgresDsn): string {
  if (failure.severity === undefined) {
    return postgresTexts.dialing(goDialError(`tcp ${failure.address ?? host}:${port}`, failure));
  }
  const isAuthentication = authentication.has(failure.code ?? "");
  const text = isAuthentication ? postgresTexts.authentication : postgresTexts.server;
  return text(statementFailure(failure));
}
