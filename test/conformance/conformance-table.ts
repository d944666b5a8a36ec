import type { Verdict } from "./case-verdict.ts";

/** What came of a group's trials against one target. */
export interface GroupResult {
  readonly group: string;
  readonly target: string;
  /** How many cases the group has; each is tried over one transport or two. */
  readonly cases: number;
  readonly verdicts: readonly { readonly trial: string; readonly verdict: Verdict }[];
}

const columns = ["group", "compared with", "cases", "trials", "equal", "by design", "failing"];

/** The results as a table, then what differs by design, by reason, and what fails, in full. */
export function renderResults(results: readonly GroupResult[]): string {
  const rows = results.map(({ group, target, cases, verdicts }) => [
    group,
    target,
    ...[cases, verdicts.length, ...counts(verdicts)].map(String),
  ]);
  return [table([columns, ...rows, ...totals(results)]), byDesign(results), failing(results)]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** How many trials were as they should be, and how many were not. */
export function tallyOf(results: readonly GroupResult[]): { passed: number; failed: number } {
  const [equal = 0, , failed = 0] = counts(results.flatMap(({ verdicts }) => verdicts));
  return { passed: equal, failed };
}

function totals(results: readonly GroupResult[]): string[][] {
  const targets = [...new Set(results.map(({ target }) => target))];
  return targets.map((target) => {
    const own = results.filter((result) => result.target === target);
    const verdicts = own.flatMap((result) => result.verdicts);
    const cases = own.reduce((sum, result) => sum + result.cases, 0);
    return ["all", target, ...[cases, verdicts.length, ...counts(verdicts)].map(String)];
  });
}

function counts(verdicts: GroupResult["verdicts"]): number[] {
  return (["equal", "byDesign", "failing"] as const).map(
    (kind) => verdicts.filter(({ verdict }) => verdict.kind === kind).length,
  );
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at < 2 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function byDesign(results: readonly GroupResult[]): string {
  const byReason = new Map<string, string[]>();
  for (const { target, verdicts } of results) {
    for (const { trial, verdict } of verdicts) {
      if (verdict.kind !== "byDesign") continue;
      const reason = `${target}: ${verdict.reason}`;
      byReason.set(reason, [...(byReason.get(reason) ?? []), trial]);
    }
  }
  if (byReason.size === 0) return "";
  const lines = [...byReason].map(
    ([reason, trials]) => `  ${reason}\n${trials.map((trial) => `    - ${trial}`).join("\n")}`,
  );
  return ["Different by design:", ...lines].join("\n");
}

function failing(results: readonly GroupResult[]): string {
  const lines = results.flatMap(({ group, target, verdicts }) =>
    verdicts.flatMap(({ trial, verdict }) =>
      verdict.kind === "failing"
        ? [`  ${group}, compared with ${target}: ${trial}\n    ${verdict.words}`]
        : [],
    ),
  );
  return lines.length === 0 ? "" : ["Failing:", ...lines].join("\n");
}
