import {
  breaks,
  type CheckReport,
  type Measure,
  type ScenarioVerdict,
  type StateVerdict,
  type TruthTable,
} from "../check-report.ts";
import type { Finding, Position } from "../finding.ts";
import { type RuleId, ruleTable } from "../rules/index.ts";
import { exitWord, expectedWord, slowestMs, spanWord, verdictWord } from "./verdict-words.ts";

/** One thing that a check asked, with its answer: what JUnit, TAP and test runners list. */
export interface ReportCase {
  /**
   * Unique in its report and the same in the next one, as long as names stay: made of names, never of lines or order;
   * a second one of the same names ends in `#2`.
   */
  readonly id: string;
  /** What it belongs to: `rules`, a probe's name, a scenario's name. */
  readonly group: string;
  readonly name: string;
  /** `skipped`: not understood, so not checked. `errored`: could not be done. */
  readonly outcome: "passed" | "failed" | "skipped" | "errored";
  /** What was found, as a sentence; empty where there is nothing to say. */
  readonly message: string;
  readonly detail: readonly string[];
  readonly durationMs?: number;
  readonly rule?: RuleId;
  readonly position?: Position;
}

/** Everything that a report has asked, one by one: rules, states, scenarios, then what was not or could not be done. */
export function casesOf(report: CheckReport): readonly ReportCase[] {
  return withUniqueIds([
    ...ruleCases(report),
    ...report.tables.flatMap((table) => table.rows.map((row) => stateCase(report, table, row))),
    ...report.scenarios.flatMap(scenarioCases),
    ...report.notices.map(({ message, position }) => ({
      id: `notice/${message}`,
      group: "rules",
      name: `not checked: ${message}`,
      outcome: "skipped" as const,
      message,
      detail: [],
      ...(position !== undefined && { position }),
    })),
    ...report.problems.map((problem) => ({
      id: `problem/${problem}`,
      group: "problems",
      name: "the check could run",
      outcome: "errored" as const,
      message: problem,
      detail: [],
    })),
  ]);
}

/** A case for each finding, and one for each subject that breaks no rule. */
function ruleCases({ target, probes, findings, tables }: CheckReport): readonly ReportCase[] {
  const accused = new Set(findings.map(({ subject }) => subject));
  const subjects = probes.length > 0 ? probes.map(({ name }) => name) : [target];
  const clean = subjects.filter((subject) => !accused.has(subject));
  const isLinted = findings.length > 0 || probes.length > 0 || tables.length > 0;
  return [
    ...findings.map(findingCase),
    ...(isLinted && (probes.length > 0 || findings.length === 0) ? clean : []).map((subject) => ({
      id: `rules/${subject}`,
      group: "rules",
      name: `${subject} breaks no rule`,
      outcome: "passed" as const,
      message: "",
      detail: [],
    })),
  ];
}

/** Only an error breaks the contract; a warning or a note passes and says so. */
function findingCase({ rule, severity, message, subject, advice, position }: Finding): ReportCase {
  return {
    id: `rules/${subject}/${rule}`,
    group: "rules",
    name: `${subject}: ${rule}, ${ruleTable[rule].title}`,
    outcome: severity === "error" ? "failed" : "passed",
    message: `${severity}: ${message}`,
    detail: [advice],
    rule,
    ...(position !== undefined && { position }),
  };
}

function stateCase(
  report: CheckReport,
  { probe, role }: TruthTable,
  row: StateVerdict,
): ReportCase {
  const { state, verdict, expected, runs } = row;
  const is = verdictWord(role, verdict);
  const position = report.probes.find(({ name }) => name === probe)?.position;
  const isBroken = breaks(row);
  return {
    id: `states/${probe}/${state}`,
    group: probe,
    name: `${probe}: ${expected === "either" ? "anything" : expectedWord(role, expected)} in ${state}`,
    outcome: isBroken ? "failed" : "passed",
    message: isBroken
      ? `${is} in ${state}, expected ${expectedWord(role, expected)} (contract: ${report.contract}); exit code ${exitWord(runs)}`
      : "",
    detail: runs.map(
      ({ variant, outcome, exitCode, durationMs, output }) =>
        `${variant === "" ? "run" : variant}: ${outcome}, exit code ${exitCode ?? "none"}, ` +
        `${spanWord(durationMs)}${output === "" ? "" : `: ${output}`}`,
    ),
    durationMs: slowestMs(runs),
    ...(position !== undefined && { position }),
  };
}

/** A case for each demand and for each measure that has a limit; one for the scenario where it has neither. */
function scenarioCases(verdict: ScenarioVerdict): readonly ReportCase[] {
  const { scenario, subject, holds, demands, measures } = verdict;
  const group = `${subject}: ${scenario}`;
  const of = (name: string, isMet: boolean, message: string): ReportCase => ({
    id: `scenarios/${subject}/${scenario}/${name}`,
    group,
    name: `${group}: ${name}`,
    outcome: isMet ? "passed" : "failed",
    message,
    detail: measures.map(measureWord),
  });
  const cases = [
    ...demands.map(({ name, holds: isMet, detail }) => of(name, isMet, detail)),
    ...measures
      .filter(({ limit }) => limit !== undefined)
      .map((measure) => of(measure.name, isWithinLimit(measure), measureWord(measure))),
  ];
  const isSaid = cases.some(({ outcome }) => outcome === "failed") || (holds && cases.length > 0);
  return isSaid ? cases : [...cases, of("holds", holds, holds ? "" : "the scenario does not hold")];
}

/** Whether a measure is within its limit; one without a limit is. */
export function isWithinLimit({ value, limit }: Measure): boolean {
  return limit === undefined || value <= limit;
}

/** `window with none ready: 12.5 s, at most 30 s`. */
export function measureWord(measure: Measure): string {
  const { name, limit } = measure;
  const most = limit === undefined ? "" : `, at most ${amountWord({ ...measure, value: limit })}`;
  return `${name}: ${amountWord(measure)}${most}`;
}

/** `12.5 s`, `3`. */
export function amountWord({ value, unit }: Pick<Measure, "value" | "unit">): string {
  return unit === "ms" ? spanWord(value) : String(value);
}

function withUniqueIds(cases: readonly ReportCase[]): readonly ReportCase[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const count = (seen.get(one.id) ?? 0) + 1;
    seen.set(one.id, count);
    return count === 1 ? one : { ...one, id: `${one.id}#${count}` };
  });
}
