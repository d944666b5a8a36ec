import type { CheckReport } from "../check-report.ts";
import { conclusionOf } from "./conclusion.ts";
import { casesOf, type ReportCase } from "./report-case.ts";
import type { ReportFormat } from "./report-format.ts";
import { visibleText } from "./visible-text.ts";

/** For test harnesses, TAP 14: a subtest for each target, a point for each case, what was found as YAML below it. */
export const asTap: ReportFormat = (reports) => {
  const lines = ["TAP version 14"];
  for (const [index, report] of reports.entries()) {
    const cases = casesOf(report);
    const isGood = cases.every(({ outcome }) => outcome === "passed" || outcome === "skipped");
    lines.push(`# Subtest: ${described(report.target)}`, ...subtest(report, cases));
    lines.push(`${isGood ? "ok" : "not ok"} ${index + 1} - ${described(report.target)}`);
  }
  lines.push(reports.length === 0 ? "1..0 # SKIP nothing was checked" : `1..${reports.length}`);
  return `${lines.join("\n")}\n`;
};

function subtest(report: CheckReport, cases: readonly ReportCase[]): readonly string[] {
  const points = cases.flatMap((one, index) => point(one, index + 1));
  const end = cases.length === 0 ? "1..0 # SKIP there was nothing to check" : `1..${cases.length}`;
  return [...points, `# ${described(conclusionOf(report))}`, end].map((line) => `    ${line}`);
}

function point(one: ReportCase, number: number): readonly string[] {
  const { id, name, outcome, message, detail, durationMs, rule, position } = one;
  const isGood = outcome === "passed" || outcome === "skipped";
  const directive = outcome === "skipped" ? " # SKIP not understood" : "";
  const fields: readonly (readonly [string, unknown])[] = [
    ["id", id],
    ["message", message],
    ["severity", isGood ? "comment" : "fail"],
    ["rule", rule],
    [
      "at",
      position === undefined ? undefined : `${position.file}:${position.line}:${position.column}`,
    ],
    ["duration_ms", durationMs],
    ["detail", detail.length === 0 ? undefined : detail],
  ];
  const diagnosis = fields.flatMap(([key, value]) =>
    value === undefined || value === "" ? [] : [`  ${key}: ${yaml(value)}`],
  );
  return [
    `${isGood ? "ok" : "not ok"} ${number} - ${described(name)}${directive}`,
    ...(isGood && message === "" ? [] : ["  ---", ...diagnosis, "  ..."]),
  ];
}

/** JSON's strings, numbers and lists are YAML; what cannot be seen is escaped before. */
function yaml(value: unknown): string {
  if (typeof value === "string") return JSON.stringify(visibleText(value));
  if (Array.isArray(value)) return `[${value.map(yaml).join(", ")}]`;
  return JSON.stringify(value);
}

/** In a description `\` and `#` stand behind a `\`, so that no directive is read out of it. */
function described(text: string): string {
  return visibleText(text).replace(/[\\#]/g, "\\$&");
}
