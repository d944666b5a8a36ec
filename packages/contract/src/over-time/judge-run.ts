import type { Measure, ScenarioVerdict, TrafficContract } from "../check-report.ts";
import type { Probe, ProbedContainer, ProbeRole } from "../probe.ts";
import { spanWord } from "../report/verdict-words.ts";
import { expectedOf } from "../run/expected-of.ts";
import type { ProbedCluster, ProbeRestart } from "./probed-cluster.ts";
import type { NodeMoment, RunRecord } from "./run-record.ts";
import type { TimeScenario } from "./time-scenarios.ts";

/** A run that is over. */
export interface FinishedRun {
  readonly scenario: TimeScenario;
  readonly container: ProbedContainer;
  readonly contract: TrafficContract;
  readonly cluster: ProbedCluster;
  /** The leader before anything happened. */
  readonly firstLeader: string;
  /** Whether that one was ready then. */
  readonly wasReady: boolean;
  /** When something happened, and when nobody looked any more. */
  readonly fromMs: number;
  readonly toMs: number;
}

type Demand = ScenarioVerdict["demands"][number];

/** How long lanes show what was before. */
const beforeMs = 30_000;

/**
 * What a run comes to. Limits are lnd's own share, measured in the same run, and what the fastest probe with the same
 * timings would need on top: a node that serves is ready after `success threshold × period + timeout`, one that does no
 * longer is not after `failure threshold × period + timeout`; each turn of who is wanted may cost that once. Where
 * traffic goes is judged for a container with a readiness probe only.
 */
export function judgeRun(run: FinishedRun): ScenarioVerdict {
  const { scenario, container, cluster, fromMs, toMs } = run;
  const readiness = probeOf(container, "readiness");
  const traffic = readiness === undefined ? undefined : judgeTraffic(run, readiness);
  const needless = cluster.restarts.filter(isNeedless);
  const measures: readonly Measure[] = [
    ...(traffic?.measures ?? []),
    { name: "needless restarts", value: needless.length, unit: "count", limit: 0 },
  ];
  const demands: readonly Demand[] = [
    ...(traffic?.demands ?? []),
    ...(needless.length === 0 ? [] : [restartDemand(needless, fromMs)]),
  ];
  const isWithin = measures.every(({ value, limit }) => limit === undefined || value <= limit);
  return {
    scenario: scenario.name,
    subject: container.name,
    holds: isWithin && demands.every(({ holds }) => holds),
    demands,
    measures,
    lanes: cluster.record.lanes(Math.max(0, fromMs - beforeMs), toMs),
  };
}

function judgeTraffic(run: FinishedRun, readiness: Probe) {
  const { cluster, scenario, container, firstLeader, wasReady, fromMs, toMs } = run;
  const { record } = cluster;
  const { periodMs, timeoutMs, failureThreshold, successThreshold } = readiness.timings;
  const startup = probeOf(container, "startup")?.timings;
  const inMs =
    periodMs * successThreshold +
    timeoutMs +
    readiness.timings.initialDelayMs +
    (startup === undefined ? 0 : startup.periodMs + startup.timeoutMs + startup.initialDelayMs);
  const outMs = periodMs * failureThreshold + timeoutMs;
  const turns = turnsOf(record, fromMs, toMs);
  const own = record.spans(fromMs, toMs, ({ isWanted }) => isWanted);
  const seen = record.spans(fromMs, toMs, ({ isReady }) => isReady);
  const next = nextReady(run);
  const measures: Measure[] = [
    ...(scenario.hasFailover && next?.isReady === true
      ? [
          {
            name: "first ready on the new leader",
            value: next.ms,
            unit: "ms" as const,
            limit: inMs,
          },
        ]
      : []),
    {
      name: "more than one ready",
      value: seen.severalMs,
      unit: "ms",
      limit: own.severalMs + turns.out * outMs,
    },
    {
      name: "none ready",
      value: seen.noneMs,
      unit: "ms",
      limit: own.noneMs + turns.in * inMs,
    },
    { name: "lnd's own: two to send to", value: own.severalMs, unit: "ms" },
    { name: "lnd's own: none to send to", value: own.noneMs, unit: "ms" },
  ];
  const demands: Demand[] = [
    {
      name: "the leader is ready before anything happens",
      holds: wasReady,
      detail: wasReady ? "" : `${firstLeader} was not ready minutes after it began to serve`,
    },
    ...(scenario.hasFailover ? [nextDemand(next)] : []),
  ];
  return { measures, demands };
}

/** The node that is wanted next, and how long it took until it was ready; not at all where `isReady` is false. */
function nextReady({ cluster: { record }, firstLeader, fromMs, toMs }: FinishedRun) {
  const candidates = record.nodes
    .flatMap((node) => record.moments(node).map((moment) => ({ node, moment })))
    .filter(({ moment }) => moment.isWanted && moment.atMs > fromMs)
    .toSorted((a, b) => a.moment.atMs - b.moment.atMs);
  const first = candidates.find(({ node }) => node !== firstLeader) ?? candidates[0];
  if (first === undefined) return undefined;
  const { node, moment } = first;
  const wasReady = record.at(node, moment.atMs)?.isReady === true;
  const readyMs = wasReady
    ? moment.atMs
    : record.moments(node).find(({ atMs, isReady }) => isReady && atMs > moment.atMs)?.atMs;
  return { node, isReady: readyMs !== undefined, ms: (readyMs ?? toMs) - moment.atMs };
}

function nextDemand(next: ReturnType<typeof nextReady>): Demand {
  const name = "the new leader turns ready";
  if (next === undefined) return { name, holds: false, detail: "no other node came to lead" };
  const { node, isReady } = next;
  return { name, holds: isReady, detail: isReady ? node : `${node} led and never was ready` };
}

/** How often a node came to be wanted, and how often one was no longer, though its process went on. */
function turnsOf(record: RunRecord, fromMs: number, toMs: number) {
  const turns = { in: 0, out: 0 };
  for (const node of record.nodes) {
    let before: NodeMoment | undefined;
    for (const moment of record.moments(node)) {
      if (moment.atMs >= fromMs && moment.atMs <= toMs && before?.isWanted !== moment.isWanted) {
        if (moment.isWanted) turns.in += 1;
        else if (before !== undefined && moment.state !== "down") turns.out += 1;
      }
      before = moment;
    }
  }
  return turns;
}

/** A node that is healthy to the contract's liveness is not to be restarted. */
function isNeedless({ state }: ProbeRestart): boolean {
  return state !== "down" && expectedOf("liveness", state, "serving") === "yes";
}

function restartDemand(needless: readonly ProbeRestart[], fromMs: number): Demand {
  const [first] = needless;
  if (first === undefined) throw new Error("a demand about no restart");
  const afterMs = first.atMs - fromMs;
  const when =
    afterMs < 0 ? "before anything happened" : `${spanWord(afterMs)} after the scenario began`;
  return {
    name: `no ${first.probe.role} probe restarts a node that is well`,
    holds: false,
    detail: `${first.node} was restarted in ${first.state}, ${when}; ${needless.length} in all`,
  };
}

function probeOf({ probes }: ProbedContainer, role: ProbeRole): Probe | undefined {
  return probes.find((probe) => probe.role === role);
}
