import { posix } from "node:path";
import { toMs } from "@leaderlab/golang";
import { configTexts } from "../errors/config-texts.ts";
import type { KnobSettings } from "../knobs/knob-settings.ts";
import { readKnobs } from "../knobs/read-knobs.ts";
import { maxFolderBytes } from "../payments/folder-network.ts";
import type { ChainBackend } from "./chain-backend.ts";
import { cleanAndExpandPath } from "./clean-path.ts";
import { ConfigError } from "./config-error.ts";
import type { DebugLevels } from "./debug-level.ts";
import type { LndEnvironment } from "./environment.ts";
import type { FlagValues } from "./flag-values.ts";
import type { ListenAddress } from "./listen-address.ts";
import { coinTypeOf, type Network } from "./network.ts";
import type { CheckedSettings } from "./validate-config.ts";

/** How often something is checked and what counts as failed. */
export interface HealthCheckConfig {
  readonly intervalMs: number;
  /** 0: no checks. */
  readonly attempts: number;
  readonly timeoutMs: number;
  readonly backoffMs: number;
}

/** Where the macaroon files are written. The macaroons of the invoices subserver have no flag of their own. */
export interface MacaroonPaths {
  readonly admin: string;
  readonly readonly: string;
  readonly invoice: string;
  readonly invoices: string;
  readonly router: string;
  readonly signer: string;
  readonly walletkit: string;
  readonly chainnotifier: string;
}

/** How to reach etcd. */
export interface EtcdConfig {
  /** As given. The elector takes it as one address; only the database splits it at its commas. */
  readonly host: string;
  /** Empty: without authentication. */
  readonly user: string;
  readonly password: string;
  readonly namespace: string;
  readonly disableTls: boolean;
  /** Empty, or relative to the working directory; lnd expands neither `~` nor variables here. */
  readonly certFile: string;
  readonly keyFile: string;
  readonly insecureSkipVerify: boolean;
}

/** The databases that lnd has. */
export type DatabaseBackend = "bolt" | "etcd" | "postgres" | "sqlite";

/** Everything that a node needs to know before it starts. Paths may be relative to the working directory. */
export interface LndConfig {
  /** `--sim.strict` */
  readonly strict: boolean;
  /** The `--sim.…` flags that can be changed while the node runs. */
  readonly knobs: KnobSettings;
  /** Where nodes of other processes are found for payments; empty: nowhere. */
  readonly lightningNetworkDir: string;
  readonly network: Network;
  /** The coin's number in key paths. */
  readonly coinType: 0 | 1;
  /** With none given, and without `--sim.strict`, the backend that needs no chain. */
  readonly chainBackend: ChainBackend;
  readonly alias: string;
  readonly color: string;
  readonly debugLevels: DebugLevels;
  readonly lndDir: string;
  readonly dataDir: string;
  /** `<dataDir>/chain/bitcoin/<network>`, where wallet and macaroons lie. */
  readonly networkDir: string;
  /** Every folder that lnd makes before it starts, with mode 0700, in its order. */
  readonly folders: readonly string[];
  readonly rpc: { readonly listeners: readonly ListenAddress[] };
  readonly rest: {
    /** None with `--norest`. */
    readonly listeners: readonly ListenAddress[];
    readonly isTls: boolean;
    /** Origins that browsers may call from; `*` for any. */
    readonly corsOrigins: readonly string[];
    /** 0: no pings. */
    readonly wsPingIntervalMs: number;
    readonly wsPongWaitMs: number;
    readonly httpHeaderTimeoutMs: number;
  };
  readonly tls: {
    readonly certPath: string;
    readonly keyPath: string;
    readonly extraIps: readonly string[];
    readonly extraDomains: readonly string[];
    /** Make a new certificate when the names that it is to be for have changed. */
    readonly autoRefresh: boolean;
    /** Leave host name and interface addresses out. */
    readonly disableAutofill: boolean;
    readonly certDurationMs: number;
  };
  readonly macaroons: { readonly isEnabled: boolean; readonly paths: MacaroonPaths };
  readonly wallet: {
    /** Make and open a wallet without a seed for anybody. */
    readonly noSeedBackup: boolean;
    /** Empty: wait for the WalletUnlocker. */
    readonly unlockPasswordFile: string;
    readonly unlockAllowCreate: boolean;
  };
  readonly db: {
    readonly backend: DatabaseBackend;
    readonly etcd: EtcdConfig;
    readonly postgres: {
      readonly dsn: string;
      /** 0: no limit. */
      readonly timeoutMs: number;
      readonly maxConnections: number;
    };
  };
  readonly cluster: {
    readonly enableLeaderElection: boolean;
    readonly etcdElectionPrefix: string;
    readonly id: string;
    readonly leaderSessionTtlSeconds: number;
  };
  readonly leaderCheck: HealthCheckConfig;
}

function readNetworkDir(values: FlagValues, environment: LndEnvironment): string {
  const flag = "sim.lightning-network";
  const folder = cleanAndExpandPath(values.get(flag), environment);
  if (Buffer.byteLength(folder) <= maxFolderBytes) return folder;
  const reason = `the path of a socket's folder has at most ${maxFolderBytes} bytes`;
  throw new ConfigError(configTexts.simulation(flag, folder, reason));
}

/** What the etcd client makes of a session's time to live of 0 and less. */
export const defaultSessionTtlSeconds = 60;

/** The configuration that checked values give. Mirrors: lnd ValidateConfig, where it fills paths in. */
export function buildLndConfig(
  values: FlagValues,
  checked: CheckedSettings,
  environment: LndEnvironment,
): LndConfig {
  const { network } = checked;
  const ttlSeconds = values.get("cluster.leader-session-ttl");
  return {
    strict: values.get("sim.strict"),
    knobs: readKnobs(values),
    lightningNetworkDir: readNetworkDir(values, environment),
    network,
    coinType: coinTypeOf(network),
    chainBackend: values.isSet("bitcoin.node")
      ? (values.get("bitcoin.node") as ChainBackend)
      : "nochainbackend",
    alias: values.get("alias"),
    color: values.get("color"),
    debugLevels: checked.debugLevels,
    ...buildPaths(values, network, environment),
    rpc: { listeners: checked.rpcListeners },
    rest: {
      listeners: checked.restListeners,
      isTls: !values.get("no-rest-tls"),
      corsOrigins: values.get("restcors"),
      wsPingIntervalMs: toMs(values.get("ws-ping-interval")),
      wsPongWaitMs: toMs(values.get("ws-pong-wait")),
      httpHeaderTimeoutMs: toMs(values.get("http-header-timeout")),
    },
    wallet: {
      noSeedBackup: values.get("noseedbackup"),
      unlockPasswordFile: cleanAndExpandPath(
        values.get("wallet-unlock-password-file"),
        environment,
      ),
      unlockAllowCreate: values.get("wallet-unlock-allow-create"),
    },
    db: buildDatabase(values),
    cluster: {
      enableLeaderElection: values.get("cluster.enable-leader-election"),
      etcdElectionPrefix: values.get("cluster.etcd-election-prefix"),
      id: values.isSet("cluster.id") ? values.get("cluster.id") : environment.hostName,
      leaderSessionTtlSeconds: ttlSeconds > 0 ? ttlSeconds : defaultSessionTtlSeconds,
    },
    leaderCheck: {
      intervalMs: toMs(values.get("healthcheck.leader.interval")),
      attempts: values.get("healthcheck.leader.attempts"),
      timeoutMs: toMs(values.get("healthcheck.leader.timeout")),
      backoffMs: toMs(values.get("healthcheck.leader.backoff")),
    },
  };
}

function buildDatabase(values: FlagValues): LndConfig["db"] {
  return {
    backend: values.get("db.backend") as DatabaseBackend,
    etcd: {
      host: values.get("db.etcd.host"),
      user: values.get("db.etcd.user"),
      password: values.get("db.etcd.pass"),
      namespace: values.get("db.etcd.namespace"),
      disableTls: values.get("db.etcd.disabletls"),
      certFile: values.get("db.etcd.cert_file"),
      keyFile: values.get("db.etcd.key_file"),
      insecureSkipVerify: values.get("db.etcd.insecure_skip_verify"),
    },
    postgres: {
      dsn: values.get("db.postgres.dsn"),
      timeoutMs: toMs(values.get("db.postgres.timeout")),
      maxConnections: values.get("db.postgres.maxconnections"),
    },
  };
}

type Paths = Pick<LndConfig, "lndDir" | "dataDir" | "networkDir" | "folders" | "tls" | "macaroons">;

function buildPaths(values: FlagValues, network: Network, environment: LndEnvironment): Paths {
  const { join, dirname } = posix;
  const clean = (path: string) => cleanAndExpandPath(path, environment);
  const lndDir = clean(values.get("lnddir"));
  // A folder of one's own overrides the flags for what lies in it, even when they are given too.
  const isOwn = lndDir !== environment.appDir("lnd");
  const dataDir = isOwn ? join(lndDir, "data") : clean(values.get("datadir"));
  const networkDir = join(dataDir, "chain", "bitcoin", network);
  const certPath = isOwn ? join(lndDir, "tls.cert") : clean(values.get("tlscertpath"));
  const keyPath = isOwn ? join(lndDir, "tls.key") : clean(values.get("tlskeypath"));
  const orIn = (path: string, name: string) => (path === "" ? join(networkDir, name) : path);
  const paths: MacaroonPaths = {
    admin: orIn(clean(values.get("adminmacaroonpath")), "admin.macaroon"),
    readonly: orIn(clean(values.get("readonlymacaroonpath")), "readonly.macaroon"),
    invoice: orIn(clean(values.get("invoicemacaroonpath")), "invoice.macaroon"),
    invoices: join(networkDir, "invoices.macaroon"),
    router: orIn(values.get("routerrpc.routermacaroonpath"), "router.macaroon"),
    signer: orIn(values.get("signrpc.signermacaroonpath"), "signer.macaroon"),
    walletkit: orIn(values.get("walletrpc.walletkitmacaroonpath"), "walletkit.macaroon"),
    chainnotifier: orIn(values.get("chainrpc.notifiermacaroonpath"), "chainnotifier.macaroon"),
  };
  const files = [certPath, keyPath, paths.admin, paths.readonly, paths.invoice];
  return {
    lndDir,
    dataDir,
    networkDir,
    folders: [...new Set([lndDir, dataDir, networkDir, ...files.map((file) => dirname(file))])],
    tls: {
      certPath,
      keyPath,
      extraIps: values.get("tlsextraip"),
      extraDomains: values.get("tlsextradomain"),
      autoRefresh: values.get("tlsautorefresh"),
      disableAutofill: values.get("tlsdisableautofill"),
      certDurationMs: toMs(values.get("tlscertduration")),
    },
    macaroons: { isEnabled: !values.get("no-macaroons"), paths },
  };
}
