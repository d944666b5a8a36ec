import { formatGoDuration } from "@leaderlab/golang";
import type { EtcdConfig } from "./config/etcd-config.ts";
import type { Settings } from "./config/settings.ts";
import type { EtcdServer } from "./etcd-server.ts";
import type { ListenAddress } from "./listeners.ts";
import type { Log } from "./log.ts";
import { memberIdentity } from "./member-identity.ts";
import { version } from "./version.ts";

const gibibyte = 1024 ** 3;
const milliseconds = (ms: number): string => formatGoDuration(BigInt(Math.round(ms * 1e6)));

/** Settings that the line about the start repeats as they are. */
const repeated = {
  flags: ["initial-election-tick-advance", "pre-vote"],
  numbers: ["snapshot-count", "max-wals", "max-snapshots", "max-request-bytes"],
  texts: ["wal-dir", "initial-cluster-state", "initial-cluster-token", "auto-compaction-mode"],
} as const;

/** `"msg":"starting an etcd server","etcd-version":…`: what tools read the version and the settings from. */
export function logStarting(config: EtcdConfig, settings: Settings, log: Log): void {
  const pick = <T>(names: readonly string[], read: (name: string) => T) =>
    Object.fromEntries(names.map((name) => [name, read(name)]));
  const quota = settings.number("quota-backend-bytes");
  log("info", "starting an etcd server", {
    "etcd-version": version,
    "git-sha": "leaderlab",
    "go-os": process.platform,
    "go-arch": process.arch === "x64" ? "amd64" : process.arch,
    "member-initialized": false,
    name: config.name,
    "data-dir": config.dataDir,
    "heartbeat-interval": milliseconds(settings.number("heartbeat-interval")),
    "election-timeout": milliseconds(settings.number("election-timeout")),
    ...pick(repeated.flags, (name) => settings.flag(name)),
    ...pick(repeated.numbers, (name) => settings.number(name)),
    ...pick(repeated.texts, (name) => settings.text(name)),
    ...urlFields(config),
    "initial-cluster": config.cluster.initial,
    "quota-backend-bytes": quota === 0 ? 2 * gibibyte : quota,
    "max-concurrent-streams": config.maxConcurrentStreams,
    "auto-compaction-retention": config.autoCompaction.retention,
    "max-learners": settings.number("max-learners"),
  });
}

function urlFields(config: EtcdConfig) {
  return {
    "initial-advertise-peer-urls": config.peerUrls,
    "listen-peer-urls": config.listenPeerUrls,
    "advertise-client-urls": config.advertiseClientUrls,
    "listen-client-urls": config.listenClientUrls.map((url) => url.text),
    "listen-metrics-urls": config.listenMetricsUrls.map((url) => url.text),
  };
}

/** The lines that harnesses wait for; the last two or three once a place. */
export function announce(
  config: EtcdConfig,
  server: EtcdServer,
  listen: readonly ListenAddress[],
  log: Log,
): void {
  const identity = memberIdentity(config.peerUrls, config.cluster.token);
  const member = { "local-member-id": identity.memberId.toString(16) };
  const cluster = { "cluster-id": identity.clusterId.toString(16) };
  log("info", "now serving peer/client/metrics", { ...member, ...urlFields(config) });
  for (const url of config.listenMetricsUrls) log("info", "serving metrics", { address: url.text });
  log("info", "published local member to cluster through raft", {
    ...member,
    "local-member-attributes": `{Name:${config.name} ClientURLs:[${config.advertiseClientUrls.join(" ")}]}`,
    ...cluster,
    "publish-timeout": "7s",
  });
  log("info", "set initial cluster version", { ...cluster, ...member, "cluster-version": "3.6" });
  const places = listen.filter(({ serves }) => serves !== "metrics");
  for (const [index, place] of places.entries()) {
    const [, address = ""] = (server.endpoints[index] ?? "").split("://");
    announcePlace(place, address, log);
  }
}

function announcePlace(place: ListenAddress, address: string, log: Log): void {
  const { serves: traffic = "grpc+http", tls, alsoPlain } = place;
  log("info", "ready to serve client requests");
  const sayHealth = () => {
    if (traffic === "http") return;
    log("info", "grpc service status changed", { service: "", status: "SERVING" });
  };
  if (tls === undefined || alsoPlain === true) {
    sayHealth();
    const warning = "serving client traffic insecurely; this is strongly discouraged!";
    log("info", warning, { traffic, address });
  }
  if (tls === undefined) return;
  sayHealth();
  log("info", "serving client traffic securely", { traffic, address });
}
