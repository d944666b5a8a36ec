import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Cluster, ScenarioOutcome } from "@leaderlab/cluster";
import { namedScenario, scenarioJsonSchema, scenarioNames } from "@leaderlab/cluster/scenarios";
import {
  parseScenarioOptions,
  type ScenarioOptions,
  scenarioUsage,
} from "../scenario/scenario-options.ts";
import type { Ending, Terminal } from "../terminal.ts";
import { createStyle } from "../up/style.ts";
import { UsageError } from "../usage-error.ts";

type RunOptions = Extract<ScenarioOptions, { verb: "run" }>;

/** On real sockets a busy machine may be so much later than expected. */
const socketsSlackMs = 5000;

/** `leaderlab scenario`. Ends with 1 when an expectation did not hold, with 2 for bad input. */
export async function runScenarioCommand(
  argv: readonly string[],
  terminal: Terminal,
): Promise<Ending> {
  let options: ScenarioOptions;
  try {
    options = parseScenarioOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab scenario: ${error.message}\n\n${scenarioUsage}`);
    return { code: 2 };
  }
  switch (options.verb) {
    case "help":
      terminal.out(scenarioUsage);
      return { code: 0 };
    case "list":
      terminal.out(listing());
      return { code: 0 };
    case "schema":
      terminal.out(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
      return { code: 0 };
    case "run":
      return run(options, terminal);
  }
}

function listing(): string {
  const names = scenarioNames();
  const width = Math.max(...names.map(({ length }) => length));
  const lines = names.map((name) => `${name.padEnd(width)}  ${namedScenario(name)?.title ?? ""}`);
  return `${lines.join("\n")}\n`;
}

async function run(options: RunOptions, terminal: Terminal): Promise<Ending> {
  const { scenario, fabric, isJson } = options;
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-scenario-"));
  const style = createStyle(terminal.hasColor);
  // A list of scenarios must not wait for all that a cluster is made of.
  const { runScenario } = await import("@leaderlab/cluster");
  const { renderEvent } = await import("../up/event-line.ts");
  let cluster: Cluster | undefined;
  try {
    cluster = await start(options, folder, terminal);
    const show = (event: Cluster["timeline"]["events"][number]) =>
      terminal.out(isJson ? `${JSON.stringify(event)}\n` : renderEvent(event, style));
    if (!isJson) terminal.out(`${style.bold(scenario.title)}\n`);
    for (const event of cluster.timeline.events) show(event);
    const stopShowing = cluster.timeline.onEvent(show);
    const slackMs = fabric === "sockets" ? socketsSlackMs : 0;
    const outcome = await runScenario(scenario, cluster, { slackMs });
    stopShowing();
    terminal.out(isJson ? `${JSON.stringify(outcome)}\n` : render(outcome));
    return { code: outcome.holds ? 0 : 1 };
  } finally {
    await cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  }

  function render({ verdicts, holds }: ScenarioOutcome): string {
    const lines = verdicts.map(({ expectation, problem }) =>
      problem === undefined
        ? `  ${style.good("holds ")}  ${expectation}`
        : `  ${style.bad("broken")}  ${expectation}: ${problem}`,
    );
    const last = holds
      ? style.good("Every expectation held.")
      : style.bad("Not every expectation held.");
    return `\n${[...lines, last].join("\n")}\n`;
  }
}

async function start(options: RunOptions, folder: string, terminal: Terminal): Promise<Cluster> {
  const { scenarioCluster, startCluster } = await import("@leaderlab/cluster");
  const { scenario, fabric, etcd, seed } = options;
  const shape = scenarioCluster(scenario);
  if (fabric === "memory") return startCluster({ fabric, seed, ...shape });
  const { clock, random } = terminal;
  // A namespace of its own keeps two runs on one real etcd apart.
  const namespace = etcd.length > 0 ? `scenario-${random.nextUint32().toString(16)}-` : "";
  const place = { folder, namespace, ...(etcd.length > 0 && { etcd }) };
  return startCluster({ clock, random, ...shape, ...place });
}
