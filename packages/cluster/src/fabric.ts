import type { Clock, HostClock } from "@leaderlab/clock";
import type { EtcdClient } from "@leaderlab/election";
import type { LndConfig, LndNodeParts } from "@leaderlab/lnd-sim";
import type { EtcdEndpoint } from "./node-flags.ts";

/**
 * What a cluster's parts run on and talk over: real sockets in real time, or a network in memory on a virtual clock.
 * etcd, election and nodes are the same code on both; only what a fabric gives them differs.
 */
export interface Fabric {
  readonly kind: "sockets" | "memory";
  /** The time of the whole cluster; each host has a clock of its own above it. */
  readonly clock: Clock;
  /** Starts the cluster's own etcd. Rejects with Node's error when its port is taken. */
  startEtcd(): Promise<OwnEtcd>;
  /** Where the first, second … node lives: files and ports, and what it runs on. Called once for each. */
  createHost(name: string, index: number): Host;
  /** A client of etcd for the lab itself, to look on with: no fault of a link reaches it. */
  connectObserver(endpoint: EtcdEndpoint): ObserverClient;
  /**
   * Waits for something that takes the cluster's time: on a virtual clock, which stands still while nobody moves it,
   * time is moved on meanwhile.
   */
  finish<T>(work: Promise<T>): Promise<T>;
}

/** What one node runs on: a machine of its own, as far as the node can tell. */
export interface Host {
  /** For the node's files. */
  readonly folder: string;
  /** The file that holds the wallet's password. */
  readonly passwordFile: string;
  /** Where its ports are, as far as they are known before it runs. */
  readonly rpcAddress: string;
  readonly restAddress: string;
  /** The clock of its present process: it can be frozen and drift. */
  readonly clock: HostClock;
  /** A new process begins, with a clock of its own that drifts as the last one did. What it gives the node. */
  boot(): Pick<LndNodeParts, "clock" | "random">;
  /** Reads the node's flags as lnd would on this host. Throws an Error that says which flag is refused. */
  readConfig(flags: readonly string[]): LndConfig;
  /** Creates a wallet as a person would, with `lncli create`. Rejects when the node refuses or is gone. */
  createWallet(node: WalletlessNode): Promise<void>;
}

/** A node that waits for its wallet. */
export interface WalletlessNode {
  readonly rpcAddress: string;
  readonly tlsCertPath: string;
  readonly password: string;
}

/** The cluster's own etcd. */
export interface OwnEtcd {
  readonly endpoint: EtcdEndpoint;
  /** What is left of a lease as etcd itself knows it; undefined when it is gone. */
  leaseRemainingMs(lease: bigint): number | undefined;
  /** Ends it for good. */
  close(): Promise<void>;
}

/** A client that can be closed. */
export interface ObserverClient extends EtcdClient {
  close(): void;
}
