/**
 * How a flag's text is read; numbers by the Go type that etcd keeps them in. `strings`: a list as it is written;
 * `uniqueStrings`: sorted, each once; `origins`: URLs, or a star; `former`: a flag of older versions, taken and passed
 * over.
 */
export type FlagKind =
  | "string"
  | "bool"
  | "int"
  | "int64"
  | "uint"
  | "uint32"
  | "uint64"
  | "duration"
  | "urls"
  | "origins"
  | "strings"
  | "uniqueStrings"
  | "clusterState"
  | "discoveryFallback"
  | "v2Deprecation"
  | "featureGates"
  | "former";

/**
 * What a flag does here. `noEffect`: it sets something that a store in memory does not have, or that a client cannot
 * see; it is accepted, and logged by name when given. `refused`: a client could see that it is missing.
 */
export type FlagEffect = "used" | "noEffect" | "refused";

/** Every flag of etcd 3.6 as [name, kind, default, effect]. Mirrors: `etcd --help` of 3.6.16. */
export const flagTable: readonly (readonly [string, FlagKind, string, FlagEffect])[] = [
  ["name", "string", "default", "used"],
  ["data-dir", "string", "", "used"],
  ["wal-dir", "string", "", "noEffect"],
  ["snapshot-count", "uint64", "10000", "noEffect"],
  ["heartbeat-interval", "uint", "100", "used"],
  ["election-timeout", "uint", "1000", "used"],
  ["initial-election-tick-advance", "bool", "true", "noEffect"],
  ["listen-peer-urls", "urls", "http://localhost:2380", "noEffect"],
  ["listen-client-urls", "urls", "http://localhost:2379", "used"],
  ["listen-client-http-urls", "urls", "", "used"],
  ["max-snapshots", "uint", "5", "noEffect"],
  ["max-wals", "uint", "5", "noEffect"],
  ["memory-mlock", "bool", "false", "noEffect"],
  ["quota-backend-bytes", "int64", "0", "used"],
  ["backend-bbolt-freelist-type", "string", "map", "noEffect"],
  ["backend-batch-interval", "duration", "0s", "noEffect"],
  ["backend-batch-limit", "int", "0", "noEffect"],
  ["max-txn-ops", "uint", "128", "used"],
  ["max-request-bytes", "uint", "1572864", "used"],
  ["max-concurrent-streams", "uint32", "4294967295", "used"],
  ["grpc-keepalive-min-time", "duration", "5s", "used"],
  ["grpc-keepalive-interval", "duration", "2h", "used"],
  ["grpc-keepalive-timeout", "duration", "20s", "used"],
  ["socket-reuse-port", "bool", "false", "noEffect"],
  ["socket-reuse-address", "bool", "false", "noEffect"],
  ["enable-grpc-gateway", "bool", "true", "used"],
  ["raft-read-timeout", "duration", "5s", "noEffect"],
  ["raft-write-timeout", "duration", "5s", "noEffect"],
  ["feature-gates", "featureGates", "", "noEffect"],
  ["initial-advertise-peer-urls", "urls", "http://localhost:2380", "used"],
  ["initial-cluster", "string", "default=http://localhost:2380", "used"],
  ["initial-cluster-state", "clusterState", "new", "used"],
  ["initial-cluster-token", "string", "etcd-cluster", "used"],
  ["advertise-client-urls", "urls", "http://localhost:2379", "used"],
  ["discovery", "string", "", "refused"],
  ["discovery-token", "string", "", "refused"],
  ["discovery-endpoints", "uniqueStrings", "", "refused"],
  ["discovery-dial-timeout", "duration", "2s", "noEffect"],
  ["discovery-request-timeout", "duration", "5s", "noEffect"],
  ["discovery-keepalive-time", "duration", "2s", "noEffect"],
  ["discovery-keepalive-timeout", "duration", "6s", "noEffect"],
  ["discovery-insecure-transport", "bool", "true", "noEffect"],
  ["discovery-insecure-skip-tls-verify", "bool", "false", "noEffect"],
  ["discovery-cert", "string", "", "noEffect"],
  ["discovery-key", "string", "", "noEffect"],
  ["discovery-cacert", "string", "", "noEffect"],
  ["discovery-user", "string", "", "noEffect"],
  ["discovery-password", "string", "", "noEffect"],
  ["discovery-fallback", "discoveryFallback", "exit", "noEffect"],
  ["discovery-proxy", "string", "", "refused"],
  ["discovery-srv", "string", "", "refused"],
  ["discovery-srv-name", "string", "", "refused"],
  ["strict-reconfig-check", "bool", "true", "noEffect"],
  ["pre-vote", "bool", "true", "noEffect"],
  ["auto-compaction-retention", "string", "0", "used"],
  ["auto-compaction-mode", "string", "periodic", "used"],
  ["v2-deprecation", "v2Deprecation", "write-only", "noEffect"],
  ["cert-file", "string", "", "used"],
  ["key-file", "string", "", "used"],
  ["client-cert-auth", "bool", "false", "used"],
  ["client-cert-file", "string", "", "used"],
  ["client-key-file", "string", "", "used"],
  ["client-crl-file", "string", "", "used"],
  ["client-cert-allowed-hostname", "strings", "", "used"],
  ["trusted-ca-file", "string", "", "used"],
  ["auto-tls", "bool", "false", "used"],
  ["peer-cert-file", "string", "", "noEffect"],
  ["peer-key-file", "string", "", "noEffect"],
  ["peer-client-cert-auth", "bool", "false", "noEffect"],
  ["peer-client-cert-file", "string", "", "noEffect"],
  ["peer-client-key-file", "string", "", "noEffect"],
  ["peer-trusted-ca-file", "string", "", "noEffect"],
  ["peer-cert-allowed-cn", "strings", "", "noEffect"],
  ["peer-cert-allowed-hostname", "strings", "", "noEffect"],
  ["peer-auto-tls", "bool", "false", "noEffect"],
  ["self-signed-cert-validity", "uint", "1", "used"],
  ["peer-crl-file", "string", "", "noEffect"],
  ["cipher-suites", "strings", "", "used"],
  ["cors", "origins", "*", "used"],
  ["host-whitelist", "uniqueStrings", "*", "used"],
  ["tls-min-version", "string", "TLS1.2", "used"],
  ["tls-max-version", "string", "", "used"],
  ["auth-token", "string", "simple", "used"],
  ["bcrypt-cost", "uint", "10", "used"],
  ["auth-token-ttl", "uint", "300", "used"],
  ["enable-pprof", "bool", "false", "noEffect"],
  ["metrics", "string", "basic", "used"],
  ["listen-metrics-urls", "urls", "", "used"],
  ["logger", "string", "zap", "used"],
  ["log-outputs", "uniqueStrings", "default", "used"],
  ["log-level", "string", "info", "used"],
  ["log-format", "string", "json", "used"],
  ["enable-log-rotation", "bool", "false", "noEffect"],
  [
    "log-rotation-config-json",
    "string",
    '{"maxsize": 100, "maxage": 0, "maxbackups": 0, "localtime": false, "compress": false}',
    "noEffect",
  ],
  ["warning-unary-request-duration", "duration", "300ms", "noEffect"],
  ["experimental-enable-distributed-tracing", "bool", "false", "noEffect"],
  ["enable-distributed-tracing", "bool", "false", "noEffect"],
  ["experimental-distributed-tracing-address", "string", "localhost:4317", "noEffect"],
  ["distributed-tracing-address", "string", "localhost:4317", "noEffect"],
  ["experimental-distributed-tracing-service-name", "string", "etcd", "noEffect"],
  ["distributed-tracing-service-name", "string", "etcd", "noEffect"],
  ["experimental-distributed-tracing-instance-id", "string", "", "noEffect"],
  ["distributed-tracing-instance-id", "string", "", "noEffect"],
  ["experimental-distributed-tracing-sampling-rate", "int", "0", "noEffect"],
  ["distributed-tracing-sampling-rate", "int", "0", "noEffect"],
  ["experimental-initial-corrupt-check", "bool", "false", "noEffect"],
  ["experimental-corrupt-check-time", "duration", "0s", "noEffect"],
  ["corrupt-check-time", "duration", "0s", "noEffect"],
  ["experimental-compact-hash-check-enabled", "bool", "false", "noEffect"],
  ["experimental-compact-hash-check-time", "duration", "1m", "noEffect"],
  ["compact-hash-check-time", "duration", "1m", "noEffect"],
  ["experimental-enable-lease-checkpoint", "bool", "false", "noEffect"],
  ["experimental-compaction-batch-limit", "int", "1000", "noEffect"],
  ["compaction-batch-limit", "int", "1000", "noEffect"],
  ["experimental-peer-skip-client-san-verification", "bool", "false", "noEffect"],
  ["peer-skip-client-san-verification", "bool", "false", "noEffect"],
  ["experimental-watch-progress-notify-interval", "duration", "10m", "used"],
  ["watch-progress-notify-interval", "duration", "10m", "used"],
  ["experimental-warning-apply-duration", "duration", "100ms", "noEffect"],
  ["warning-apply-duration", "duration", "100ms", "noEffect"],
  ["experimental-txn-mode-write-with-shared-buffer", "bool", "true", "noEffect"],
  ["experimental-bootstrap-defrag-threshold-megabytes", "uint", "0", "noEffect"],
  ["bootstrap-defrag-threshold-megabytes", "uint", "0", "noEffect"],
  ["experimental-warning-unary-request-duration", "duration", "300ms", "noEffect"],
  ["max-learners", "int", "1", "used"],
  ["experimental-compaction-sleep-interval", "duration", "0s", "noEffect"],
  ["compaction-sleep-interval", "duration", "0s", "noEffect"],
  ["experimental-downgrade-check-time", "duration", "5s", "noEffect"],
  ["downgrade-check-time", "duration", "5s", "noEffect"],
  ["experimental-enable-lease-checkpoint-persist", "bool", "false", "noEffect"],
  ["experimental-memory-mlock", "bool", "false", "noEffect"],
  ["experimental-snapshot-catchup-entries", "uint64", "5000", "noEffect"],
  ["snapshot-catchup-entries", "uint64", "5000", "noEffect"],
  ["experimental-stop-grpc-service-on-defrag", "bool", "false", "noEffect"],
  ["force-new-cluster", "bool", "false", "noEffect"],
  ["unsafe-no-fsync", "bool", "false", "noEffect"],
  ["version", "bool", "false", "used"],
  ["config-file", "string", "", "used"],
  // Our own: etcd has no such flag, and writes everything down at once.
  ["snapshot-on-exit", "bool", "false", "used"],
];

/** Flags of older versions, which etcd 3.6 takes and passes over. Mirrors: etcd etcdmain `ignored`. */
export const formerFlags: readonly string[] = [
  "cluster-active-size",
  "cluster-remove-delay",
  "cluster-sync-interval",
  "config",
  "force",
  "max-result-buffer",
  "max-retry-attempts",
  "peer-heartbeat-interval",
  "peer-election-timeout",
  "retry-interval",
  "snapshot",
  "v",
  "vv",
  "test.coverprofile",
  "test.outputdir",
];
