import type { CheckReport } from "../check-report.ts";

/** What a format knows beside the reports. */
export interface ReportContext {
  /** leaderlab's version. */
  readonly version: string;
  /** Whether it goes to a terminal with colours; only `table` asks. */
  readonly hasColor: boolean;
  /** The text of a checked file by the name that positions have, for excerpts; undefined where there is none. */
  sourceOf(file: string): string | undefined;
}

/** Reports as text that ends with a line feed: a pure function, one report for each thing that was checked. */
export type ReportFormat = (reports: readonly CheckReport[], context: ReportContext) => string;
