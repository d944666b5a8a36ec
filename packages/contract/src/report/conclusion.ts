import { breaks, type CheckOutcome, type CheckReport, outcomeOf } from "../check-report.ts";
import { shortText } from "./visible-text.ts";

/** The exit code that goes with an outcome. */
export const exitCodes: { readonly [Outcome in CheckOutcome]: 0 | 1 | 2 } = {
  holds: 0,
  broken: 1,
  "could-not-run": 2,
};

/** What several reports come to: the worst of them; `could-not-run` when there is none. */
export function overallOutcome(reports: readonly CheckReport[]): CheckOutcome {
  const outcomes = reports.map(outcomeOf);
  if (outcomes.length === 0 || outcomes.includes("could-not-run")) return "could-not-run";
  return outcomes.includes("broken") ? "broken" : "holds";
}

/** One line that says how it is with a report, and what to do next. */
export function conclusionOf(report: CheckReport): string {
  const outcome = outcomeOf(report);
  const { contract, problems, findings } = report;
  if (outcome === "could-not-run") {
    return `Could not run: ${shortText(problems[0] ?? "nothing was checked", 300)}`;
  }
  if (outcome === "broken") return `Broken: ${brokenParts(report).join(", ")}. ${nextStep(report)}`;
  const warnings = findings.filter(({ severity }) => severity === "warning").length;
  const remark =
    warnings === 0
      ? ""
      : ` ${count(warnings, "warning")} above ${warnings === 1 ? "is" : "are"} worth a look.`;
  return `The contract "${contract}" holds: ${checkedParts(report)}.${remark}`;
}

function brokenParts({ findings, tables, scenarios }: CheckReport): readonly string[] {
  const errors = new Set(
    findings.filter(({ severity }) => severity === "error").map(({ rule }) => rule),
  );
  const rows = tables.flatMap((table) => table.rows);
  const wrong = rows.filter(breaks).length;
  const failed = scenarios.filter(({ holds }) => !holds).length;
  return [
    ...(errors.size > 0 ? [[...errors].join(" and ")] : []),
    ...(wrong > 0 ? [`${wrong} of ${count(rows.length, "state")} answered wrongly`] : []),
    ...(failed > 0 ? [`${failed} of ${count(scenarios.length, "scenario")} broken`] : []),
  ];
}

/** A fix where there is one, the explanation of a rule where not, else where to look. */
function nextStep({ target, findings, tables, scenarios }: CheckReport): string {
  const errors = findings.filter(({ severity }) => severity === "error");
  const isMended = errors.some(
    ({ edits, position }) => edits !== undefined && position?.file === target,
  );
  if (isMended && target !== "-") {
    return `Next: leaderlab fix ${shellWord(target)}`;
  }
  const [first] = errors;
  if (first !== undefined) return `Next: leaderlab explain ${first.rule}`;
  const table = tables.find(({ rows }) => rows.some(breaks));
  const state = table?.rows.find(breaks);
  if (table !== undefined && state !== undefined) {
    return `Next: see what it does in ${state.state}, in the table of ${shortText(table.probe, 80)}`;
  }
  const scenario = scenarios.find(({ holds }) => !holds)?.scenario ?? "";
  return `Next: see the scenario ${shortText(scenario, 80)}; --format html draws it`;
}

function checkedParts({ probes, tables, scenarios }: CheckReport): string {
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  const parts = [
    ...(probes.length > 0 ? [count(probes.length, "probe")] : []),
    ...(rows > 0 ? [count(rows, "state")] : []),
    ...(scenarios.length > 0 ? [count(scenarios.length, "scenario")] : []),
  ];
  return parts.length === 0 ? "no rule is broken" : parts.join(", ");
}

/** `1 state`, `13 states`. */
export function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}

/** A word as a shell takes it: in quotes where it needs them. */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${shortText(text, 200).replaceAll("'", "'\\''")}'`;
}
