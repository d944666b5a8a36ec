/**
 * What lnd's Postgres driver says when it cannot reach its database, which lnd passes on. Recorded of pgx v5.
 */
export const postgresTexts = {
  cannotParse: (dsn: string, form: string, reason: string) =>
    `cannot parse \`${dsn}\`: failed to parse as ${form} (${reason})`,
  cannotConnect: (user: string, database: string, reason: string) =>
    `failed to connect to \`user=${user} database=${database}\`: ${reason}`,
  place: (address: string, port: number, host: string, reason: string) =>
    `${address}:${port} (${host}): ${reason}`,
  dialing: (reason: string) => `dial error: ${reason}`,
  authentication: (reason: string) => `failed SASL auth: ${reason}`,
  server: (reason: string) => `server error: ${reason}`,
  statement: (severity: string, message: string, code: string) =>
    `${severity}: ${message} (SQLSTATE ${code})`,
  resolving: (reason: string) => `hostname resolving error: ${reason}`,
  /** Of lnd's own: serializable transactions that kept running into each other. */
  retriesExceeded: "db tx retries exceeded",
} as const;
