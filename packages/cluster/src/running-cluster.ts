import type { Clock } from "@leaderlab/clock";
import { type ClusterNode, NodeStateError } from "./cluster-node.ts";
import type { EmbeddedPostgres } from "./embedded-postgres.ts";
import { createEtcdProcess, type EtcdProcess } from "./etcd-process.ts";
import type { Fabric, OwnEtcd } from "./fabric.ts";
import { measureFailovers } from "./failovers.ts";
import { createFaultTargets } from "./fault-targets.ts";
import type { ActiveFault, InjectOptions } from "./faults/active-fault.ts";
import { createFaultBoard, type FaultBoard } from "./faults/fault-board.ts";
import type { FaultSpec } from "./faults/fault-table.ts";
import { type ClusterLink, linkShorthand } from "./faults/link-shorthand.ts";
import { followInvariants, type InvariantReport } from "./invariants/invariant-report.ts";
import { observeWindows } from "./invariants/windows.ts";
import type { EtcdEndpoint, NodeDatabase } from "./node-flags.ts";
import { type KeyNews, observeKeys } from "./observe-keys.ts";
import { ClusterProxy } from "./proxy/cluster-proxy.ts";
import type { ProxySettings } from "./proxy/fabric-proxy.ts";
import { type ClusterSnapshot, describeCluster } from "./snapshot.ts";
import { withoutPassword } from "./start-database.ts";
import type { TimeControl } from "./time-control.ts";
import type { Timeline } from "./timeline.ts";
import { toldTime } from "./told-time.ts";

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
  /** Which invariants hold, and which windows there were. */
  invariants(): InvariantReport;
  /** Calls back when a snapshot would be another one, but for time; the returned function ends that. */
  onChange(listener: () => void): () => void;
  /** The time of the whole cluster; each node's own clock stands above it. */
  readonly clock: Clock;
  /** How time goes here. */
  readonly time: TimeControl;
  /** The cluster's own etcd, as a process. */
  readonly etcd: EtcdProcess;
  /** The proxy in front of the nodes; undefined when none was asked for. */
  readonly proxy: ClusterProxy | undefined;
  /** The faults at work, in the order in which they were injected. */
  readonly faults: readonly ActiveFault[];
  /** Lets something go wrong until it is undone. Rejects with a FaultError that says what is wrong with the spec. */
  inject(spec: FaultSpec, options?: InjectOptions): Promise<ActiveFault>;
  /** The link between two, with a method for each kind of fault on it: `link("lnd-1", "etcd").latency({ latencyMs })`. */
  link(from: string, to: string): ClusterLink;
  /** Waits for something that takes the cluster's time; virtual time is moved on meanwhile, until it has settled. */
  finish<T>(work: Promise<T>): Promise<T>;
  /** Undoes every fault, then stops every node and the etcd in memory. */
  stop(): Promise<void>;
}

/** What a running cluster consists of. */
export interface RunningParts {
  readonly fabric: Fabric;
  readonly timeline: Timeline;
  /** The cluster's own etcd; undefined when it is somebody else's. */
  readonly etcd: OwnEtcd | undefined;
  readonly postgres: EmbeddedPostgres | undefined;
  readonly database: NodeDatabase;
  readonly endpoints: readonly EtcdEndpoint[];
  readonly nodes: readonly ClusterNode[];
  /** Namespace and prefix of the election's keys, glued together. */
  readonly electionPrefix: string;
  readonly sessionTtlSeconds: number;
}

/** A cluster whose nodes can be started, on whatever fabric; it follows the election's keys from the beginning. */
export class RunningCluster implements Cluster {
  readonly timeline: Timeline;
  readonly nodes: readonly ClusterNode[];
  readonly etcdEndpoints: readonly string[];
  readonly sessionTtlSeconds: number;
  readonly etcd: EtcdProcess;
  readonly time: TimeControl;
  readonly invariants: () => InvariantReport;
  readonly #board: FaultBoard;
  readonly #fabric: Fabric;
  readonly #etcd: OwnEtcd | undefined;
  readonly #postgres: EmbeddedPostgres | undefined;
  readonly #postgresDsn: string | null;
  readonly #electionPrefix: string;
  readonly #endpoints: readonly EtcdEndpoint[];
  #proxy: ClusterProxy | undefined;
  /** The election's keys by lease, oldest first. */
  readonly #keys = new Map<string, KeyNews>();
  /** Which node campaigned with a lease, until its key is gone: of two nodes of one id the id does not tell. */
  readonly #holders = new Map<string, string>();
  readonly #listeners = new Set<() => void>();
  readonly #stopped = new AbortController();
  readonly #observing: Promise<void>;

  constructor(parts: RunningParts) {
    const { timeline, database, endpoints, nodes, fabric } = parts;
    this.timeline = timeline;
    this.nodes = nodes;
    this.#fabric = fabric;
    this.#etcd = parts.etcd;
    this.#postgres = parts.postgres;
    this.#postgresDsn = database.backend === "postgres" ? withoutPassword(database.dsn) : null;
    this.etcdEndpoints = endpoints.map(
      ({ address, isTls }) => `http${isTls ? "s" : ""}://${address}`,
    );
    this.sessionTtlSeconds = parts.sessionTtlSeconds;
    this.#electionPrefix = parts.electionPrefix;
    this.#endpoints = endpoints;
    this.time = toldTime(fabric.time, fabric.clock, timeline);
    this.etcd = createEtcdProcess(parts.etcd, timeline);
    const targets = createFaultTargets({
      fabric,
      etcd: parts.etcd,
      process: this.etcd,
      node: (name) => this.node(name),
    });
    this.#board = createFaultBoard({
      targets,
      clock: fabric.clock,
      tell: ({ kind, fault: { id: fault, spec } }) =>
        timeline.append(kind === "faultInjected" ? { kind, fault, spec } : { kind, fault }),
    });
    this.#observing = this.#observeQueue(endpoints[0]);
    measureFailovers(timeline, fabric.clock);
    const windows = observeWindows(timeline, fabric.clock);
    this.invariants = followInvariants(timeline, windows, () => ({
      isWitnessed: parts.etcd !== undefined,
      hasProxy: this.#proxy !== undefined,
    }));
    timeline.onEvent((event) => {
      if (event.kind === "campaigning") this.#holders.set(event.lease, event.node);
      this.#changed();
    });
  }

  get clock(): Clock {
    return this.#fabric.clock;
  }

  get proxy(): ClusterProxy | undefined {
    return this.#proxy;
  }

  /** Puts a proxy in front, before the first node is started. Rejects with Node's error when a port is taken. */
  async openProxy(settings: ProxySettings): Promise<void> {
    const { nodes, timeline } = this;
    const [etcd] = this.#endpoints;
    const prefix = this.#electionPrefix;
    const fabric = this.#fabric;
    this.#proxy = await ClusterProxy.start({ fabric, timeline, nodes, etcd, prefix, settings });
  }

  get faults(): readonly ActiveFault[] {
    return this.#board.faults;
  }

  inject(spec: FaultSpec, options?: InjectOptions): Promise<ActiveFault> {
    return this.#board.inject(spec, options);
  }

  link(from: string, to: string): ClusterLink {
    return linkShorthand(from, to, (spec, options) => this.inject(spec, options));
  }

  finish<T>(work: Promise<T>): Promise<T> {
    return this.#fabric.finish(work);
  }

  node(name: string): ClusterNode {
    const found = this.nodes.find((node) => node.name === name);
    if (found !== undefined) return found;
    const names = this.nodes.map((node) => node.name).join(", ");
    throw new NodeStateError(`there is no node ${name}; there are ${names}`);
  }

  snapshot(): ClusterSnapshot {
    const etcd = this.#etcd;
    const { timeline, nodes, etcdEndpoints, sessionTtlSeconds } = this;
    const parts = {
      timeline,
      nodes,
      etcdEndpoints,
      postgres: this.#postgresDsn,
      sessionTtlSeconds,
      unixMs: this.#fabric.clock.unixNow(),
      keys: [...this.#keys.values()],
      faults: this.faults,
      time: this.time,
      isEtcdRunning: this.etcd.isRunning,
      isOwnEtcd: etcd !== undefined,
      electionPrefix: this.#electionPrefix,
      proxy: this.#proxy?.snapshot ?? null,
    };
    return describeCluster(parts, etcd && ((lease) => etcd.leaseRemainingMs(lease)));
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  async stop(): Promise<void> {
    await this.#board.undoAll();
    this.#stopped.abort(new Error("the cluster stops"));
    if (this.#proxy !== undefined) await this.#fabric.finish(this.#proxy.stop());
    const running = this.nodes.filter((node) => node.status === "running");
    // Nodes that cannot reach etcd would wait for it until they give up.
    if (!this.etcd.isRunning) await this.etcd.start();
    for (const node of running) if (node.isPaused) await node.resume();
    await this.#fabric.finish(Promise.all(running.map((node) => node.stop())));
    await this.#fabric.finish(this.#observing);
    await this.#postgres?.stop();
    await this.#etcd?.close();
    await this.#fabric.close?.();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  /** Follows the election's keys. One that goes although its holder did not resign has run out with its lease. */
  async #observeQueue(etcd: EtcdEndpoint | undefined): Promise<void> {
    if (etcd === undefined) return;
    const { clock } = this.#fabric;
    const client = this.#fabric.connectObserver(etcd);
    const { signal } = this.#stopped;
    const observed = { client, clock, prefix: this.#electionPrefix, signal };
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
    const node = this.#holders.get(lease) ?? id;
    if (kind === "removed" && !this.#hasResigned(node, lease)) {
      this.timeline.append({ kind: "leaseExpired", node, lease });
    }
    if (kind === "removed") this.#holders.delete(lease);
    this.#changed();
  }

  /** A leader that ends by itself deletes its key, and its lease lives on; one that hangs on its way out may come too late. */
  #hasResigned(name: string, lease: string): boolean {
    const node = this.nodes.find((candidate) => candidate.name === name);
    if (node?.isResigning !== true || node.leaseId?.toString(16) !== lease) return false;
    return (
      this.#etcd === undefined || this.#etcd.leaseRemainingMs(BigInt(`0x${lease}`)) !== undefined
    );
  }
}
