/** What decides how long a failover takes and how long two nodes may lead, in milliseconds unless said otherwise. */
export interface TimingSettings {
  /** `--cluster.leader-session-ttl` */
  readonly ttlSeconds: number;
  /** `--healthcheck.leader.*`; 0 attempts: the leader never looks. */
  readonly leaderCheck: {
    readonly intervalMs: number;
    readonly attempts: number;
    readonly timeoutMs: number;
    readonly backoffMs: number;
  };
  /** The readiness probe (or the proxy's check) that decides where traffic goes. */
  readonly probe: ProbeSettings;
  /** From a won election to SERVER_ACTIVE, when the wallet is unlocked by itself. */
  readonly takeover: { readonly minMs: number; readonly maxMs: number };
}

/** A probe in Kubernetes' words. */
export interface ProbeSettings {
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly failureThreshold: number;
  readonly successThreshold: number;
}

/** Kubernetes' defaults for a probe. */
export const defaultProbe: ProbeSettings = {
  periodMs: 10_000,
  timeoutMs: 1000,
  failureThreshold: 3,
  successThreshold: 1,
};

/**
 * From a won election to SERVER_ACTIVE: 0.2 s with the cheap password hashing of lnd's integration tests, 2 s with the
 * real one on a small machine.
 */
export const defaultTakeover = { minMs: 200, maxMs: 2000 } as const;

/** Parts of a failover that no setting changes. */
export const fixedTimes = {
  /** etcd grants no shorter TTL with its default election timeout. */
  minTtlSeconds: 2,
  /** etcd looks for expired leases this often. */
  expiryTickMs: 500,
  /** Go's client sends keep-alives on ticks. */
  keepAliveTickMs: 500,
  /** What lnd gives a call of its database; its shutdown waits for reads that are under way. */
  databaseTimeoutMs: 30_000,
  /** What lnd gives its resignation. */
  resignTimeoutMs: 5000,
  /** A graceful stop with a healthy etcd. */
  stopMs: 100,
} as const;
