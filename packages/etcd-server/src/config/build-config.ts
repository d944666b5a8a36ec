import type { EtcdConfig, TlsConfig } from "./etcd-config.ts";
import type { Settings } from "./settings.ts";

const defaultCluster = "default=http://localhost:2380";

/** What valid settings ask for. */
export function buildConfig(settings: Settings): EtcdConfig {
  const name = settings.text("name");
  const peerUrls = settings.urls("initial-advertise-peer-urls").map((url) => url.text);
  return {
    name,
    dataDir: settings.text("data-dir") || `${name}.etcd`,
    listenClientUrls: settings.urls("listen-client-urls"),
    listenClientHttpUrls: settings.urls("listen-client-http-urls"),
    listenMetricsUrls: settings.urls("listen-metrics-urls"),
    listenPeerUrls: settings.urls("listen-peer-urls").map((url) => url.text),
    advertiseClientUrls: settings.urls("advertise-client-urls").map((url) => url.text),
    peerUrls,
    cluster: {
      token: settings.text("initial-cluster-token"),
      initial: initialCluster(settings, name, peerUrls),
      state: settings.text("initial-cluster-state"),
    },
    maxTxnOps: settings.number("max-txn-ops"),
    quotaBytes: settings.number("quota-backend-bytes"),
    maxLearners: settings.number("max-learners"),
    snapshotOnExit: settings.flag("snapshot-on-exit"),
    maxRequestBytes: settings.number("max-request-bytes"),
    maxConcurrentStreams: settings.number("max-concurrent-streams"),
    minLeaseTtlSeconds: minLeaseTtlSeconds(settings),
    watchProgressIntervalMs: settings.number(settings.current("watch-progress-notify-interval")),
    keepalive: {
      minPingIntervalMs: minPingIntervalMs(settings.number("grpc-keepalive-min-time")),
      intervalMs: settings.number("grpc-keepalive-interval"),
      timeoutMs: settings.number("grpc-keepalive-timeout"),
    },
    autoCompaction: {
      mode: settings.text("auto-compaction-mode"),
      retention: settings.text("auto-compaction-retention") || "0",
    },
    hasGateway: settings.flag("enable-grpc-gateway"),
    hasExtensiveMetrics: settings.text("metrics") === "extensive",
    access: { cors: settings.list("cors"), hostWhitelist: settings.list("host-whitelist") },
    authToken: settings.text("auth-token"),
    authTokenTtlSeconds: settings.number("auth-token-ttl"),
    bcryptCost: settings.number("bcrypt-cost"),
    tls: tlsConfig(settings),
  };
}

/** A name alone changes the cluster that etcd assumes. Mirrors: etcd embed UpdateDefaultClusterFromName. */
function initialCluster(settings: Settings, name: string, peerUrls: readonly string[]): string {
  const given = settings.text("initial-cluster");
  if (name === "default" || given !== defaultCluster) return given;
  return peerUrls.map((url) => `${name}=${url}`).join(",");
}

/** Mirrors: etcd server/etcdserver NewServer. */
function minLeaseTtlSeconds(settings: Settings): number {
  const heartbeatMs = settings.number("heartbeat-interval");
  const electionTicks = Math.trunc(settings.number("election-timeout") / heartbeatMs);
  return Math.ceil((Math.trunc((3 * electionTicks) / 2) * heartbeatMs) / 1000);
}

/** Without a least time grpc-go's own holds. Mirrors: grpc-go defaultMinPingInterval. */
function minPingIntervalMs(givenMs: number): number {
  return givenMs > 0 ? givenMs : 300_000;
}

function tlsConfig(settings: Settings): TlsConfig {
  return {
    isAuto: settings.flag("auto-tls"),
    selfSignedValidityYears: settings.number("self-signed-cert-validity"),
    certFile: settings.text("cert-file"),
    keyFile: settings.text("key-file"),
    clientCertFile: settings.text("client-cert-file"),
    clientKeyFile: settings.text("client-key-file"),
    trustedCaFile: settings.text("trusted-ca-file"),
    clientCertAuth: settings.flag("client-cert-auth"),
    crlFile: settings.text("client-crl-file"),
    allowedHostnames: settings.list("client-cert-allowed-hostname"),
    allowedCommonNames: settings.list("client-cert-allowed-cn"),
    minVersion: settings.text("tls-min-version"),
    maxVersion: settings.text("tls-max-version"),
    cipherSuites: settings.list("cipher-suites"),
  };
}
