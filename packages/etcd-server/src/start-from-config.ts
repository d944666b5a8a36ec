import { readFileSync } from "node:fs";
import type { Clock, Random } from "@leaderlab/clock";
import type { MuxTls } from "@leaderlab/rpc";
import { loadAutoTls } from "./auto-tls.ts";
import type { EtcdConfig } from "./config.ts";
import { type EtcdServer, startEtcd } from "./etcd-server.ts";
import { FlagError } from "./go-flags.ts";
import type { ListenAddress } from "./listeners.ts";
import type { Log } from "./log.ts";

export interface StartParts {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/**
 * Starts the server that a command line asks for. Rejects with FlagError for certificate files that do not fit, and
 * with Node's error when a file cannot be read or a port cannot be had.
 */
export async function startEtcdFromConfig(
  config: EtcdConfig,
  parts: StartParts,
): Promise<EtcdServer> {
  const { clock, random, log } = parts;
  const secure = config.listenClientUrls.some((url) => /^(https|unixs):/.test(url));
  const tls = secure ? await loadTls(config, clock, random) : undefined;
  return startEtcd({
    clock,
    random,
    log,
    history: false,
    listen: config.listenClientUrls.map((url) => listenAddress(url, tls)),
    name: config.name,
    advertiseClientUrls: config.advertiseClientUrls,
    peerUrls: config.peerUrls,
    clusterToken: config.clusterToken,
    maxTxnOps: config.maxTxnOps,
    quotaBytes: config.quotaBytes,
    maxLearners: config.maxLearners,
    maxRequestBytes: config.maxRequestBytes,
    maxConcurrentStreams: config.maxConcurrentStreams,
    minLeaseTtlSeconds: config.minLeaseTtlSeconds,
    watchProgressIntervalMs: config.watchProgressIntervalMs,
    hasGateway: config.hasGateway,
    access: config.access,
    commandLine: config.commandLine,
  });
}

async function loadTls(config: EtcdConfig, clock: Clock, random: Random): Promise<MuxTls> {
  const { certFile, keyFile } = config;
  if ((certFile === "") !== (keyFile === "")) {
    throw new FlagError(
      `KeyFile and CertFile must both be present[key: ${keyFile}, cert: ${certFile}]`,
      1,
    );
  }
  if (certFile === "" && !config.autoTls) {
    throw new FlagError(
      "TLS key/cert (--cert-file, --key-file) must be provided for client url",
      1,
    );
  }
  const files =
    certFile === ""
      ? await loadAutoTls(config, clock, random)
      : { cert: readFileSync(certFile, "utf8"), key: readFileSync(keyFile, "utf8") };
  const ca = config.trustedCaFile === "" ? undefined : readFileSync(config.trustedCaFile);
  return {
    ...files,
    ...(ca !== undefined && { ca }),
    requestCert: config.clientCertAuth || ca !== undefined,
  };
}

function listenAddress(url: string, tls: MuxTls | undefined): ListenAddress {
  const [, scheme = "", rest = ""] = /^(\w+):\/\/(.*)$/s.exec(url) ?? [];
  const security = scheme.endsWith("s") && tls !== undefined ? { tls } : {};
  if (scheme.startsWith("unix")) return { socketPath: rest, ...security };
  const [, host = "", port = "0"] = /^\[?(.*?)\]?:(\d+)$/.exec(rest) ?? [];
  return { host: host === "" ? "0.0.0.0" : host, port: Number(port), ...security };
}
