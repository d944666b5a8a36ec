import { readFileSync } from "node:fs";
import type { Clock } from "@leaderlab/clock";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import { goReadError } from "@leaderlab/golang";
import { type ClientTls, channelOptionsFor } from "@leaderlab/rpc/client";
import type { EtcdConfig } from "./config/lnd-config.ts";
import { startupTexts } from "./errors.ts";
import type { EtcdConnection } from "./surroundings.ts";

/** The settings do not make a connection; the message is lnd's last line. */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";
}

/** How long lnd waits for a single connection. */
const dialTimeoutMs = 10_000;
/** What lnd gives every call of its database. */
const requestTimeoutMs = 30_000;

/**
 * A client for the etcd that a node is configured for. Nothing is dialled yet. Throws ConnectionError when the key and
 * certificate files are not there or not both. Mirrors: lnd cluster/etcd_elector.go, kvdb/etcd.
 */
export function connectEtcd(
  config: EtcdConfig,
  endpoints: readonly string[],
  clock: Clock,
): EtcdConnection {
  const tls = config.disableTls ? undefined : clientTls(config);
  return createEtcd3Client({
    endpoints,
    clock,
    dialTimeoutMs,
    requestTimeoutMs,
    ...(config.user !== "" && { user: { name: config.user, password: config.password } }),
    channelOptions: channelOptionsFor(tls),
  });
}

function clientTls(config: EtcdConfig): ClientTls {
  const { certFile, keyFile, insecureSkipVerify } = config;
  if (certFile === "" && keyFile === "") return { insecureSkipVerify };
  if (certFile === "" || keyFile === "") {
    throw new ConnectionError(startupTexts.etcdKeyPair(keyFile, certFile));
  }
  return { cert: readPem(certFile), key: readPem(keyFile), insecureSkipVerify };
}

function readPem(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new ConnectionError(goReadError(path, error));
  }
}
