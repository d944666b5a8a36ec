import type { CheckReport } from "../check-report.ts";
import { SourceError } from "../source-error.ts";
import type { CheckSettings } from "./check-settings.ts";
import type { RunPart } from "./run-containers.ts";

/** What a part of a check has found that found nothing. */
export const nothing: RunPart = {
  probes: [],
  findings: [],
  notices: [],
  tables: [],
  scenarios: [],
  problems: [],
};

/** A report of which nothing is known yet. */
export function emptyReport(target: string, { contract = "serving" }: CheckSettings): CheckReport {
  return { target, contract, ...nothing };
}

/** What a SourceError says, with its place. Throws anything else. */
export function problemOf(error: unknown): string {
  if (!(error instanceof SourceError)) throw error;
  const { position, message } = error;
  return position === undefined
    ? message
    : `${position.file}:${position.line}:${position.column}: ${message}`;
}
