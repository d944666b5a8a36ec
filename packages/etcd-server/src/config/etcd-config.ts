import type { AccessRules } from "../http/access-control.ts";
import type { EtcdUrl } from "./etcd-url.ts";

/** What etcd's flags ask for, as far as it has a meaning here. */
export interface EtcdConfig {
  readonly name: string;
  readonly dataDir: string;
  readonly listenClientUrls: readonly EtcdUrl[];
  /** Given: HTTP is served here and no longer at `listenClientUrls`. */
  readonly listenClientHttpUrls: readonly EtcdUrl[];
  readonly listenMetricsUrls: readonly EtcdUrl[];
  readonly listenPeerUrls: readonly string[];
  readonly advertiseClientUrls: readonly string[];
  readonly peerUrls: readonly string[];
  readonly cluster: ClusterConfig;
  readonly maxTxnOps: number;
  /** 0: etcd's default; negative: no bound. */
  readonly quotaBytes: number;
  readonly maxLearners: number;
  /** Whether the state outlives a graceful stop. */
  readonly snapshotOnExit: boolean;
  readonly maxRequestBytes: number;
  readonly maxConcurrentStreams: number;
  /** One and a half election timeouts in whole seconds, rounded up: etcd grants no shorter lease. */
  readonly minLeaseTtlSeconds: number;
  readonly watchProgressIntervalMs: number;
  readonly keepalive: KeepaliveConfig;
  readonly autoCompaction: { readonly mode: string; readonly retention: string };
  /** Whether JSON is served under /v3. */
  readonly hasGateway: boolean;
  /** Whether /metrics tells how long calls took, too. */
  readonly hasExtensiveMetrics: boolean;
  /** Who may ask over HTTP. */
  readonly access: AccessRules;
  readonly authToken: string;
  readonly authTokenTtlSeconds: number;
  readonly bcryptCost: number;
  readonly tls: TlsConfig;
}

/** What the cluster is said to be; ours has one member. */
export interface ClusterConfig {
  readonly token: string;
  /** `name=url,name=url`, as given or as etcd makes it up. */
  readonly initial: string;
  readonly state: string;
}

/** When silent connections are pinged and how long an answer may take; 0 for either turns it off. */
export interface KeepaliveConfig {
  /** A client that pings more often is sent away. */
  readonly minPingIntervalMs: number;
  readonly intervalMs: number;
  readonly timeoutMs: number;
}

/** The keys of client ports, and whom they let in. */
export interface TlsConfig {
  readonly isAuto: boolean;
  readonly selfSignedValidityYears: number;
  readonly certFile: string;
  readonly keyFile: string;
  readonly clientCertFile: string;
  readonly clientKeyFile: string;
  readonly trustedCaFile: string;
  readonly clientCertAuth: boolean;
  /** Revoked certificates; read anew for each connection. */
  readonly crlFile: string;
  readonly allowedHostnames: readonly string[];
  readonly allowedCommonNames: readonly string[];
  /** `TLS1.2`, `TLS1.3`, or empty. */
  readonly minVersion: string;
  readonly maxVersion: string;
  /** Go's names. */
  readonly cipherSuites: readonly string[];
}
