import { readFileSync } from "node:fs";
import type { EtcdEndpoint } from "@leaderlab/cluster";
import {
  namedScenario,
  readScenario,
  type Scenario,
  ScenarioError,
  scenarioNames,
} from "@leaderlab/cluster/scenarios";
import { endpointOf } from "../etcd-endpoint.ts";
import { readFlagsAndNames } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";

/** What `leaderlab scenario` is asked for. */
export type ScenarioOptions =
  | { readonly verb: "help" | "list" | "schema" }
  | {
      readonly verb: "run";
      readonly scenario: Scenario;
      readonly fabric: "memory" | "sockets";
      readonly etcd: readonly EtcdEndpoint[];
      readonly seed: number;
      readonly isJson: boolean;
    };

/** The words of `leaderlab scenario`. */
export const scenarioUsage = `Usage: leaderlab scenario list
       leaderlab scenario run NAME|FILE [flags]
       leaderlab scenario schema

Runs a scenario: the nodes, what goes wrong and when, and what is to come of it, as a YAML file or as one that comes
with the lab. "list" names those; "schema" prints the JSON schema of such a file.

  --fabric NAME   memory (default): simulated, in no time; sockets: real ports, in real time.
  --etcd URL      A real etcd, on sockets; faults of etcd's own process are refused then.
  --seed N        The seed of a simulation (default 1).
  --json          Print every event and the verdicts as one JSON object a line.
  -h, --help

Exit code 0: every expectation held; 1: one did not; 2: bad input.
`;

const flags = {
  fabric: { type: "string" },
  etcd: { type: "string", multiple: true, default: [] as string[] },
  seed: { type: "string", default: "1" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** Reads the command line, and the scenario that it names. Throws UsageError. */
export function parseScenarioOptions(argv: readonly string[]): ScenarioOptions {
  const { values, positionals } = readFlagsAndNames(argv, flags);
  const [verb, name, ...more] = positionals;
  if (values.help) return { verb: "help" };
  if ((verb === "list" || verb === "schema") && name === undefined) return { verb };
  if (verb !== "run" || name === undefined || more.length > 0) {
    throw new UsageError("it takes list, schema, or run with one name or file");
  }
  const etcd = values.etcd
    .flatMap((text) => text.split(","))
    .map((url) => ({ ...endpointOf(url), insecureSkipVerify: false }));
  const fabric = values.fabric ?? (etcd.length > 0 ? "sockets" : "memory");
  if (fabric !== "memory" && fabric !== "sockets") {
    throw new UsageError(`--fabric takes memory or sockets, not "${fabric}"`);
  }
  if (fabric === "memory" && etcd.length > 0)
    throw new UsageError("--etcd goes with --fabric sockets");
  if (!/^\d{1,15}$/.test(values.seed)) {
    throw new UsageError(`--seed takes a whole number, not "${values.seed}"`);
  }
  const scenario = load(name);
  if (!scenario.fabrics.includes(fabric)) {
    throw new UsageError(`${scenario.scenario} is for ${scenario.fabrics.join(" and ")} only`);
  }
  return { verb, scenario, fabric, etcd, seed: Number(values.seed), isJson: values.json };
}

function load(name: string): Scenario {
  const named = namedScenario(name);
  if (named !== undefined) return named;
  let text: string;
  try {
    text = readFileSync(name, "utf8");
  } catch (error) {
    throw new UsageError(
      `there is no scenario and no file ${name} (${(error as Error).message}); there are ${scenarioNames().join(", ")}`,
    );
  }
  try {
    return readScenario(text, name);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new UsageError(`no scenario:\n${error.message}`);
  }
}
