import { awaitEvent } from "../await-event.ts";
import type { AnyClusterOptions } from "../cluster.ts";
import type { ActiveFault } from "../faults/active-fault.ts";
import type { FaultSpec } from "../faults/fault-table.ts";
import type { Cluster } from "../running-cluster.ts";
import { supervise } from "../simulation/play-schedule.ts";
import type { TimelineEvent } from "../timeline.ts";
import {
  describeExpectation,
  describePattern,
  judgeExpectation,
  matches,
} from "./judge-expectation.ts";
import { type EventPattern, parseSpan, type Scenario, type ScenarioStep } from "./scenario.ts";

/** How one expectation went. */
export interface ScenarioVerdict {
  readonly expectation: string;
  /** What there was instead; undefined when it holds. */
  readonly problem?: string;
}

/** How a scenario went. */
export interface ScenarioOutcome {
  readonly verdicts: readonly ScenarioVerdict[];
  readonly holds: boolean;
}

const patienceMs = 120_000;

/** What of a scenario makes its cluster, on either fabric. */
export function scenarioCluster(scenario: Scenario): AnyClusterOptions {
  const { healthCheck = {}, lnd = {}, wrongPassword = [] } = scenario;
  const check = Object.entries(healthCheck).map(
    ([field, value]) => `--healthcheck.leader.${field}=${value}`,
  );
  const nameOf = (index: number) => `lnd-${index + 1}`;
  return {
    nodes: scenario.nodes,
    sessionTtlSeconds: Math.round((parseSpan(scenario.ttl) ?? 0) / 1000),
    startsNodes: scenario.startsNodes,
    lndFlags: (index) => [...check, ...(lnd["*"] ?? []), ...(lnd[nameOf(index)] ?? [])],
    hosts: (index) => (wrongPassword.includes(nameOf(index)) ? { unlockPassword: "mistyped" } : {}),
  };
}

/** Does to a cluster what a scenario says, and judges what came of it. The cluster is left running. */
export async function runScenario(
  scenario: Scenario,
  cluster: Cluster,
  { slackMs = 0 }: { readonly slackMs?: number } = {},
): Promise<ScenarioOutcome> {
  const events: TimelineEvent[] = [...cluster.timeline.events];
  const stopHearing = cluster.timeline.onEvent((event) => events.push(event));
  const stopSupervising = scenario.supervised ? supervise(cluster) : () => {};
  const verdicts: ScenarioVerdict[] = [];
  try {
    await cluster.finish(doSteps(scenario.steps, cluster));
  } catch (error) {
    verdicts.push({ expectation: "every step can be done", problem: (error as Error).message });
  }
  stopSupervising();
  stopHearing();
  const states = Object.fromEntries(
    cluster.nodes.map(({ name, state }) => [name, state ?? "down"] as const),
  );
  const record = { events, states, slackMs };
  for (const expectation of scenario.expect) {
    const problem = judgeExpectation(expectation, record);
    verdicts.push({
      expectation: describeExpectation(expectation),
      ...(problem !== undefined && { problem }),
    });
  }
  const broken = events.flatMap((event) => (event.kind === "violation" ? [event.message] : []));
  const problem = broken.length === 0 ? {} : { problem: broken.join("; ") };
  verdicts.push({ expectation: "every invariant holds", ...problem });
  return { verdicts, holds: verdicts.every((verdict) => verdict.problem === undefined) };
}

async function doSteps(steps: readonly ScenarioStep[], cluster: Cluster): Promise<void> {
  const faults = new Map<string, ActiveFault>();
  let afterSeq = 0;
  for (const [index, step] of steps.entries()) {
    try {
      if (step.after !== undefined) await cluster.clock.sleep(parseSpan(step.after) ?? 0);
      if (step.await !== undefined) {
        const patience = step.within === undefined ? patienceMs : (parseSpan(step.within) ?? 0);
        afterSeq = (await waitFor(step.await, cluster, { afterSeq, patience })).seq;
      }
      await act(step, cluster, faults);
    } catch (error) {
      throw new Error(`step ${index + 1}: ${(error as Error).message}`);
    }
  }
}

async function waitFor(
  pattern: EventPattern,
  { timeline, clock }: Cluster,
  { afterSeq, patience }: { readonly afterSeq: number; readonly patience: number },
): Promise<TimelineEvent> {
  const over = new AbortController();
  const timer = clock.setTimer(patience, () =>
    over.abort(new Error(`${describePattern(pattern)} did not happen within ${patience / 1000} s`)),
  );
  const isIt = (event: TimelineEvent) => matches(event, pattern);
  try {
    return await awaitEvent(timeline, isIt, { afterSeq, signal: over.signal });
  } finally {
    timer.cancel();
  }
}

async function act(
  step: ScenarioStep,
  cluster: Cluster,
  faults: Map<string, ActiveFault>,
): Promise<void> {
  if (step.start !== undefined) await cluster.node(step.start).start();
  if (step.stop !== undefined) await cluster.node(step.stop).stop();
  if (step.kill !== undefined) await cluster.node(step.kill).kill();
  if (step.pause !== undefined) await cluster.node(step.pause).pause();
  if (step.resume !== undefined) await cluster.node(step.resume).resume();
  if (step.inject !== undefined) {
    const fault = await cluster.inject(step.inject as FaultSpec);
    faults.set(step.as ?? fault.id, fault);
  }
  if (step.undo !== undefined) {
    const fault = faults.get(step.undo);
    if (fault === undefined) throw new Error(`undo: no fault is called ${step.undo}`);
    await fault.undo();
  }
}
