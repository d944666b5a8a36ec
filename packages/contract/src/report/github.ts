import type { CheckReport } from "../check-report.ts";
import { conclusionOf } from "./conclusion.ts";
import { casesOf, type ReportCase } from "./report-case.ts";
import type { ReportFormat } from "./report-format.ts";
import { visibleText } from "./visible-text.ts";

/** For GitHub's workflows: annotations on the lines of the checked files, then each conclusion as a line of the log. */
export const asGithub: ReportFormat = (reports) =>
  reports
    .flatMap((report) => [
      ...casesOf(report).flatMap((one) => annotation(report, one)),
      `leaderlab: ${visibleText(report.target)}: ${conclusionOf(report)}`,
    ])
    .map((line) => `${line}\n`)
    .join("");

function annotation(report: CheckReport, one: ReportCase): readonly string[] {
  const level = levelOf(one);
  if (level === undefined) return [];
  const { name, message, detail, position, rule } = one;
  const place =
    position === undefined || position.file === "-"
      ? {}
      : {
          file: position.file,
          line: String(position.line),
          endLine: String(position.endLine),
          // Columns of a stretch over several lines are refused.
          ...(position.line === position.endLine && {
            col: String(position.column),
            endColumn: String(position.endColumn),
          }),
        };
  const properties = { ...place, title: rule ?? `${report.target}: ${name}` };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  const said = [message, ...(rule === undefined ? [] : detail)].filter((line) => line !== "");
  return [`::${level} ${list.join(",")}::${said.map(data).join("%0A")}`];
}

function levelOf({ outcome, message }: ReportCase): "error" | "warning" | "notice" | undefined {
  if (outcome === "failed" || outcome === "errored") return "error";
  if (outcome === "skipped") return "notice";
  if (message.startsWith("warning:")) return "warning";
  return message.startsWith("note:") ? "notice" : undefined;
}

function data(text: string): string {
  return visibleText(text).replaceAll("%", "%25");
}

function property(text: string): string {
  return data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
