import type { CheckReport } from "../check-report.ts";
import { asGithub } from "./github.ts";
import { asHtml } from "./html.ts";
import { asJson } from "./json.ts";
import { asJunit } from "./junit.ts";
import { asMarkdown } from "./markdown.ts";
import type { ReportContext, ReportFormat } from "./report-format.ts";
import { asSarif } from "./sarif.ts";
import { asTable } from "./table.ts";
import { asTap } from "./tap.ts";

export { conclusionOf, exitCodes, overallOutcome } from "./conclusion.ts";
export { jsonSchemaVersion } from "./json.ts";
export { casesOf, type ReportCase } from "./report-case.ts";
export type { ReportContext, ReportFormat } from "./report-format.ts";

const formats = {
  table: asTable,
  json: asJson,
  junit: asJunit,
  tap: asTap,
  github: asGithub,
  sarif: asSarif,
  markdown: asMarkdown,
  html: asHtml,
} as const satisfies { readonly [name: string]: ReportFormat };

/** What a report can be written as. */
export type ReportFormatName = keyof typeof formats;

/** The names, as `--format` takes them. */
export const reportFormats = Object.keys(formats) as readonly ReportFormatName[];

/** Writes reports as text. */
export function formatReports(
  reports: readonly CheckReport[],
  format: ReportFormatName,
  context: Partial<ReportContext> = {},
): string {
  const { version = "0", hasColor = false, sourceOf = () => undefined } = context;
  return formats[format](reports, { version, hasColor, sourceOf });
}
