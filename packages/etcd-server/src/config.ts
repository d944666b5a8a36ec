import { isIP } from "node:net";
import { join } from "node:path";
import { goQuote } from "@leaderlab/golang";
import { type FlagKind, flagTable } from "./flag-table.ts";
import { FlagError, type FlagValue, parseGoFlags, readFlagValue } from "./go-flags.ts";
import type { AccessRules } from "./http/access-control.ts";

/** What etcd's flags ask for, as far as it has a meaning here. */
export interface EtcdConfig {
  /** The program and its arguments, as they were given. */
  readonly commandLine: readonly string[];
  readonly name: string;
  readonly dataDir: string;
  readonly listenClientUrls: readonly string[];
  readonly advertiseClientUrls: readonly string[];
  readonly peerUrls: readonly string[];
  readonly clusterToken: string;
  readonly maxTxnOps: number;
  readonly quotaBytes: number;
  readonly maxLearners: number;
  readonly maxRequestBytes: number;
  readonly maxConcurrentStreams: number;
  /** One and a half election timeouts in whole seconds, rounded up: etcd grants no shorter lease. */
  readonly minLeaseTtlSeconds: number;
  readonly watchProgressIntervalMs: number;
  /** Whether JSON is served under /v3. */
  readonly hasGateway: boolean;
  /** Who may ask over HTTP. */
  readonly access: AccessRules;
  readonly autoTls: boolean;
  readonly selfSignedValidityYears: number;
  readonly certFile: string;
  readonly keyFile: string;
  readonly trustedCaFile: string;
  readonly clientCertAuth: boolean;
  readonly logLevel: "debug" | "info" | "warn" | "error" | "fatal";
}

/** What a command line asks for: to serve, or only to say something. */
export type EtcdCommand =
  | { readonly kind: "version" }
  | { readonly kind: "help" }
  | {
      readonly kind: "serve";
      readonly config: EtcdConfig;
      /** Flags that were given and have no effect here. */
      readonly withoutEffect: readonly string[];
    };

const kinds = new Map<string, FlagKind>(flagTable.map(([name, kind]) => [name, kind]));

/**
 * Reads etcd's command line and its ETCD_… variables; a flag wins over a variable. Throws FlagError in etcd's words.
 * Nothing is opened or written.
 */
export function parseEtcdFlags(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): EtcdCommand {
  if (argv.some((argument) => /^--?(h|help)$/.test(argument))) return { kind: "help" };
  const { flags, rest } = parseGoFlags(argv, (name) => kinds.get(name));
  if (rest[0] !== undefined) throw new FlagError(`${goQuote(rest[0])} is not a valid flag`, 1);
  const given = new Map(flags.map((flag) => [flag.name, flag.value]));
  if (given.get("version") === true) return { kind: "version" };
  for (const [name, value] of flagsFromEnvironment(env))
    if (!given.has(name)) given.set(name, value);
  refuseUnsimulated(given);
  const config = { ...new FlagReader(given).config(), commandLine: ["etcd", ...argv] };
  return { kind: "serve", config, withoutEffect: withoutEffect(given) };
}

/** `--max-txn-ops` is ETCD_MAX_TXN_OPS. Mirrors: etcd pkg/flags SetFlagsFromEnv. */
function flagsFromEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): readonly (readonly [string, FlagValue])[] {
  return flagTable.flatMap(([name, kind]) => {
    const variable = `ETCD_${name.toUpperCase().replaceAll("-", "_")}`;
    const text = env[variable];
    if (text === undefined || text === "") return [];
    try {
      return [[name, readFlagValue(name, kind, text)] as const];
    } catch {
      throw new FlagError(`invalid value ${goQuote(text)} for ${variable}: parse error`, 1);
    }
  });
}

/** A flag whose absence a client could see is refused by name rather than passed over. */
function refuseUnsimulated(given: ReadonlyMap<string, FlagValue>): void {
  for (const [name, , , effect] of flagTable) {
    if (effect !== "refused" || !given.has(name)) continue;
    throw new FlagError(`leaderlab does not simulate --${name}; leave it out`, 1);
  }
  const authToken = given.get("auth-token");
  if (authToken !== undefined && authToken !== "simple") {
    throw new FlagError(
      `leaderlab does not simulate --auth-token=${String(authToken)}; leave it out`,
      1,
    );
  }
}

function withoutEffect(given: ReadonlyMap<string, FlagValue>): string[] {
  return flagTable
    .filter(([name, , , effect]) => effect === "noEffect" && given.has(name))
    .map(([name]) => `--${name}`);
}

class FlagReader {
  readonly #given: ReadonlyMap<string, FlagValue>;

  constructor(given: ReadonlyMap<string, FlagValue>) {
    this.#given = given;
  }

  config(): Omit<EtcdConfig, "commandLine"> {
    const name = this.#text("name");
    const listenClientUrls = this.#urls("listen-client-urls");
    this.#refuseUnfit(listenClientUrls);
    const electionTicks = Math.trunc(
      this.#number("election-timeout") / this.#number("heartbeat-interval"),
    );
    const minTtlMs = Math.trunc((3 * electionTicks) / 2) * this.#number("heartbeat-interval");
    return {
      name,
      dataDir: this.#text("data-dir").replace("NAME", name) || `${name}.etcd`,
      listenClientUrls,
      advertiseClientUrls: this.#urls("advertise-client-urls"),
      peerUrls: this.#urls("initial-advertise-peer-urls"),
      clusterToken: this.#text("initial-cluster-token"),
      maxTxnOps: this.#number("max-txn-ops"),
      quotaBytes: this.#number("quota-backend-bytes"),
      maxLearners: this.#number("max-learners"),
      maxRequestBytes: this.#number("max-request-bytes"),
      maxConcurrentStreams: this.#number("max-concurrent-streams"),
      minLeaseTtlSeconds: Math.ceil(minTtlMs / 1000),
      watchProgressIntervalMs: this.#progressIntervalMs(),
      hasGateway: this.#flag("enable-grpc-gateway"),
      access: { cors: this.#urls("cors"), hostWhitelist: this.#list("host-whitelist") },
      autoTls: this.#flag("auto-tls"),
      selfSignedValidityYears: this.#number("self-signed-cert-validity"),
      certFile: this.#text("cert-file"),
      keyFile: this.#text("key-file"),
      trustedCaFile: this.#text("trusted-ca-file"),
      clientCertAuth: this.#flag("client-cert-auth"),
      logLevel: this.#logLevel(),
    };
  }

  /** In the order in which etcd finds it. */
  #refuseUnfit(listenClientUrls: readonly string[]): void {
    for (const url of listenClientUrls) {
      const host = /^https?:\/\/\[?([^\]/]*?)\]?:\d+$/.exec(url)?.[1];
      if (host === undefined || host === "" || host === "localhost" || isIP(host) !== 0) continue;
      throw new FlagError(`expected IP in URL for binding (${url})`, 1);
    }
    if (this.#given.has("listen-client-urls") && !this.#given.has("advertise-client-urls")) {
      throw new FlagError(
        "--advertise-client-urls is required when --listen-client-urls is set explicitly",
        1,
      );
    }
    const [heartbeat, election] = [
      this.#number("heartbeat-interval"),
      this.#number("election-timeout"),
    ];
    if (heartbeat <= 0)
      throw new FlagError(`--heartbeat-interval must be >0 (set to ${heartbeat}ms)`, 1);
    if (election <= 0)
      throw new FlagError(`--election-timeout must be >0 (set to ${election}ms)`, 1);
    if (5 * heartbeat > election) {
      throw new FlagError(
        `--election-timeout[${election}ms] should be at least as 5 times as --heartbeat-interval[${heartbeat}ms]`,
        1,
      );
    }
  }

  #progressIntervalMs(): number {
    const names = ["watch-progress-notify-interval", "experimental-watch-progress-notify-interval"];
    const name = names.find((candidate) => this.#given.has(candidate));
    return this.#number(name ?? "watch-progress-notify-interval");
  }

  #logLevel(): EtcdConfig["logLevel"] {
    const level = this.#text("log-level");
    const known = (["debug", "info", "warn", "error", "fatal"] as const).find(
      (name) => name === level,
    );
    return known ?? (level === "panic" || level === "dpanic" ? "fatal" : "info");
  }

  #value(name: string): FlagValue {
    const row = flagTable.find(([candidate]) => candidate === name);
    if (row === undefined) throw new Error(`no flag ${name} in the table`);
    return this.#given.get(name) ?? readFlagValue(name, row[1], row[2]);
  }

  #text(name: string): string {
    return String(this.#value(name));
  }

  #number(name: string): number {
    return Number(this.#value(name));
  }

  #flag(name: string): boolean {
    return this.#value(name) === true;
  }

  /** Its parts between commas; none for an empty text. */
  #list(name: string): readonly string[] {
    const text = this.#text(name);
    return text === "" ? [] : text.split(",");
  }

  #urls(name: string): readonly string[] {
    const value = this.#value(name);
    return Array.isArray(value) ? (value as readonly string[]) : [];
  }
}

/** Where `--auto-tls` keeps its certificate. Mirrors: etcd embed configureTLS. */
export function autoTlsFolder(dataDir: string): string {
  return join(dataDir, "fixtures", "client");
}
