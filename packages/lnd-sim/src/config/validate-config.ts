import { formatGoDuration } from "@leaderlab/golang";
import { configTexts } from "../errors/config-texts.ts";
import type { LogLevel } from "../log.ts";
import {
  type ConfigCheck,
  checksAfterHealth,
  checksBeforeDatabase,
  checksBeforeNetwork,
} from "./accepted-checks.ts";
import { checkChainBackend } from "./chain-backend.ts";
import { cleanAndExpandPath } from "./clean-path.ts";
import { ConfigError } from "./config-error.ts";
import { DebugLevelError, type DebugLevels, parseDebugLevels } from "./debug-level.ts";
import type { LndEnvironment } from "./environment.ts";
import type { FlagValues } from "./flag-values.ts";
import {
  AddressError,
  formatAddress,
  isPublic,
  type ListenAddress,
  normalizeAddresses,
} from "./listen-address.ts";
import { chosenNetwork, type Network } from "./network.ts";

/** What only checking a configuration brings to light. */
export interface CheckedSettings {
  readonly network: Network;
  /** Whether nobody chose the network. */
  readonly isNetworkAssumed: boolean;
  readonly rpcListeners: readonly ListenAddress[];
  /** None with `--norest`. */
  readonly restListeners: readonly ListenAddress[];
  readonly debugLevels: DebugLevels;
}

/** Takes what lnd says while it reads its configuration, in the subsystem LTND. */
export interface ConfigOutput {
  /** A line to stdout as it is. */
  print(line: string): void;
  log(level: LogLevel, text: string): void;
}

const defaultRpcPort = 10009;
const defaultRestPort = 8080;
const defaultPeerPort = 9735;

/**
 * Checks a configuration as lnd does and in its order, but for what has to do with parts that are not simulated and
 * needs more than a comparison: Tor's addresses, gossip's peers, the profiler's port. Throws ConfigError at the first
 * fault. With `strict` a network must be chosen and the chain backend's credentials must be found; `output` takes
 * what lnd prints and logs meanwhile.
 *
 * Mirrors: lnd ValidateConfig.
 */
export function validateConfig(
  values: FlagValues,
  environment: LndEnvironment,
  options: { readonly strict: boolean; readonly output: ConfigOutput },
): CheckedSettings {
  const { strict, output } = options;
  runChecks(checksBeforeNetwork, values, false);
  const chosen = chosenNetwork(values);
  if (chosen === undefined && strict) throw new ConfigError(configTexts.noNetwork);
  if (values.get("bitcoin.timelockdelta") < 18) throw new ConfigError(configTexts.timeLockDelta);
  if (values.get("bitcoin.maxlocaldelay") < 144) throw new ConfigError(configTexts.maxLocalDelay);
  if (strict) checkChainBackend(values, environment, (line) => output.print(line));
  const debugLevels = readDebugLevels(values);
  const listeners = readListeners(values);
  checkPasswordFile(values, environment);
  if (values.get("norest")) output.log("INF", "REST API is disabled!");
  checkSafety(values, listeners);
  if (values.get("nolisten")) output.log("INF", "Listening on the p2p interface is disabled!");
  else checkPeerListeners(values);
  runChecks(checksBeforeDatabase, values, true);
  runChecks([checkDatabase, checkCluster, ...healthChecks], values, true);
  runChecks(checksAfterHealth, values, true);
  runChecks([checkColor], values, true);
  return {
    network: chosen ?? "regtest",
    isNetworkAssumed: chosen === undefined,
    ...listeners,
    debugLevels,
  };
}

function runChecks(checks: readonly ConfigCheck[], values: FlagValues, isLogged: boolean): void {
  for (const check of checks) {
    const text = check(values);
    if (text !== undefined) throw new ConfigError(text, { isLogged });
  }
}

function readDebugLevels(values: FlagValues): DebugLevels {
  try {
    return parseDebugLevels(values.get("debuglevel"));
  } catch (error) {
    if (!(error instanceof DebugLevelError)) throw error;
    throw new ConfigError(error.message, { isLogged: true, isUsage: true });
  }
}

type Listeners = Pick<CheckedSettings, "rpcListeners" | "restListeners">;

function readListeners(values: FlagValues): Listeners {
  const rpc = orElse(values.get("rpclisten"), `localhost:${defaultRpcPort}`);
  const rest = orElse(values.get("restlisten"), `localhost:${defaultRestPort}`);
  const rpcListeners = normalize("RPC listen", rpc, defaultRpcPort);
  const restListeners = normalize("REST listen", rest, defaultRestPort);
  return { rpcListeners, restListeners: values.get("norest") ? [] : restListeners };
}

function orElse(texts: readonly string[], text: string): readonly string[] {
  return texts.length > 0 ? texts : [text];
}

function normalize(
  kind: "RPC listen" | "REST listen" | "p2p listen",
  texts: readonly string[],
  defaultPort: number,
): readonly ListenAddress[] {
  try {
    return normalizeAddresses(texts, defaultPort);
  } catch (error) {
    if (!(error instanceof AddressError)) throw error;
    throw new ConfigError(configTexts.normalizing(kind, error.message), { isLogged: true });
  }
}

function checkPasswordFile(values: FlagValues, environment: LndEnvironment): void {
  const path = cleanAndExpandPath(values.get("wallet-unlock-password-file"), environment);
  const fail = (text: string) => new ConfigError(text, { isLogged: true });
  if (path === "") {
    if (values.get("wallet-unlock-allow-create")) throw fail(configTexts.allowCreateAlone);
    return;
  }
  if (values.get("noseedbackup")) throw fail(configTexts.seedBackupAndPasswordFile);
  if (!environment.fileExists(path)) throw fail(configTexts.noPasswordFile(path));
}

/** Mirrors: lnd lncfg.EnforceSafeAuthentication. */
function checkSafety(values: FlagValues, { rpcListeners, restListeners }: Listeners): void {
  const hasMacaroons = !values.get("no-macaroons");
  const hasTls = !values.get("no-rest-tls");
  const places = [
    ...rpcListeners.map((address) => ({ kind: "RPC" as const, address, hasTls: true })),
    ...restListeners.map((address) => ({ kind: "REST" as const, address, hasTls })),
  ];
  for (const place of places) {
    if (!isPublic(place.address)) continue;
    const label = formatAddress(place.address);
    if (!hasMacaroons) {
      throw new ConfigError(configTexts.unsafeMacaroons(place.kind, label), { isLogged: true });
    }
    if (!place.hasTls) {
      throw new ConfigError(configTexts.unsafeTls(place.kind, label), { isLogged: true });
    }
  }
}

function checkPeerListeners(values: FlagValues): void {
  const texts = orElse(values.get("listen"), `:${defaultPeerPort}`);
  const addresses = normalize("p2p listen", texts, defaultPeerPort);
  const socket = addresses.find((address) => "socketPath" in address);
  if (socket === undefined) return;
  throw new ConfigError(configTexts.unixPeerListener(formatAddress(socket)), { isLogged: true });
}

/** Mirrors: lnd lncfg.DB.Validate. */
function checkDatabase(values: FlagValues): string | undefined {
  const backend = values.get("db.backend");
  if (!["bolt", "etcd", "postgres", "sqlite"].includes(backend)) return configTexts.unknownBackend;
  if (backend === "postgres" && values.get("db.postgres.dsn") === "") return configTexts.noDsn;
  if (values.get("db.use-native-sql") && (backend === "bolt" || backend === "etcd")) {
    return configTexts.nativeSql(backend);
  }
  const hasEtcd = values.get("db.etcd.host") !== "" || values.get("db.etcd.embedded");
  if (backend === "etcd" && !hasEtcd) return configTexts.noEtcdHost;
  if (values.get("db.no-graph-cache") && backend !== "bolt") {
    return configTexts.noGraphCache(backend);
  }
  return undefined;
}

/** The elector's name has been checked as one of a choice. Mirrors: lnd lncfg.Cluster.Validate. */
function checkCluster(values: FlagValues): string | undefined {
  const isOn = values.get("cluster.enable-leader-election");
  const prefix = values.get("cluster.etcd-election-prefix");
  return isOn && prefix === "" ? configTexts.noElectionPrefix : undefined;
}

/** The leader's check is not looked at. Mirrors: lnd lncfg.HealthCheckConfig.Validate. */
const healthChecks: readonly ConfigCheck[] = [
  (values) => checkHealth(values, "chainbackend", "chain backend"),
  (values) => checkHealth(values, "diskspace", "disk space"),
  (values) => checkHealth(values, "tls", "tls"),
  (values) => {
    const ratio = values.get("healthcheck.diskspace.diskrequired");
    return ratio < 0 || ratio >= 1 ? configTexts.diskRatio : undefined;
  },
  (values) => checkHealth(values, "torconnection", "tor connection"),
];

const second = 1_000_000_000n;
const least = { backoff: second, timeout: second, interval: 60n * second };

function checkHealth(
  values: FlagValues,
  name: "chainbackend" | "diskspace" | "tls" | "torconnection",
  label: string,
): string | undefined {
  if (values.get(`healthcheck.${name}.attempts`) === 0) return undefined;
  for (const setting of ["backoff", "timeout", "interval"] as const) {
    const value = values.get(`healthcheck.${name}.${setting}`);
    if (value >= least[setting]) continue;
    const [text, minimum] = [formatGoDuration(value), formatGoDuration(least[setting])];
    return configTexts.belowMinimum(label, setting, text, minimum);
  }
  return undefined;
}

function checkColor(values: FlagValues): string | undefined {
  return /^#[A-Fa-f0-9]{6}$/.test(values.get("color")) ? undefined : configTexts.nodeColor;
}
