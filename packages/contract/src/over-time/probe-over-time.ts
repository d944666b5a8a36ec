import { createSeededRandom } from "@leaderlab/clock";
import type { ScenarioVerdict, TrafficContract, TruthTable } from "../check-report.ts";
import type { ProbedContainer } from "../probe.ts";
import { judgeRun } from "./judge-run.ts";
import { ProbedCluster } from "./probed-cluster.ts";
import { timeScenarios } from "./time-scenarios.ts";

/** How probes are looked at over time. */
export interface OverTimeOptions {
  readonly contract: TrafficContract;
  /** What each of the container's probes says of each state. */
  readonly tables: readonly TruthTable[];
  /** Default 1. The same seed gives the same verdicts. */
  readonly seed?: number;
  /** Names of scenarios; default all. */
  readonly scenarios?: readonly string[];
  /** Aborts between two scenarios: then it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Nodes come up, their probes have found them, and a crash loop of the beginning would have shown. */
const settleMs = 300_000;
/** What happens comes at any moment between two keep-alives, two checks of the leader and two probes. */
const momentMs = 60_000;

/**
 * A container's probes through every scenario, in a simulated cluster with lnd's own timings, under a kubelet: virtual
 * time, some ten milliseconds each. Empty for a container without a probe of Kubernetes.
 */
export async function probeOverTime(
  container: ProbedContainer,
  options: OverTimeOptions,
): Promise<readonly ScenarioVerdict[]> {
  if (container.probes.every(({ role }) => role === "waiter")) return [];
  const { contract, tables, seed = 1, scenarios, signal } = options;
  const verdicts: ScenarioVerdict[] = [];
  for (const scenario of timeScenarios) {
    if (scenarios !== undefined && !scenarios.includes(scenario.name)) continue;
    signal?.throwIfAborted();
    await using cluster = await ProbedCluster.start({ container, tables, contract, seed });
    await cluster.advance(settleMs + createSeededRandom(seed).nextFloat() * momentMs);
    const firstLeader = cluster.cluster.snapshot().leader;
    const fromMs = cluster.nowMs;
    const wasReady =
      firstLeader !== null && cluster.record.at(firstLeader, fromMs)?.isReady === true;
    // A probe that keeps every node from leading leaves nothing to happen to.
    if (firstLeader !== null) await scenario.run(cluster);
    const toMs = cluster.nowMs;
    const run = { scenario, container, contract, cluster, wasReady, fromMs, toMs };
    verdicts.push(judgeRun({ ...run, firstLeader: firstLeader ?? "no node" }));
  }
  return verdicts;
}
