import type { Clock, HostClock } from "@leaderlab/clock";
import type { EtcdClient } from "@leaderlab/election";
import type { Etcd } from "@leaderlab/etcd-core";
import type { LndConfig, LndNodeParts } from "@leaderlab/lnd-sim";
import type { RpcClient } from "@leaderlab/rpc/client";
import type { Poisoning, RpcFault, Undo } from "./faults/fault-kind.ts";
import type { EtcdEndpoint } from "./node-flags.ts";
import type { FabricProxy, FabricProxyOptions } from "./proxy/fabric-proxy.ts";
import type { TimeControl } from "./time-control.ts";

/**
 * What a cluster's parts run on and talk over: real sockets in real time, or a network in memory on a virtual clock.
 * etcd, election and nodes are the same code on both; only what a fabric gives them differs.
 */
export interface Fabric {
  readonly kind: "sockets" | "memory";
  /** The time of the whole cluster; each host has a clock of its own above it. */
  readonly clock: Clock;
  readonly time: TimeControl;
  /**
   * Starts the cluster's own etcd. Rejects with Node's error when its port is taken. `dress` is put before the core of
   * this process and of each one that a restart brings.
   */
  startEtcd(dress: (core: Etcd) => Etcd): Promise<OwnEtcd>;
  /** Where the first, second … node lives: files and ports, and what it runs on. Called once for each. */
  createHost(name: string, index: number, options?: HostOptions): Host;
  /** A client of etcd for the lab itself, to look on with: no fault of a link reaches it. */
  connectObserver(endpoint: EtcdEndpoint): ObserverClient;
  /**
   * Starts a proxy in front of all hosts, with the links `proxy:NAME`, `proxy:etcd` and `client:proxy`. Called once, when
   * every host has been created and none has been booted. Rejects with Node's error when a port of it is taken.
   */
  startProxy(options: FabricProxyOptions): Promise<FabricProxy>;
  /** Lets a toxic work on the links that are meant. Throws a FaultError for a link that there is not. */
  poison(poisoning: Poisoning): Undo | Promise<Undo>;
  /**
   * Waits for something that takes the cluster's time: on a virtual clock, which stands still while nobody moves it,
   * time is moved on meanwhile.
   */
  finish<T>(work: Promise<T>): Promise<T>;
  /** Ends what is left of it, when nodes and etcd are gone. */
  close?(): Promise<void>;
}

/** How a host differs from the others. */
export interface HostOptions {
  /** What its password file holds, if that is not the wallet's password. */
  readonly unlockPassword?: string;
  /** On real sockets: where its ports are, if not at free ones of 127.0.0.1. */
  readonly listen?: { readonly host: string; readonly rpcPort: number; readonly restPort: number };
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
  boot(): Pick<LndNodeParts, "clock" | "random" | "surroundings">;
  /** Freezes the process as SIGSTOP does: no timer of it fires, and nothing that arrives is looked at. */
  pause(): void | Promise<void>;
  /** Lets it go on, as SIGCONT does. */
  resume(): void | Promise<void>;
  /** Reads the node's flags as lnd would on this host. Throws an Error that says which flag is refused. */
  readConfig(flags: readonly string[]): LndConfig;
  /** What is in a file of the node's. Throws what node:fs throws. */
  readFile(path: string): Buffer;
  /** A client of the node's gRPC at an address, over the link `client:NAME`. Nothing is dialled yet. */
  connect(node: Pick<WalletlessNode, "rpcAddress" | "tlsCertPath">): RpcClient;
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
  /** Ends the process, as a crash does, and keeps its state. A second time it does nothing. */
  stop(): Promise<void>;
  /** Starts a process with the state of the last one. While one runs it does nothing. */
  start(): Promise<void>;
  /** Lets it refuse or delay requests. */
  strike(fault: RpcFault): Undo | Promise<Undo>;
  /** Ends it for good. */
  close(): Promise<void>;
}

/** A client that can be closed. */
export interface ObserverClient extends EtcdClient {
  close(): void;
}
