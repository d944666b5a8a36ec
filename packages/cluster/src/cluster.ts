import type { Clock, Random } from "@leaderlab/clock";
import type { Etcd } from "@leaderlab/etcd-core";
import { createLightningNetwork, type LightningNetwork } from "@leaderlab/lnd-sim";
import { awaitPlace } from "./await-place.ts";
import { ClusterNode } from "./cluster-node.ts";
import type { Fabric, HostOptions } from "./fabric.ts";
import { watchInvariants } from "./invariants/watch-invariants.ts";
import { MemoryFabric } from "./memory/memory-fabric.ts";
import type { NetworkSpeed } from "./memory/memory-network.ts";
import type { EtcdEndpoint, NodeDatabase } from "./node-flags.ts";
import type { PlantedBug } from "./planted-bug.ts";
import type { ProxySettings } from "./proxy/fabric-proxy.ts";
import { type Cluster, RunningCluster } from "./running-cluster.ts";
import { SocketsFabric } from "./sockets/sockets-fabric.ts";
import { type PostgresOptions, startDatabase } from "./start-database.ts";
import { createTimeline, type Timeline } from "./timeline.ts";

/** What every cluster is made of. */
export interface AnyClusterOptions {
  /** Default 3. */
  readonly nodes?: number;
  /** Default 3 seconds: short, so that a failover is seen at once. lnd's own default is 90. */
  readonly sessionTtlSeconds?: number;
  /** Default `cluster-leader`, as in lnd's guide. */
  readonly electionPrefix?: string;
  /** `--db.etcd.namespace` of the nodes; default none. */
  readonly namespace?: string;
  /** Whom the nodes can pay and by whom they are paid, besides each other; default nobody. */
  readonly lightning?: LightningNetwork;
  /** Further flags of lnd's for each node, by its index; they win over those that the lab gives. */
  readonly lndFlags?: (index: number) => readonly string[];
  /** A leader-aware proxy in front of the nodes; default none. */
  readonly proxy?: ProxySettings | undefined;
  /** How the host of a node, by its index, differs from the others. */
  readonly hosts?: (index: number) => HostOptions;
  /** Whether the nodes are started at once. Default true; otherwise they wait for `start`. */
  readonly startsNodes?: boolean;
}

/** A cluster on real sockets of 127.0.0.1. */
export interface SocketsClusterOptions extends AnyClusterOptions {
  readonly fabric?: "sockets";
  readonly clock: Clock;
  readonly random: Random;
  /** An empty folder for the nodes' files; the caller removes it. */
  readonly folder: string;
  /** A real etcd, or several of its members, instead of one in memory. The nodes are spread over them. */
  readonly etcd?: readonly EtcdEndpoint[];
  /** The port of the etcd in memory; 0 for a free one. */
  readonly etcdPort?: number;
  /** The first node's ports, the others follow; 0 for free ones. */
  readonly rpcPort?: number;
  readonly restPort?: number;
  /** Keep the nodes' state in a Postgres, and use etcd for the election only. Default: etcd for both. */
  readonly postgres?: PostgresOptions;
}

/** A simulation: the same seed, options and calls give the same timeline byte for byte. */
export interface MemoryClusterOptions extends AnyClusterOptions {
  readonly fabric: "memory";
  /** A whole number from 0 on. */
  readonly seed: number;
  /** How fast the network is while nothing is wrong with it. */
  readonly network?: NetworkSpeed;
}

export type ClusterOptions = SocketsClusterOptions | MemoryClusterOptions;

/** The password of the lab's wallet. It protects nothing. */
export const walletPassword = "leaderlab";

const defaultElectionPrefix = "cluster-leader";
const defaultSessionTtlSeconds = 3;

/**
 * Starts etcd and the nodes, one after the other, so that the first one leads. Rejects with Node's error (EADDRINUSE …)
 * or a ListenError when a port is taken; then nothing is left running.
 */
export function startCluster(options: ClusterOptions): Promise<Cluster> {
  return startClusterWith(options);
}

/** As `startCluster`, with something that is wrong on purpose; for tests only, and in memory only. */
export async function startClusterWith(
  options: ClusterOptions,
  planted?: PlantedBug,
): Promise<Cluster> {
  const password = walletPassword;
  if (options.fabric === "memory") {
    const { seed } = options;
    if (!Number.isSafeInteger(seed) || seed < 0) {
      throw new RangeError(`startCluster: seed ${seed} is no whole number from 0 on`);
    }
    const spoilConnection = planted?.spoilConnection;
    const spoiled = { ...options, password, ...(spoilConnection && { spoilConnection }) };
    return startOn(new MemoryFabric(spoiled), options, planted?.spoilEtcd);
  }
  return startOn(new SocketsFabric({ ...options, password }), options);
}

async function startOn(
  fabric: Fabric,
  options: AnyClusterOptions & Pick<SocketsClusterOptions, "etcd" | "postgres">,
  spoilEtcd: PlantedBug["spoilEtcd"] = (core) => core,
): Promise<Cluster> {
  const { clock } = fabric;
  const timeline = createTimeline(clock);
  const { namespace = "", electionPrefix = defaultElectionPrefix } = options;
  const prefix = `${namespace}${electionPrefix}`;
  let nodes: readonly ClusterNode[] = [];
  const watched = watchInvariants({ timeline, prefix, nodes: () => nodes });
  const dress = (core: Etcd) => watched(spoilEtcd(core));
  const etcd = options.etcd === undefined ? await fabric.startEtcd(dress) : undefined;
  const endpoints = options.etcd ?? (etcd === undefined ? [] : [etcd.endpoint]);
  for (const { address } of endpoints) timeline.append({ kind: "etcdStarted", endpoint: address });
  const { database, postgres } = await startDatabase(options.postgres, timeline).catch(
    async (error) => {
      await etcd?.close();
      throw error;
    },
  );
  nodes = createNodes(fabric, options, { endpoints, database, timeline });
  const cluster = new RunningCluster({
    fabric,
    timeline,
    etcd,
    postgres,
    database,
    endpoints,
    nodes,
    electionPrefix: prefix,
    sessionTtlSeconds: options.sessionTtlSeconds ?? defaultSessionTtlSeconds,
  });
  try {
    if (options.proxy !== undefined) await cluster.openProxy(options.proxy);
    for (const node of options.startsNodes === false ? [] : nodes) {
      const afterSeq = timeline.events.at(-1)?.seq ?? 0;
      await node.start();
      await fabric.finish(awaitPlace({ name: node.name, database, timeline, afterSeq, clock }));
    }
  } catch (error) {
    await cluster.stop();
    throw error;
  }
  return cluster;
}

interface NodesParts {
  readonly endpoints: readonly EtcdEndpoint[];
  readonly database: NodeDatabase;
  readonly timeline: Timeline;
}

function createNodes(
  fabric: Fabric,
  options: AnyClusterOptions,
  { endpoints, database, timeline }: NodesParts,
): readonly ClusterNode[] {
  const { nodes = 3, lightning = createLightningNetwork() } = options;
  return Array.from({ length: nodes }, (_value, index) => {
    const name = `lnd-${index + 1}`;
    const etcd = endpoints[index % endpoints.length];
    if (etcd === undefined) throw new Error("a cluster needs an etcd");
    const host = fabric.createHost(name, index, options.hosts?.(index));
    const flags = {
      name,
      lndDir: host.folder,
      passwordFile: host.passwordFile,
      etcd,
      database,
      namespace: options.namespace ?? "",
      electionPrefix: options.electionPrefix ?? defaultElectionPrefix,
      sessionTtlSeconds: options.sessionTtlSeconds ?? defaultSessionTtlSeconds,
      rpcAddress: host.rpcAddress,
      restAddress: host.restAddress,
      furtherFlags: options.lndFlags?.(index) ?? [],
    };
    return new ClusterNode(flags, { host, timeline, lightning, password: walletPassword });
  });
}
