import type { LeaderTracker, TrackerTimings, TrafficContract } from "@leaderlab/leader-proxy";
import type { RpcClient } from "@leaderlab/rpc/client";
import type { EtcdEndpoint } from "../node-flags.ts";

/** How a cluster's proxy is to be. */
export interface ProxySettings {
  /** Whether it looks into the election in etcd, besides asking the nodes. Default true. */
  readonly looksIntoEtcd?: boolean;
  /** Which states get traffic. Default `serving`. */
  readonly contract?: TrafficContract;
  readonly timings?: Partial<TrackerTimings>;
  /** On sockets: its ports; 0 or left out for free ones. */
  readonly grpcPort?: number;
  readonly restPort?: number;
  readonly adminPort?: number;
}

/** What a fabric makes a proxy of. */
export interface FabricProxyOptions {
  /** The nodes' names, which are their `cluster.id`s too. */
  readonly backends: readonly string[];
  /** Undefined: it does not look into the election. */
  readonly etcd: EtcdEndpoint | undefined;
  /** Namespace and prefix of the election's keys, glued together. */
  readonly prefix: string;
  readonly settings: ProxySettings;
  /** A client's bytes reach this node through the proxy, from now on or once more. */
  readonly onProxied: (node: string) => void;
}

/** A proxy on a fabric. */
export interface FabricProxy {
  readonly tracker: LeaderTracker;
  /** Where its clients connect to; null where there is no such port. */
  readonly grpcAddress: string | null;
  readonly restAddress: string | null;
  readonly adminAddress: string | null;
  /** A client of whoever leads, over the link `client:proxy`. Nothing is dialled yet; the caller closes it. */
  connect(): RpcClient;
  stop(): Promise<void>;
}
