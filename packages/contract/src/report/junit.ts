import type { CheckReport } from "../check-report.ts";
import { casesOf, type ReportCase } from "./report-case.ts";
import type { ReportFormat } from "./report-format.ts";
import { visibleLines, visibleText } from "./visible-text.ts";

/** For CI servers: a suite for each target, a test case for each case; a notice is skipped, a problem is an error. */
export const asJunit: ReportFormat = (reports) => {
  const suites = reports.map(suiteOf);
  const all = reports.flatMap(casesOf);
  return `${[
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="leaderlab check"${countsOf(all)}>`,
    ...suites,
    "</testsuites>",
  ].join("\n")}\n`;
};

function suiteOf(report: CheckReport): string {
  const cases = casesOf(report);
  return [
    `  <testsuite name="${attribute(report.target)}"${countsOf(cases)}>`,
    ...cases.map((one) => caseOf(one)),
    "  </testsuite>",
  ].join("\n");
}

function countsOf(cases: readonly ReportCase[]): string {
  const countOf = (wanted: ReportCase["outcome"]) =>
    cases.filter(({ outcome }) => outcome === wanted).length;
  const totalMs = cases.reduce((sum, { durationMs = 0 }) => sum + durationMs, 0);
  return (
    ` tests="${cases.length}" failures="${countOf("failed")}" errors="${countOf("errored")}"` +
    ` skipped="${countOf("skipped")}" time="${secondsOf(totalMs)}"`
  );
}

function caseOf({
  id,
  group,
  name,
  outcome,
  message,
  detail,
  durationMs = 0,
  rule,
  position,
}: ReportCase) {
  const place =
    position === undefined ? "" : ` file="${attribute(position.file)}" line="${position.line}"`;
  const head = `    <testcase name="${attribute(name)}" classname="${attribute(group)}" time="${secondsOf(durationMs)}"${place}>`;
  const type = attribute(rule ?? (outcome === "errored" ? "problem" : "contract"));
  const body = text([message, ...detail].filter((line) => line !== "").join("\n"));
  const said = attribute(message);
  const results: { readonly [Outcome in ReportCase["outcome"]]: readonly string[] } = {
    passed: [],
    failed: [`      <failure message="${said}" type="${type}">${body}</failure>`],
    errored: [`      <error message="${said}" type="${type}">${body}</error>`],
    skipped: [`      <skipped message="${said}"/>`],
  };
  const output =
    outcome === "passed" && (message !== "" || detail.length > 0)
      ? [`      <system-out>${body}</system-out>`]
      : [];
  return [
    head,
    `      <properties><property name="id" value="${attribute(id)}"/></properties>`,
    ...results[outcome],
    ...output,
    "    </testcase>",
  ].join("\n");
}

function secondsOf(ms: number): string {
  return (ms / 1000).toFixed(3);
}

const entities: { readonly [character: string]: string } = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

function attribute(value: string): string {
  return visibleText(value).replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

function text(value: string): string {
  return visibleLines(value)
    .join("\n")
    .replace(/[&<>]/g, (character) => entities[character] ?? character);
}
