import { outcomeOf } from "../check-report.ts";
import { conclusionOf, exitCodes, overallOutcome } from "./conclusion.ts";
import { casesOf } from "./report-case.ts";
import type { ReportFormat } from "./report-format.ts";

/** Raised when a field goes or changes its meaning; further fields do not raise it. */
export const jsonSchemaVersion = 1;

/** For programs: everything that a report has, with its outcome, its conclusion and its cases. */
export const asJson: ReportFormat = (reports, { version }) => {
  const outcome = overallOutcome(reports);
  const whole = {
    schemaVersion: jsonSchemaVersion,
    tool: { name: "leaderlab", version },
    outcome,
    exitCode: exitCodes[outcome],
    reports: reports.map((report) => ({
      ...report,
      outcome: outcomeOf(report),
      conclusion: conclusionOf(report),
      cases: casesOf(report),
    })),
  };
  return `${JSON.stringify(whole, withoutNonNumbers, 2)}\n`;
};

/** JSON has no infinity: what lasts for ever is null. */
function withoutNonNumbers(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? null : value;
}
