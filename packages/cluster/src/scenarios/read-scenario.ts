import { isNode, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { type Scenario, scenarioSchema } from "./scenario.ts";

/** A text that is no scenario; each line of the message begins with a place: `mine.yaml:3:5: …`. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
}

/** The most faults of a text that are told at once. */
const maxProblems = 10;

/** Reads a scenario from YAML; `name` is the file's, for errors. Throws a ScenarioError with every fault's place. */
export function readScenario(text: string, name: string): Scenario {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });
  const at = (offset: number) => {
    const { line, col } = lineCounter.linePos(offset);
    return `${name}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    fail(document.errors.map(({ pos, message }) => `${at(pos[0])}: ${message}`));
  }
  const read = scenarioSchema.safeParse(document.toJS());
  if (read.success) return read.data;
  const placeOf = (path: readonly PropertyKey[]): string => {
    for (let length = path.length; length >= 0; length--) {
      const found = document.getIn(path.slice(0, length) as (string | number)[], true);
      if (isNode(found) && found.range != null) return at(found.range[0]);
    }
    return at(0);
  };
  return fail(
    read.error.issues
      .flatMap((issue) => deepest(issue))
      .map((issue) => {
        const path = issue.path.map(String).join(".");
        return `${placeOf(issue.path)}: ${path === "" ? "" : `${path}: `}${say(issue)}`;
      }),
  );
}

function fail(problems: readonly string[]): never {
  throw new ScenarioError(problems.slice(0, maxProblems).join("\n"));
}

type Issue = z.core.$ZodIssue;

/** Of what could be one of several things, the faults of the one that it is nearest to. */
function deepest(issue: Issue): readonly Issue[] {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
  const nearest = issue.errors.toSorted((a, b) => weight(a) - weight(b))[0] ?? [];
  return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A missing or unknown field weighs more than a wrong value: then it was meant to be something else. */
function weight(issues: readonly Issue[]): number {
  return issues.reduce((sum, { path, code }) => {
    if (code === "unrecognized_keys") return sum + 10;
    return sum + (path.length <= 1 ? 5 : 1);
  }, 0);
}

function say(issue: Issue): string {
  if (issue.code === "unrecognized_keys") return `there is no field ${issue.keys.join(", ")}`;
  return issue.message;
}
