import { goQuote, goTexts } from "@leaderlab/golang";
import type { ClientConfig } from "pg";
import { postgresTexts } from "../errors/postgres-texts.ts";
import { DatabaseError } from "./key-value-store.ts";

/** Where a Postgres database is. */
export interface PostgresDsn {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  readonly isTls: boolean;
}

const defaults = { host: "localhost", port: "5432", user: "postgres" } as const;
const schemes = /^postgres(?:ql)?:\/\//;
/** One `name=value`; a value with spaces stands in single quotes, in which a backslash escapes. */
const pair = /\s*([a-z_]+)\s*=\s*(?:'((?:\\.|[^'\\])*)'|([^\s']*))\s*/y;

/**
 * Reads `--db.postgres.dsn`: `postgres://USER:PASSWORD@HOST:PORT/DATABASE?sslmode=…`, or `host=… user=… dbname=…`.
 * Settings that libpq knows and that have no meaning here are passed over. Throws a DatabaseError in the words of the
 * driver that lnd uses, without the password. Mirrors: pgx v5 pgconn.ParseConfig.
 */
export function parsePostgresDsn(dsn: string): PostgresDsn {
  const settings = schemes.test(dsn) ? fromUrl(dsn) : fromPairs(dsn);
  const { host, port, user } = { ...defaults, ...settings };
  return {
    host,
    port: readPort(dsn, port),
    user,
    password: settings["password"] ?? "",
    database: settings["dbname"] || user,
    isTls: /^(require|verify-ca|verify-full)$/.test(settings["sslmode"] ?? ""),
  };
}

/** What `pg` is told of it. A certificate is verified for `verify-full` only, by `pg` itself. */
export function clientConfig(dsn: PostgresDsn): ClientConfig {
  const { host, port, user, password, database, isTls } = dsn;
  const ssl = isTls ? { rejectUnauthorized: false } : false;
  return { host, port, user, password, database, ssl };
}

type Settings = Readonly<Record<string, string>>;

function fromUrl(dsn: string): Settings {
  let url: URL;
  try {
    url = new URL(dsn.replace(schemes, "postgres://"));
  } catch {
    throw refusal(dsn, "URL", `parse ${goQuote(hidden(dsn))}: ${goTexts.invalidSyntax}`);
  }
  const given: [string, string][] = [
    ["host", decode(url.hostname).replace(/^\[|\]$/g, "")],
    ["port", url.port],
    ["user", decode(url.username)],
    ["password", decode(url.password)],
    ["dbname", decode(url.pathname.slice(1))],
    ...url.searchParams,
  ];
  return Object.fromEntries(given.filter(([, value]) => value !== ""));
}

function fromPairs(dsn: string): Settings {
  const settings: Record<string, string> = {};
  pair.lastIndex = 0;
  for (let at = 0; at < dsn.length; at = pair.lastIndex) {
    pair.lastIndex = at;
    const found = pair.exec(dsn);
    if (found === null) throw refusal(dsn, "keyword/value", "invalid keyword/value");
    const [, name = "", quoted, plain = ""] = found;
    settings[name] = quoted?.replaceAll(/\\(.)/g, "$1") ?? plain;
  }
  return settings;
}

function readPort(dsn: string, text: string): number {
  const port = /^\d+$/.test(text) ? Number(text) : 0;
  if (port > 0 && port <= 65535) return port;
  throw refusal(dsn, schemes.test(dsn) ? "URL" : "keyword/value", "invalid port");
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function refusal(dsn: string, form: "URL" | "keyword/value", reason: string): DatabaseError {
  return new DatabaseError(postgresTexts.cannotParse(hidden(dsn), form, reason));
}

/** The text without its password. */
function hidden(dsn: string): string {
  return dsn
    .replace(/^(postgres(?:ql)?:\/\/[^:/@]*:)[^@]*@/, "$1xxxxxx@")
    .replace(/(password\s*=\s*)('(?:\\.|[^'\\])*'|\S*)/, "$1xxxxxx");
}
