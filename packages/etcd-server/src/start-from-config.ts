import { existsSync, unlinkSync } from "node:fs";
import { isIP } from "node:net";
import { dirname } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { GoValueError, goListenError } from "@leaderlab/golang";
import type { MuxTls } from "@leaderlab/rpc";
import { announce, logStarting } from "./announce.ts";
import { StateFileError, stateFileIn } from "./backend/state-file.ts";
import { checkCluster } from "./config/check-cluster.ts";
import { configTexts } from "./config/config-texts.ts";
import type { EtcdConfig, TlsConfig } from "./config/etcd-config.ts";
import { FlagError } from "./config/go-flags.ts";
import { parseRetention } from "./config/parse-retention.ts";
import type { Settings } from "./config/settings.ts";
import { type EtcdServer, startEtcd } from "./etcd-server.ts";
import type { ListenAddress } from "./listeners.ts";
import type { Log } from "./log.ts";
import { checkClientUrls, needsTls, planListeners } from "./plan-listeners.ts";
import { holdBack, warnOfQuota, warnOfRequestLimit } from "./start-warnings.ts";
import { makeAutoTls } from "./tls/auto-tls.ts";
import { openSslCiphers } from "./tls/cipher-suites.ts";
import { clientTls, describeTls } from "./tls/client-tls.ts";

export interface StartParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The program and its arguments, as they were given. */
  readonly commandLine: readonly string[];
  /** For what the log says of them. */
  readonly settings: Settings;
}

/**
 * Starts the server that a command line asks for, and says on the way what etcd says. Rejects with FlagError when
 * something cannot be had: a certificate, a port. Mirrors: etcd embed StartEtcd.
 */
export async function startEtcdFromConfig(
  config: EtcdConfig,
  parts: StartParts,
): Promise<EtcdServer> {
  const { clock, random, log } = parts;
  log("info", "configuring peer listeners", { "listen-peer-urls": config.listenPeerUrls });
  refusing(() => openSslCiphers(config.tls.cipherSuites));
  const urls = config.listenClientUrls.map((url) => url.text);
  log("info", "configuring client listeners", { "listen-client-urls": urls });
  const tlsConfig = await findKeys(config, parts);
  const hasKeys = tlsConfig.certFile !== "" || tlsConfig.keyFile !== "";
  checkClientUrls({ ...config, tls: tlsConfig }, hasKeys, log);
  const autoCompaction = refusing(() => parseRetention(config.autoCompaction));
  // Before the keys, as etcd does: it looks at them when it is about to serve.
  planListeners(config, undefined);
  checkCluster(config, log);
  warnOfRequestLimit(config.maxRequestBytes, log);
  const tls = hasKeys && needsTls(config) ? loadKeys(config, tlsConfig, log) : undefined;
  if (hasKeys) {
    const suites = { "cipher-suites": config.tls.cipherSuites };
    log("info", "starting with client TLS", { "tls-info": describeTls(tlsConfig), ...suites });
  }
  const listen = planListeners(config, tls);
  for (const place of listen) removeStaleSocket(place);
  const { keepalive } = config;
  logStarting(config, parts.settings, log);
  const held = holdBack(log);
  const server = await startEtcd({
    clock,
    random,
    log: held.log,
    history: false,
    listen,
    name: config.name,
    advertiseClientUrls: config.advertiseClientUrls,
    peerUrls: config.peerUrls,
    clusterToken: config.cluster.token,
    maxTxnOps: config.maxTxnOps,
    quotaBytes: config.quotaBytes,
    maxLearners: config.maxLearners,
    ...(config.snapshotOnExit && { stateFile: stateFileIn(config.dataDir) }),
    maxRequestBytes: config.maxRequestBytes,
    maxConcurrentStreams: config.maxConcurrentStreams,
    minLeaseTtlSeconds: config.minLeaseTtlSeconds,
    watchProgressIntervalMs: config.watchProgressIntervalMs,
    minPingIntervalMs: keepalive.minPingIntervalMs,
    ...(keepalive.intervalMs > 0 &&
      keepalive.timeoutMs > 0 && {
        keepaliveIntervalMs: keepalive.intervalMs,
        keepaliveTimeoutMs: keepalive.timeoutMs,
      }),
    ...(autoCompaction !== undefined && { autoCompaction }),
    hasGateway: config.hasGateway,
    hasExtensiveMetrics: config.hasExtensiveMetrics,
    authToken: config.authToken,
    authTokenTtlSeconds: config.authTokenTtlSeconds,
    bcryptCost: config.bcryptCost,
    clientCertAuth: tlsConfig.clientCertAuth,
    access: config.access,
    commandLine: parts.commandLine,
  }).catch((error) => {
    throw startRefusal(error, held, log);
  });
  if (/^simple(,|$)/.test(config.authToken)) log("warn", configTexts.simpleToken);
  held.release();
  warnOfQuota(config.quotaBytes, log);
  announce(config, server, listen, log);
  return server;
}

/** etcd says what it said on the way only when it goes on, or fails for a reason of its own. */
function startRefusal(error: Error, held: ReturnType<typeof holdBack>, log: Log): Error {
  const refusal =
    error instanceof StateFileError ? new FlagError(error.message, "logged") : listenRefusal(error);
  if (refusal === error || error instanceof StateFileError) held.release();
  if (error instanceof StateFileError) {
    log("fatal", configTexts.stateRefused, { error: error.message });
  }
  return refusal;
}

/** The keys that were given, or those that etcd makes by itself. */
async function findKeys(config: EtcdConfig, parts: StartParts): Promise<TlsConfig> {
  const { tls } = config;
  if (!tls.isAuto) return tls;
  if (tls.certFile === "" && tls.keyFile === "") return makeAutoTls(config, parts);
  parts.log("warn", configTexts.autoTlsIgnored);
  return { ...tls, isAuto: false };
}

/** etcd finds bad files only when it is about to serve: with these lines. */
function loadKeys({ hasGateway }: EtcdConfig, tls: TlsConfig, log: Log): MuxTls {
  try {
    return clientTls(tls, log);
  } catch (thrown) {
    if (!(thrown instanceof FlagError)) throw thrown;
    const error = { error: thrown.message };
    log("warn", configTexts.simpleToken);
    if (hasGateway) log("error", "registerGateway failed", error);
    log("error", "setting up serving from embedded etcd failed.", error);
    log("fatal", "listener failed", error);
    throw new FlagError(thrown.message, "logged");
  }
}

function refusing<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    throw new FlagError(error.message, "start");
  }
}

/** What an etcd that was killed left behind. Mirrors: etcd transport newUnixListener. */
function removeStaleSocket({ socketPath }: ListenAddress): void {
  if (socketPath !== undefined && existsSync(socketPath)) unlinkSync(socketPath);
}

function listenRefusal(thrown: unknown): Error {
  const error = thrown as NodeJS.ErrnoException & { address?: string; port?: number };
  const { code, syscall, address = "", port = 0 } = error;
  if (code === undefined || (syscall !== "listen" && syscall !== "bind")) return error;
  const isPath = isIP(address) === 0;
  const host = isIP(address) === 6 ? `[${address}]` : address;
  const place = isPath ? `unix ${address}` : `tcp ${host}:${port}`;
  // Node calls a folder that is not there a permission that is denied.
  const isMissing = isPath && code === "EACCES" && !existsSync(dirname(address));
  return new FlagError(
    goListenError(place, isMissing ? Object.assign(new Error(), { code: "ENOENT" }) : error),
    "start",
  );
}
