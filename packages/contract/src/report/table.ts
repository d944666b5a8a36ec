import { breaks, type CheckReport, outcomeOf, type TruthTable } from "../check-report.ts";
import type { Finding, Position } from "../finding.ts";
import { conclusionOf, count, overallOutcome } from "./conclusion.ts";
import { columns, createPaint, type Paint } from "./paint.ts";
import type { ReportContext, ReportFormat } from "./report-format.ts";
import { scenarioTables } from "./scenario-tables.ts";
import { excerptOf } from "./source-excerpt.ts";
import {
  exitWord,
  expectedWord,
  questionOf,
  slowestMs,
  spanWord,
  verdictWord,
} from "./verdict-words.ts";
import { shortText, visibleText } from "./visible-text.ts";

/** For people, at a terminal: findings with their places, states against verdicts, scenarios, one line of conclusion. */
export const asTable: ReportFormat = (reports, context) => {
  const paint = createPaint(context.hasColor);
  const parts = reports.map((report) => onePart(report, context, paint));
  if (reports.length > 1) parts.push(closing(reports, paint));
  return `${parts.join("\n\n")}\n`;
};

function onePart(report: CheckReport, context: ReportContext, paint: Paint): string {
  const { findings, tables, scenarios, notices, problems } = report;
  const isGood = outcomeOf(report) === "holds";
  const conclusion = conclusionOf(report);
  const sections = [
    paint.bold(shortText(report.target, 200)),
    ...findings.map((finding) => findingLines(finding, context, paint).join("\n")),
    ...tables.map((table) => tableLines(table, report, paint).join("\n")),
    ...scenarioTables(scenarios, paint),
    ...(notices.length > 0
      ? [
          notices
            .map(({ message, position }) => {
              const place = position === undefined ? "" : `${placeOf(position)}: `;
              return paint.dim(`${place}not checked: ${visibleText(message)}`);
            })
            .join("\n"),
        ]
      : []),
    ...problems.slice(1).map((problem) => paint.bad(`Could not run: ${visibleText(problem)}`)),
    isGood ? paint.good(`✓ ${conclusion}`) : paint.bad(`✗ ${conclusion}`),
  ];
  return sections.join("\n\n");
}

function closing(reports: readonly CheckReport[], paint: Paint): string {
  const bad = reports.filter((report) => outcomeOf(report) !== "holds").length;
  if (overallOutcome(reports) === "holds") return paint.good(`✓ All ${reports.length} hold.`);
  return paint.bad(`✗ ${bad} of ${count(reports.length, "target")} to look at.`);
}

/** `lnd.yaml:12:9`. */
function placeOf({ file, line, column }: Position): string {
  return `${visibleText(file)}:${line}:${column}`;
}

function findingLines(finding: Finding, context: ReportContext, paint: Paint): readonly string[] {
  const { rule, severity, message, subject, advice, position } = finding;
  const tone = { error: paint.bad, warning: paint.warn, note: paint.dim }[severity];
  const place = position === undefined ? visibleText(subject) : placeOf(position);
  const excerpt =
    position === undefined ? undefined : excerptOf(context.sourceOf(position.file), position);
  const lines = [`${place}: ${tone(`${severity} ${rule}`)}: ${visibleText(message)}`];
  if (excerpt !== undefined) {
    const gutter = String(excerpt.line);
    const plain = excerpt.text.replaceAll("\t", " ");
    lines.push(
      `  ${paint.dim(`${gutter} |`)} ${visibleText(plain)}`,
      `  ${paint.dim(`${" ".repeat(gutter.length)} |`)} ${caretUnder(plain, excerpt.at, excerpt.length, tone)}`,
    );
  }
  if (position !== undefined) lines.push(`  in ${visibleText(subject)}`);
  if (advice !== "") lines.push(`  ${paint.bold("do:")} ${visibleText(advice)}`);
  return lines;
}

/** Carets under a stretch of a line as it is printed, where an escape is wider than what it stands for. */
function caretUnder(text: string, at: number, length: number, tone: Paint["bad"]): string {
  const widthOf = (part: string) => [...visibleText(part)].length;
  const carets = Math.max(1, widthOf(text.slice(at, at + length)));
  return " ".repeat(widthOf(text.slice(0, at))) + tone("^".repeat(carets));
}

function tableLines(
  { probe, role, rows }: TruthTable,
  report: CheckReport,
  paint: Paint,
): readonly string[] {
  const head = [
    "",
    "state",
    questionOf(role),
    `contract "${report.contract}"`,
    "exit code",
    "time",
    "",
  ];
  const cells = rows.map((row) => {
    const isBroken = breaks(row);
    const said = row.runs.find(({ output }) => output !== "")?.output ?? "";
    return [
      isBroken ? paint.bad("✗") : paint.good("✓"),
      row.state,
      isBroken ? paint.bad(verdictWord(role, row.verdict)) : verdictWord(role, row.verdict),
      expectedWord(role, row.expected),
      exitWord(row.runs),
      spanWord(slowestMs(row.runs)),
      paint.dim(shortText(said.trim(), 60)),
    ];
  });
  const [first = "", ...rest] = columns([head, ...cells]);
  const differing = rows.flatMap(({ state, verdict, runs }) =>
    verdict === "mixed"
      ? [
          `  ${state}: ${runs.map(({ variant, outcome }) => `${visibleText(variant)}: ${outcome}`).join(", ")}`,
        ]
      : [],
  );
  return [`${visibleText(probe)}, as ${role}`, paint.dim(first), ...rest, ...differing];
}
