import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import { createEtcd3Client } from "@leaderlab/election/etcd3";
import { type EtcdServer, startEtcd } from "@leaderlab/etcd-server";
import { createLightningNetwork, type LightningNetwork } from "@leaderlab/lnd-sim";
import { channelOptionsFor } from "@leaderlab/rpc/client";
import { awaitPlace } from "./await-place.ts";
import { ClusterNode, NodeStateError } from "./cluster-node.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { measureFailovers } from "./failovers.ts";
import { type EtcdEndpoint, type NodeDatabase, nodeFolder } from "./node-flags.ts";
import { type KeyNews, observeKeys } from "./observe-keys.ts";
import { type ClusterSnapshot, describeCluster } from "./snapshot.ts";
import { type PostgresOptions, startDatabase, withoutPassword } from "./start-database.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** What a cluster is made of. */
export interface ClusterOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** An empty folder for the nodes' files; the caller removes it. */
  readonly folder: string;
  /** Default 3. */
  readonly nodes?: number;
  /** Default 3 seconds: short, so that a failover is seen at once. lnd's own default is 90. */
  readonly sessionTtlSeconds?: number;
  /** A real etcd, or several of its members, instead of one in memory. The nodes are spread over them. */
  readonly etcd?: readonly EtcdEndpoint[];
  /** The port of the etcd in memory; 0 for a free one. */
  readonly etcdPort?: number;
  /** The first node's ports, the others follow; 0 for free ones. */
  readonly rpcPort?: number;
  readonly restPort?: number;
  /** Default `cluster-leader`, as in lnd's guide. */
  readonly electionPrefix?: string;
  /** Keep the nodes' state in a Postgres, and use etcd for the election only. Default: etcd for both. */
  readonly postgres?: PostgresOptions;
  /** `--db.etcd.namespace` of the nodes; default none. */
  readonly namespace?: string;
  /** Whom the nodes can pay and by whom they are paid, besides each other; default nobody. */
  readonly lightning?: LightningNetwork;
}

/** A running cluster. */
export interface Cluster extends AsyncDisposable {
  readonly timeline: Timeline;
  readonly nodes: readonly ClusterNode[];
  readonly etcdEndpoints: readonly string[];
  readonly sessionTtlSeconds: number;
  /** Throws a NodeStateError for a name that no node has. */
  node(name: string): ClusterNode;
  /** How everything is now. */
  snapshot(): ClusterSnapshot;
  /** Calls back when a snapshot would be another one, but for time; the returned function ends that. */
  onChange(listener: () => void): () => void;
  /** Stops every node and the etcd in memory. */
  stop(): Promise<void>;
}

/** The password of the lab's wallet. It protects nothing. */
export const walletPassword = "leaderlab";

/** What lnd's largest transaction needs, and what its guide tells to give etcd. */
const etcdLimits = { maxTxnOps: 16_384, maxRequestBytes: 104_857_600 } as const;

/**
 * Starts etcd and the nodes, one after the other, so that the first one leads. Rejects with Node's error (EADDRINUSE …)
 * or a ListenError when a port is taken; then nothing is left running.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const { clock, folder } = options;
  const timeline = createTimeline(clock);
  const etcd = options.etcd === undefined ? await startOwnEtcd(options) : undefined;
  const endpoints = options.etcd ?? [ownEndpoint(etcd)];
  for (const { address } of endpoints) timeline.append({ kind: "etcdStarted", endpoint: address });
  const { database, postgres } = await startDatabase(options.postgres, timeline).catch(
    async (error) => {
      await etcd?.stop();
      throw error;
    },
  );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nodes = createNodes(options, { endpoints, database, timeline });
  const parts = { timeline, etcd, postgres, database, endpoints, nodes };
  const cluster = new RunningCluster(options, parts);
  try {
    for (const node of nodes) {
      await node.start();
      await awaitPlace({ name: node.name, database, timeline, clock });
    }
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

function startOwnEtcd({ clock, random, etcdPort = 0 }: ClusterOptions): Promise<EtcdServer> {
  return startEtcd({
    clock,
    random,
    history: false,
    port: etcdPort,
    ...etcdLimits,
  });
}

function ownEndpoint(etcd: EtcdServer | undefined): EtcdEndpoint {
  const address = (etcd?.endpoint ?? "").replace("http://", "");
  return { address, isTls: false, insecureSkipVerify: false };
}

interface NodesParts {
  readonly endpoints: readonly EtcdEndpoint[];
  readonly database: NodeDatabase;
  readonly timeline: Timeline;
}

function createNodes(
  options: ClusterOptions,
  { endpoints, database, timeline }: NodesParts,
): readonly ClusterNode[] {
  const { clock, random, folder, nodes = 3, rpcPort = 0, restPort = 0 } = options;
  const passwordFile = join(folder, "wallet-password");
  writeFileSync(passwordFile, `${walletPassword}\n`, { mode: 0o600 });
  const lightning = options.lightning ?? createLightningNetwork();
  const portOf = (first: number, index: number) => (first === 0 ? 0 : first + index);
  return Array.from({ length: nodes }, (_value, index) => {
    const name = `lnd-${index + 1}`;
    const etcd = endpoints[index % endpoints.length];
    if (etcd === undefined) throw new Error("a cluster needs an etcd");
    const flags = {
      name,
      lndDir: nodeFolder(folder, name),
      passwordFile,
      etcd,
      database,
      namespace: options.namespace ?? "",
      electionPrefix: options.electionPrefix ?? defaultElectionPrefix,
      sessionTtlSeconds: options.sessionTtlSeconds ?? defaultSessionTtlSeconds,
      rpcAddress: `127.0.0.1:${portOf(rpcPort, index)}`,
      restAddress: `127.0.0.1:${portOf(restPort, index)}`,
    };
    return new ClusterNode(flags, { clock, random, timeline, lightning, password: walletPassword });
  });
}

const defaultElectionPrefix = "cluster-leader";
const defaultSessionTtlSeconds = 3;

interface RunningParts {
  readonly timeline: Timeline;
  readonly etcd: EtcdServer | undefined;
  readonly postgres: EmbeddedPostgres | undefined;
  readonly database: NodeDatabase;
  readonly endpoints: readonly EtcdEndpoint[];
  readonly nodes: readonly ClusterNode[];
}

class RunningCluster implements Cluster {
  readonly timeline: Timeline;
  readonly nodes: readonly ClusterNode[];
  readonly etcdEndpoints: readonly string[];
  readonly sessionTtlSeconds: number;
  readonly #etcd: EtcdServer | undefined;
  readonly #postgres: EmbeddedPostgres | undefined;
  readonly #postgresDsn: string | null;
  readonly #clock: Clock;
  readonly #electionPrefix: string;
  /** The election's keys by lease, oldest first. */
  readonly #keys = new Map<string, KeyNews>();
  readonly #listeners = new Set<() => void>();
  readonly #stopped = new AbortController();
  readonly #observing: Promise<void>;

  constructor(options: ClusterOptions, parts: RunningParts) {
    const { timeline, etcd, postgres, database, endpoints, nodes } = parts;
    this.timeline = timeline;
    this.nodes = nodes;
    this.#etcd = etcd;
    this.#postgres = postgres;
    this.#postgresDsn = database.backend === "postgres" ? withoutPassword(database.dsn) : null;
    this.etcdEndpoints = endpoints.map(
      ({ address, isTls }) => `http${isTls ? "s" : ""}://${address}`,
    );
    this.sessionTtlSeconds = options.sessionTtlSeconds ?? defaultSessionTtlSeconds;
    this.#clock = options.clock;
    const { namespace = "", electionPrefix = defaultElectionPrefix } = options;
    this.#electionPrefix = `${namespace}${electionPrefix}`;
    this.#observing = this.#observeQueue(endpoints[0]);
    measureFailovers(timeline, options.clock);
    timeline.onEvent(() => this.#changed());
  }

  node(name: string): ClusterNode {
    const found = this.nodes.find((node) => node.name === name);
    if (found !== undefined) return found;
    const names = this.nodes.map((node) => node.name).join(", ");
    throw new NodeStateError(`there is no node ${name}; there are ${names}`);
  }

  snapshot(): ClusterSnapshot {
    const core = this.#etcd?.core;
    const { timeline, nodes, etcdEndpoints, sessionTtlSeconds } = this;
    const parts = {
      timeline,
      nodes,
      etcdEndpoints,
      postgres: this.#postgresDsn,
      sessionTtlSeconds,
      unixMs: this.#clock.unixNow(),
      keys: [...this.#keys.values()],
      electionPrefix: this.#electionPrefix,
    };
    return describeCluster(parts, core && ((lease) => core.leaseRemainingMs(lease)));
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  async stop(): Promise<void> {
    this.#stopped.abort(new Error("the cluster stops"));
    await Promise.all(
      this.nodes.filter((node) => node.status === "running").map((node) => node.stop()),
    );
    await this.#observing;
    await this.#postgres?.stop();
    await this.#etcd?.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Follows the election's keys. One that goes although its holder did not resign has run out with its lease. */
  async #observeQueue(etcd: EtcdEndpoint | undefined): Promise<void> {
    if (etcd === undefined) return;
    const client = createEtcd3Client({
      endpoints: [etcd.address],
      clock: this.#clock,
      ...(etcd.user !== undefined && { user: etcd.user }),
      channelOptions: channelOptionsFor(
        etcd.isTls ? { insecureSkipVerify: etcd.insecureSkipVerify } : undefined,
      ),
    });
    const { signal } = this.#stopped;
    const observed = { client, clock: this.#clock, prefix: this.#electionPrefix, signal };
    try {
      for await (const news of observeKeys(observed)) this.#hear(news);
    } catch {
      // Stopped, or refused by etcd: the nodes, which need the same of it, say why.
    } finally {
      client.close();
    }
  }

  #hear(news: KeyNews): void {
    const { kind, lease, id } = news;
    if (kind === "added") this.#keys.set(lease, news);
    else this.#keys.delete(lease);
    if (kind === "removed" && !this.#hasResigned(id, lease)) {
      this.timeline.append({ kind: "leaseExpired", node: id, lease });
    }
    this.#changed();
  }

  /** A leader that ends by itself deletes its key. */
  #hasResigned(name: string, lease: string): boolean {
    const node = this.nodes.find((candidate) => candidate.name === name);
    return node?.isResigning === true && node.leaseId?.toString(16) === lease;
  }
}
