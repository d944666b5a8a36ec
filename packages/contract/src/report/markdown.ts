import { breaks, type CheckReport, outcomeOf, type TruthTable } from "../check-report.ts";
import { conclusionOf } from "./conclusion.ts";
import { isWithinLimit, measureWord } from "./report-case.ts";
import type { ReportFormat } from "./report-format.ts";
import {
  exitWord,
  expectedWord,
  questionOf,
  slowestMs,
  spanWord,
  verdictWord,
} from "./verdict-words.ts";
import { visibleText } from "./visible-text.ts";

/** For a comment on a pull request, or a job's summary: GitHub's Markdown without HTML. */
export const asMarkdown: ReportFormat = (reports) =>
  `${reports.map((report) => onePart(report).join("\n\n")).join("\n\n")}\n`;

function onePart(report: CheckReport): readonly string[] {
  const { target, findings, tables, scenarios, notices, problems } = report;
  const mark = outcomeOf(report) === "holds" ? "✅" : "❌";
  return [
    `## ${mark} ${code(target)}`,
    escaped(conclusionOf(report)),
    ...(findings.length > 0 ? [findingTable(report)] : []),
    ...tables.flatMap((table) => [
      `### ${escaped(table.probe)} (${table.role})`,
      stateTable(table, report),
    ]),
    ...(scenarios.length > 0 ? ["### Over time", scenarioTable(report)] : []),
    ...(notices.length > 0
      ? [`Not checked:\n\n${notices.map(({ message }) => `- ${escaped(message)}`).join("\n")}`]
      : []),
    ...(problems.length > 0
      ? [`Could not run:\n\n${problems.map((problem) => `- ${escaped(problem)}`).join("\n")}`]
      : []),
  ];
}

function findingTable({ findings }: CheckReport): string {
  return table(
    ["rule", "where", "what", "do"],
    findings.map(({ rule, severity, message, subject, advice, position }) => [
      `${severity === "error" ? "❌" : "⚠️"} ${rule}`,
      position === undefined
        ? escaped(subject)
        : codeCell(`${position.file}:${position.line}:${position.column}`),
      escaped(message),
      escaped(advice),
    ]),
  );
}

function stateTable({ role, rows }: TruthTable, { contract }: CheckReport): string {
  return table(
    ["", "state", questionOf(role), `contract "${contract}"`, "exit code", "time"],
    rows.map((row) => [
      breaks(row) ? "❌" : "✅",
      row.state,
      verdictWord(role, row.verdict),
      expectedWord(role, row.expected),
      exitWord(row.runs),
      spanWord(slowestMs(row.runs)),
    ]),
  );
}

function scenarioTable({ scenarios }: CheckReport): string {
  return table(
    ["", "scenario", "of", "measured", "broken"],
    scenarios.map(({ scenario, subject, holds, demands, measures }) => [
      holds ? "✅" : "❌",
      escaped(scenario),
      escaped(subject),
      measures.map((measure) => escaped(measureWord(measure))).join("<br>"),
      [
        ...demands
          .filter((demand) => !demand.holds)
          .map(({ name, detail }) => escaped(`${name}: ${detail}`)),
        ...measures.filter((measure) => !isWithinLimit(measure)).map(({ name }) => escaped(name)),
      ].join("<br>"),
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** Every character that Markdown or HTML could take for its own stands behind a `\`; so do names of users and issues. */
function escaped(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_{}[\]()<>#+!|~$&:-]/g, "\\$&")
    .replaceAll("@", "@\u2060");
}

/** In a table, a `|` needs its `\` in code as well. */
function codeCell(text: string): string {
  return code(text).replaceAll("|", "\\|");
}

/** A code span in more backticks than stand in it. */
function code(text: string): string {
  const plain = visibleText(text);
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${plain} ${fence}`;
}
