import type { Finding, Notice } from "./finding.ts";
import type { Probe, ProbeRole } from "./probe.ts";

/** Which states should get traffic: SERVER_ACTIVE only, or every state of a leader, as lnd's guide means. */
export type TrafficContract = "serving" | "leader";

/** lnd's six states. */
export const lndStates = [
  "WAITING_TO_START",
  "NON_EXISTING",
  "LOCKED",
  "UNLOCKED",
  "RPC_ACTIVE",
  "SERVER_ACTIVE",
] as const;

/** lnd's six states, and what else a probe may meet. */
export const heldStates = [
  ...lndStates,
  "migrating",
  "nothing-listening",
  "hanging",
  "stopped-leader",
  "tls-changed",
  "garbage",
  "slow",
] as const;

/** A state in which the lab holds a node. */
export type HeldState = (typeof heldStates)[number];

/** One run of a probe against one state. */
export interface ProbeRun {
  /** What differs between runs against one state: the shell, lncli's spacing. Empty when nothing does. */
  readonly variant: string;
  readonly outcome: "success" | "failure" | "timeout";
  /** Of the command; null when there was none or it was ended at its limit. */
  readonly exitCode: number | null;
  readonly durationMs: number;
  /** What it wrote, or why it failed; at most 1000 characters. */
  readonly output: string;
}

/** What a probe says of a state. */
export interface StateVerdict {
  readonly state: HeldState;
  /** `mixed`: its runs disagree. */
  readonly verdict: "yes" | "no" | "mixed";
  /** What the contract asks for; `either` is no matter of the contract. */
  readonly expected: "yes" | "no" | "either";
  readonly runs: readonly ProbeRun[];
}

/** A probe against every state. Its role says what yes means: ready, live, started, or goes on. */
export interface TruthTable {
  readonly probe: string;
  readonly role: ProbeRole;
  readonly rows: readonly StateVerdict[];
}

/** How a lane is at a time. The tone is what reports colour it by. */
export interface LaneSegment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly label: string;
  readonly tone: "good" | "bad" | "waiting" | "down" | "neutral";
}

/** A row of a swimlane picture: what a node was, what a probe or a proxy said of it. */
export interface Lane {
  readonly name: string;
  readonly segments: readonly LaneSegment[];
}

/** Something measured in a scenario, beside its limit. */
export interface Measure {
  /** In words: `time to first ready on the new leader`. */
  readonly name: string;
  readonly value: number;
  readonly unit: "ms" | "count";
  /** The most that the contract allows; undefined for what is only reported. */
  readonly limit?: number;
}

/** What came of one scenario: of a probe over time, or of a proxy in front of a cluster. */
export interface ScenarioVerdict {
  /** `failover by kill`. */
  readonly scenario: string;
  /** Which probe or proxy. */
  readonly subject: string;
  readonly holds: boolean;
  /** Each thing that was asked of it. */
  readonly demands: readonly {
    readonly name: string;
    readonly holds: boolean;
    readonly detail: string;
  }[];
  readonly measures: readonly Measure[];
  readonly lanes: readonly Lane[];
}

/** Everything that a check found out. Plain values: JSON has all of it. */
export interface CheckReport {
  /** What was checked: a path, a command, a URL. */
  readonly target: string;
  readonly contract: TrafficContract;
  readonly probes: readonly Probe[];
  readonly findings: readonly Finding[];
  readonly notices: readonly Notice[];
  readonly tables: readonly TruthTable[];
  readonly scenarios: readonly ScenarioVerdict[];
  /** What could not be done, and what to do about it; with any of these the check could not run. */
  readonly problems: readonly string[];
}

/** `holds` → exit code 0, `broken` → 1, `could-not-run` → 2. */
export type CheckOutcome = "holds" | "broken" | "could-not-run";

/** What a report comes to: problems first, then findings of severity error, verdicts and demands. */
export function outcomeOf(report: CheckReport): CheckOutcome {
  if (report.problems.length > 0) return "could-not-run";
  const isBroken =
    report.findings.some(({ severity }) => severity === "error") ||
    report.tables.some(({ rows }) => rows.some(breaks)) ||
    report.scenarios.some(({ holds }) => !holds);
  return isBroken ? "broken" : "holds";
}

/** Whether a verdict is not what the contract asks for. */
export function breaks({ verdict, expected }: StateVerdict): boolean {
  return expected !== "either" && verdict !== expected;
}
