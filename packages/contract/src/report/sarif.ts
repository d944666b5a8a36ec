import type { Fix, Location, Log, Notification, Region, ReportingDescriptor, Result } from "sarif";
import { type CheckReport, outcomeOf } from "../check-report.ts";
import type { Finding, Position } from "../finding.ts";
import { type RuleId, ruleTable } from "../rules/index.ts";
import { exitCodes, overallOutcome } from "./conclusion.ts";
import { casesOf, type ReportCase } from "./report-case.ts";
import type { ReportContext, ReportFormat } from "./report-format.ts";
import { excerptOf } from "./source-excerpt.ts";
import { visibleText } from "./visible-text.ts";

/** What is found by running has no rule of its own; code scanning wants one for each result. */
const runRules = {
  STATE: {
    title: "a state is answered otherwise than the contract asks for",
    reason: "The probe was run against a node that was held in this state.",
  },
  SCENARIO: {
    title: "a scenario does not hold",
    reason: "The probe or proxy was run while leadership moved.",
  },
} as const;

type ResultRule = RuleId | keyof typeof runRules;

/** For code scanning, SARIF 2.1.0: one run; findings with their fixes, states and scenarios that fail, notices as notifications. */
export const asSarif: ReportFormat = (reports, context) => {
  const rules = rulesUsed(reports);
  const outcome = overallOutcome(reports);
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "leaderlab", version: context.version, rules: rules.map(descriptor) },
        },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: outcome !== "could-not-run",
            exitCode: exitCodes[outcome],
            toolExecutionNotifications: reports.flatMap(notifications),
          },
        ],
        results: reports.flatMap((report) => resultsOf(report, rules, context)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function rulesUsed(reports: readonly CheckReport[]): readonly ResultRule[] {
  const found = reports.flatMap(({ findings }) => findings.map(({ rule }) => rule));
  return [...new Set<ResultRule>([...found.toSorted(), "STATE", "SCENARIO"])];
}

function descriptor(id: ResultRule): ReportingDescriptor {
  if (id === "STATE" || id === "SCENARIO") {
    const { title, reason } = runRules[id];
    return {
      id,
      shortDescription: { text: title },
      fullDescription: { text: reason },
      defaultConfiguration: { level: "error" },
    };
  }
  const { title, reason, advice, severity } = ruleTable[id];
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: reason || title },
    help: { text: advice || title },
    defaultConfiguration: { level: severity },
  };
}

function resultsOf(report: CheckReport, rules: readonly ResultRule[], context: ReportContext) {
  const cases = casesOf(report);
  // The cases of findings come first, in the order of the findings.
  const found = report.findings.map((finding, index) =>
    findingResult(finding, cases[index]?.id ?? "", rules, context),
  );
  const failed = cases
    .slice(report.findings.length)
    .filter(({ outcome }) => outcome === "failed")
    .map((one) => runResult(one, rules, context));
  return [...found, ...failed];
}

function findingResult(
  { rule, severity, message, advice, subject, position, edits }: Finding,
  id: string,
  rules: readonly ResultRule[],
  context: ReportContext,
): Result {
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: severity,
    message: { text: `${message} ${advice}` },
    locations: [locationOf(subject, position, context)],
    partialFingerprints: { "leaderlabCase/v1": id },
    ...(edits !== undefined && edits.length > 0 && { fixes: [fixOf(advice, edits)] }),
  };
}

function runResult(one: ReportCase, rules: readonly ResultRule[], context: ReportContext): Result {
  const rule = one.id.startsWith("scenarios/") ? "SCENARIO" : "STATE";
  return {
    ruleId: rule,
    ruleIndex: rules.indexOf(rule),
    level: "error",
    message: { text: `${one.name}: ${one.message}` },
    locations: [locationOf(one.group, one.position, context)],
    partialFingerprints: { "leaderlabCase/v1": one.id },
  };
}

function locationOf(
  subject: string,
  position: Position | undefined,
  context: ReportContext,
): Location {
  const logicalLocations = [{ fullyQualifiedName: subject }];
  if (position === undefined) return { logicalLocations };
  const excerpt = excerptOf(context.sourceOf(position.file), position);
  const region = regionOf(position);
  return {
    logicalLocations,
    physicalLocation: {
      artifactLocation: { uri: uriOf(position.file) },
      region: excerpt === undefined ? region : { ...region, snippet: { text: excerpt.text } },
    },
  };
}

function fixOf(advice: string, edits: NonNullable<Finding["edits"]>): Fix {
  const files = [...new Set(edits.map(({ position }) => position.file))];
  return {
    description: { text: advice },
    artifactChanges: files.map((file) => ({
      artifactLocation: { uri: uriOf(file) },
      replacements: edits
        .filter(({ position }) => position.file === file)
        .map(({ position, text }) => ({
          deletedRegion: regionOf(position),
          insertedContent: { text },
        })),
    })),
  };
}

function regionOf({ line, column, endLine, endColumn }: Position): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

/** A path as a relative reference; standard input is called so. */
function uriOf(file: string): string {
  if (file === "-") return "stdin";
  const parts = file
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent);
  return file.startsWith("/") ? `file://${parts.join("/")}` : parts.join("/");
}

function notifications({ target, notices, problems, ...report }: CheckReport): Notification[] {
  const isBad = outcomeOf({ target, notices, problems, ...report }) === "could-not-run";
  return [
    ...notices.map(({ message, position }) => ({
      level: "note" as const,
      message: { text: `not checked: ${message}` },
      ...(position !== undefined && {
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: uriOf(position.file) },
              region: regionOf(position),
            },
          },
        ],
      }),
    })),
    ...(isBad
      ? problems.map((problem) => ({
          level: "error" as const,
          message: { text: `${visibleText(target)}: ${problem}` },
        }))
      : []),
  ];
}
