import fc from "fast-check";
import type { CheckReport } from "../check-report.ts";
import { brokenReport } from "./sample-reports.ts";

const nasty = [
  "\u001b[31mred\u001b[0m",
  "]]>",
  "\"'`",
  "a\nb\r\nc",
  "\u0000\u0007\u009b",
  "🦊👩‍👩‍👧",
  "</script><script>alert(1)</script>",
  "::error file=x::y",
  "# SKIP",
  "\\#",
  "%0A%",
  "| a | b",
  "<!--",
  "&lt;",
  "\u202egnp.exe",
  "\ud800",
  "```",
  "--- \n  ...",
  "$(rm -rf ~)",
];

/** Text as nobody should write it, but could. */
export const evilText: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: "binary", maxLength: 8 })), {
    minLength: 1,
    maxLength: 5,
  })
  .map((parts) => parts.join(""));

/** Reports whose every text is evil. */
export const evilReports: fc.Arbitrary<readonly CheckReport[]> = fc.array(
  fc
    .tuple(evilText, evilText, evilText, evilText, fc.boolean())
    .map(([name, text, said, target, isProblem]) => spoiled(name, text, said, target, isProblem)),
  { minLength: 1, maxLength: 2 },
);

function spoiled(
  name: string,
  text: string,
  said: string,
  target: string,
  isProblem: boolean,
): CheckReport {
  const { probes, findings, tables, scenarios, notices } = brokenReport;
  const position = { file: target, line: 1, column: 1, endLine: 1, endColumn: 4 };
  return {
    ...brokenReport,
    target,
    probes: probes.map((probe) => ({ ...probe, name, position })),
    findings: findings.map((finding) => ({
      ...finding,
      subject: name,
      message: text,
      advice: said,
      position,
      edits: [{ position, text }],
    })),
    notices: notices.map(() => ({ message: text, position })),
    tables: tables.map(({ rows, role }) => ({
      probe: name,
      role,
      rows: rows.map((row) => ({
        ...row,
        runs: row.runs.map((run) => ({ ...run, variant: text, output: said })),
      })),
    })),
    scenarios: scenarios.map((scenario) => ({
      ...scenario,
      scenario: text,
      subject: name,
      demands: [{ name: said, holds: false, detail: text }],
      lanes: [{ name, segments: [{ fromMs: 0, toMs: 10, label: said, tone: "bad" as const }] }],
    })),
    problems: isProblem ? [text] : [],
  };
}
