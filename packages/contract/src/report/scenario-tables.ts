import type { Measure, ScenarioVerdict } from "../check-report.ts";
import { columns, type Paint } from "./paint.ts";
import { amountWord, isWithinLimit, measureWord } from "./report-case.ts";
import { visibleText } from "./visible-text.ts";

/** A table that would be wider is written as a list. */
const widest = 130;

/** For each subject its scenarios against what was measured and has a limit, and below what went wrong. */
export function scenarioTables(
  scenarios: readonly ScenarioVerdict[],
  paint: Paint,
): readonly string[] {
  const subjects = [...new Set(scenarios.map(({ subject }) => subject))];
  return subjects.map((subject) => {
    const own = scenarios.filter((one) => one.subject === subject);
    const table = asTable(own, paint);
    const width = Math.max(...table.map((line) => [...line].length));
    const body = width <= widest ? table : own.flatMap((one) => asList(one, paint));
    return [`${visibleText(subject)}, over time`, ...body, ...wrong(own, paint)].join("\n");
  });
}

const limited = ({ limit }: Measure) => limit !== undefined;
const markOf = (isMet: boolean, paint: Paint) => (isMet ? paint.good("✓") : paint.bad("✗"));

function asTable(scenarios: readonly ScenarioVerdict[], paint: Paint): readonly string[] {
  const measures = scenarios.flatMap((one) => one.measures.filter(limited));
  const names = [...new Set(measures.map(({ name }) => name))];
  const head = ["", "scenario", ...names.map(visibleText)];
  const rows = scenarios.map((one) => [
    markOf(one.holds, paint),
    visibleText(one.scenario),
    ...names.map((name) =>
      cellOf(
        one.measures.find((measure) => measure.name === name),
        paint,
      ),
    ),
  ]);
  const [first = "", ...rest] = columns([head, ...rows]);
  return [paint.dim(first), ...rest];
}

function cellOf(measure: Measure | undefined, paint: Paint): string {
  if (measure?.limit === undefined) return "";
  const most = amountWord({ ...measure, value: measure.limit });
  if (!isWithinLimit(measure)) return paint.bad(`${amountWord(measure)} > ${most}`);
  return `${amountWord(measure)} ${paint.dim(`≤ ${most}`)}`;
}

function asList({ scenario, holds, measures }: ScenarioVerdict, paint: Paint): readonly string[] {
  return [
    `${markOf(holds, paint)} ${visibleText(scenario)}`,
    ...measures.filter(limited).map((measure) => {
      const words = visibleText(measureWord(measure));
      return `    ${isWithinLimit(measure) ? paint.dim(words) : paint.bad(words)}`;
    }),
  ];
}

/** What was asked and is not so, each once, with the scenarios that it was seen in. */
function wrong(scenarios: readonly ScenarioVerdict[], paint: Paint): readonly string[] {
  const seenIn = new Map<string, string[]>();
  for (const { scenario, demands } of scenarios) {
    for (const { name, detail } of demands.filter(({ holds }) => !holds)) {
      const words = `${visibleText(detail)} ${paint.dim(`(asked: ${visibleText(name)})`)}`;
      seenIn.set(words, [...(seenIn.get(words) ?? []), visibleText(scenario)]);
    }
  }
  const placesOf = (names: readonly string[]) =>
    names.length > 1 && names.length === scenarios.length ? "everywhere" : names.join(", ");
  return [...seenIn].map(([words, names]) => `  ${paint.bad("✗")} ${placesOf(names)}: ${words}`);
}
