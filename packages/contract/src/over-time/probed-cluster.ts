import { createSeededRandom, type Random } from "@leaderlab/clock";
import { type Cluster, type ClusterNode, startCluster } from "@leaderlab/cluster";
import type { HeldState, TrafficContract, TruthTable } from "../check-report.ts";
import type { Probe, ProbedContainer } from "../probe.ts";
import { Kubelet } from "./kubelet.ts";
import { answersFromTables } from "./probe-answers.ts";
import { isWanted, type NodeMoment, RunRecord } from "./run-record.ts";

/** lnd's own default. */
const sessionTtlSeconds = 90;

/** A container that a probe made an end of, and what it was then. */
export interface ProbeRestart {
  readonly atMs: number;
  readonly node: string;
  readonly probe: Probe;
  readonly state: NodeMoment["state"];
}

/** What a probed cluster is made of. */
export interface ProbedClusterOptions {
  readonly container: ProbedContainer;
  readonly tables: readonly TruthTable[];
  readonly contract: TrafficContract;
  readonly seed: number;
}

/**
 * Three lnds with lnd's own timings in a simulation, each in a container with the same probes and a kubelet that
 * restarts it. Time is moved by `advance`.
 */
export class ProbedCluster implements AsyncDisposable {
  readonly cluster: Cluster;
  readonly record = new RunRecord();
  readonly restarts: ProbeRestart[] = [];
  readonly #contract: TrafficContract;
  readonly #kubelets = new Map<string, Kubelet>();

  private constructor(cluster: Cluster, contract: TrafficContract) {
    this.cluster = cluster;
    this.#contract = contract;
  }

  static async start(options: ProbedClusterOptions): Promise<ProbedCluster> {
    const { seed, contract } = options;
    const cluster = await startCluster({ fabric: "memory", seed, nodes: 3, sessionTtlSeconds });
    const probed = new ProbedCluster(cluster, contract);
    const random = createSeededRandom(seed);
    for (const node of cluster.nodes) probed.#attach(node, options, random);
    cluster.timeline.onEvent((event) => {
      if (!("node" in event)) return;
      if (event.kind === "killed" || event.kind === "exited") {
        probed.#kubelets.get(event.node)?.ended();
      }
      probed.#note(cluster.node(event.node));
    });
    return probed;
  }

  get nowMs(): number {
    return this.cluster.clock.now();
  }

  /** The node that leads now. Throws when none does. */
  get leader(): ClusterNode {
    const { leader } = this.cluster.snapshot();
    if (leader === null) throw new Error("the simulated cluster has no leader");
    return this.cluster.node(leader);
  }

  advance(ms: number): Promise<void> {
    return this.cluster.time.advance(ms);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const kubelet of this.#kubelets.values()) kubelet.stop();
    await this.cluster.stop();
  }

  #attach(node: ClusterNode, { container, tables }: ProbedClusterOptions, random: Random): void {
    const kubelet = new Kubelet({
      clock: this.cluster.clock,
      random,
      container,
      answers: answersFromTables(tables, () => heldStateOf(node), random),
      control: {
        start: () => {
          if (node.status !== "running") void node.start().catch(() => {});
        },
        stop: () => {
          // A process that stands still hears nothing until it is killed.
          if (node.status === "running" && !node.isPaused) void node.stop().catch(() => {});
        },
        kill: () => void kill(node),
      },
      onTurn: () => this.#note(node),
      onRestart: (probe) =>
        this.restarts.push({ atMs: this.nowMs, node: node.name, probe, state: stateOf(node) }),
    });
    this.#kubelets.set(node.name, kubelet);
    this.#note(node);
  }

  #note(node: ClusterNode): void {
    const state = stateOf(node);
    this.record.note(node.name, {
      atMs: this.nowMs,
      state,
      isReady: this.#kubelets.get(node.name)?.isReady === true,
      isWanted: isWanted(state, this.#contract),
    });
  }
}

/** One that is about to stop is left to that. */
async function kill(node: ClusterNode): Promise<void> {
  if (node.status === "running") await node.kill();
}

function stateOf(node: ClusterNode): NodeMoment["state"] {
  if (node.isPaused) return "stopped-leader";
  return node.state ?? "down";
}

function heldStateOf(node: ClusterNode): HeldState {
  const state = stateOf(node);
  return state === "down" ? "nothing-listening" : state;
}
