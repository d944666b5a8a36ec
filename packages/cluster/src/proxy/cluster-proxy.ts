import { getsTraffic } from "@leaderlab/leader-proxy";
import type { RpcClient } from "@leaderlab/rpc/client";
import type { ClusterNode } from "../cluster-node.ts";
import type { Fabric } from "../fabric.ts";
import type { EtcdEndpoint } from "../node-flags.ts";
import type { Timeline } from "../timeline.ts";
import type { FabricProxy, ProxySettings } from "./fabric-proxy.ts";

/** What a cluster gives its proxy. */
export interface ClusterProxyParts {
  readonly fabric: Fabric;
  readonly timeline: Timeline;
  /** Those behind it; asked for when they exist. */
  readonly nodes: readonly ClusterNode[];
  readonly etcd: EtcdEndpoint | undefined;
  /** Namespace and prefix of the election's keys, glued together. */
  readonly prefix: string;
  readonly settings: ProxySettings;
}

/** The proxy in front of a cluster, as plain JSON. */
export interface ProxySnapshot {
  /** Whom it leads to; null: it refuses clients. */
  readonly leader: string | null;
  readonly why: string;
  /** Whether it looks into the election in etcd, besides asking the nodes. */
  readonly looksIntoEtcd: boolean;
  readonly grpcAddress: string | null;
  readonly restAddress: string | null;
  readonly adminAddress: string | null;
}

/** The most violations that one proxy tells of. */
const maxViolations = 100;

/**
 * A leader-aware proxy in front of a cluster's nodes: the timeline tells to whom it turns, and of every request that
 * reaches a follower through it, which never happens.
 */
export class ClusterProxy {
  readonly name = "proxy";
  readonly #proxy: FabricProxy;
  readonly #nodes: readonly ClusterNode[];
  readonly #forget: () => void;

  private constructor(proxy: FabricProxy, { nodes, timeline }: ClusterProxyParts) {
    this.#proxy = proxy;
    this.#nodes = nodes;
    this.#forget = proxy.tracker.onTurn(({ from, to, why }) => {
      timeline.append({
        kind: "proxyTurned",
        from: from?.name ?? null,
        to: to?.name ?? null,
        why,
      });
    });
  }

  /** Rejects with Node's error (EADDRINUSE …) when a port cannot be had. */
  static async start(parts: ClusterProxyParts): Promise<ClusterProxy> {
    const { fabric, nodes, etcd, prefix, settings } = parts;
    const proxy = await fabric.startProxy({
      backends: nodes.map(({ name }) => name),
      etcd: settings.looksIntoEtcd === false ? undefined : etcd,
      prefix,
      settings,
      onProxied: refuseFollowers(parts),
    });
    const { grpcAddress: endpoint } = proxy;
    if (endpoint !== null) parts.timeline.append({ kind: "proxyStarted", endpoint });
    return new ClusterProxy(proxy, parts);
  }

  /** Whom it leads to. */
  get leader(): string | null {
    return this.#proxy.tracker.leader?.name ?? null;
  }

  get grpcAddress(): string | null {
    return this.#proxy.grpcAddress;
  }

  get restAddress(): string | null {
    return this.#proxy.restAddress;
  }

  get adminAddress(): string | null {
    return this.#proxy.adminAddress;
  }

  get snapshot(): ProxySnapshot {
    const { grpcAddress, restAddress, adminAddress, tracker } = this.#proxy;
    const { why } = tracker.leadership;
    const looksIntoEtcd = tracker.election !== undefined;
    return { leader: this.leader, why, looksIntoEtcd, grpcAddress, restAddress, adminAddress };
  }

  /** The admin macaroon of the cluster, in hexadecimal. Throws an Error while no node has one. */
  get adminMacaroon(): string {
    for (const node of this.#nodes) {
      try {
        return node.adminMacaroon;
      } catch {
        // It has not led yet.
      }
    }
    throw new Error("no node has an admin macaroon yet");
  }

  /** A client of whoever leads, over the link `client:proxy`. Nothing is dialled yet; the caller closes it. */
  connect(): RpcClient {
    return this.#proxy.connect();
  }

  async stop(): Promise<void> {
    this.#forget();
    await this.#proxy.stop();
  }
}

/** Looks at the node that a request has reached. One whose process is gone has not got it. */
function refuseFollowers({ nodes, timeline, settings }: ClusterProxyParts) {
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const { contract = "serving" } = settings;
  let told = 0;
  return (name: string) => {
    const state = byName.get(name)?.state;
    if (state === undefined || getsTraffic(state, contract) || told >= maxViolations) return;
    told += 1;
    const message = `a request through the proxy has reached ${name}, which is ${state}`;
    timeline.append({ kind: "violation", invariant: "proxyReachesLeader", message });
  };
}
