import { accepted, used } from "../flag-row.ts";

/** Leader election, and the health checks that a leader must pass. */
export const clusterRows = {
  cluster: [
    used("cluster.enable-leader-election", "bool", "Start only after winning the election"),
    used("cluster.leader-elector", "string", "What holds the election", {
      default: "etcd",
      choices: ["etcd"],
    }),
    used("cluster.etcd-election-prefix", "string", "Prefix of the election keys in etcd", {
      default: "/leader/",
    }),
    used("cluster.id", "string", "This node's name in the election (default: the host name)"),
    used(
      "cluster.leader-session-ttl",
      "int",
      "Seconds that the election key outlives a dead node; 0 and less mean 60",
      { default: "90" },
    ),
  ],
  leader: [
    used(
      "healthcheck.leader.interval",
      "time.Duration",
      "How often the node asks etcd whether it still leads",
      { default: "1m0s" },
    ),
    used(
      "healthcheck.leader.attempts",
      "int",
      "How many checks may fail before the node stops; 0 for no checks",
      { default: "1" },
    ),
    used("healthcheck.leader.timeout", "time.Duration", "How long one check may take", {
      default: "5s",
    }),
    used("healthcheck.leader.backoff", "time.Duration", "How long to wait after a failed check", {
      default: "5s",
    }),
  ],
  chainBackend: [
    accepted("healthcheck.chainbackend.interval", "time.Duration", "1m0s"),
    accepted("healthcheck.chainbackend.attempts", "int", "3"),
    accepted("healthcheck.chainbackend.timeout", "time.Duration", "30s"),
    accepted("healthcheck.chainbackend.backoff", "time.Duration", "2m0s"),
  ],
  diskSpace: [
    accepted("healthcheck.diskspace.diskrequired", "float64", "0.1"),
    accepted("healthcheck.diskspace.interval", "time.Duration", "12h0m0s"),
    accepted("healthcheck.diskspace.attempts", "int"),
    accepted("healthcheck.diskspace.timeout", "time.Duration", "5s"),
    accepted("healthcheck.diskspace.backoff", "time.Duration", "1m0s"),
  ],
  tls: [
    accepted("healthcheck.tls.interval", "time.Duration", "1m0s"),
    accepted("healthcheck.tls.attempts", "int"),
    accepted("healthcheck.tls.timeout", "time.Duration", "5s"),
    accepted("healthcheck.tls.backoff", "time.Duration", "1m0s"),
  ],
  torConnection: [
    accepted("healthcheck.torconnection.interval", "time.Duration", "1m0s"),
    accepted("healthcheck.torconnection.attempts", "int"),
    accepted("healthcheck.torconnection.timeout", "time.Duration", "5s"),
    accepted("healthcheck.torconnection.backoff", "time.Duration", "1m0s"),
  ],
  remoteSignerHealth: [
    accepted("healthcheck.remotesigner.interval", "time.Duration", "1m0s"),
    accepted("healthcheck.remotesigner.attempts", "int", "1"),
    accepted("healthcheck.remotesigner.timeout", "time.Duration", "1s"),
    accepted("healthcheck.remotesigner.backoff", "time.Duration", "30s"),
  ],
} as const;
