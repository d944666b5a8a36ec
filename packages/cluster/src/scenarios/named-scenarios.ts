import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { readScenario } from "./read-scenario.ts";
import type { Scenario } from "./scenario.ts";

/** The scenarios that come with the lab: one for each way in which the real lnd was seen to fail. */
const folder = fileURLToPath(new URL("../../scenarios/", import.meta.url));

/** Their names, in alphabetical order. */
export function scenarioNames(): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".yaml"))
    .map((file) => file.replace(/\.yaml$/, ""))
    .sort();
}

/** One of them; undefined when there is none of that name. */
export function namedScenario(name: string): Scenario | undefined {
  if (!scenarioNames().includes(name)) return undefined;
  const file = `${name}.yaml`;
  return readScenario(readFileSync(`${folder}${file}`, "utf8"), file);
}
