import type { SimulatedTimings } from "@leaderlab/cluster";
import { computeTimings, type Suggestion, suggestSettings } from "@leaderlab/cluster/timing";
import type { Ending, Terminal } from "../terminal.ts";
import {
  defaultSeeds,
  parseTimingOptions,
  type TimingOptions,
  timingUsage,
} from "../timing/timing-options.ts";
import { renderSuggestion, renderTimings } from "../timing/timing-table.ts";
import { createStyle } from "../up/style.ts";
import { UsageError } from "../usage-error.ts";

/** `leaderlab timing`. Ends with 0; with 1 when a target cannot be kept; with 2 for bad input. */
export async function runTiming(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let options: TimingOptions | "help";
  try {
    options = parseTimingOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab timing: ${error.message}\n\n${timingUsage}`);
    return { code: 2 };
  }
  if (options === "help") {
    terminal.out(timingUsage);
    return { code: 0 };
  }
  const answers = await answersTo(options, terminal);
  const { isJson } = options;
  if (isJson) terminal.out(`${JSON.stringify(answers.map(asJson))}\n`);
  else {
    const style = createStyle(terminal.hasColor);
    for (const { node, simulated, suggestion } of answers) {
      terminal.out(renderTimings(node, simulated, style));
      if (suggestion !== undefined) terminal.out(renderSuggestion(suggestion, style));
    }
  }
  return { code: answers.every(({ suggestion }) => suggestion?.isMet ?? true) ? 0 : 1 };
}

interface Answer {
  readonly node: TimingOptions["nodes"][number];
  readonly simulated: SimulatedTimings;
  readonly suggestion: Suggestion | undefined;
}

async function answersTo(
  { nodes, target, seeds }: TimingOptions,
  { clock }: Pick<Terminal, "clock">,
): Promise<readonly Answer[]> {
  const { simulateTimings } = await import("@leaderlab/cluster");
  const hasTarget = Object.keys(target).length > 0;
  const beganMs = clock.now();
  const answers: Answer[] = [];
  for (const [index, node] of nodes.entries()) {
    const shareMs = (defaultSeeds.ms * (index + 1)) / nodes.length;
    const isOver = () => seeds === undefined && clock.now() - beganMs > shareMs;
    const extent = { seeds: seeds ?? defaultSeeds.most, isOver };
    answers.push({
      node,
      simulated: await simulateTimings(node.settings, extent),
      suggestion: hasTarget ? suggestSettings(node.settings, target) : undefined,
    });
  }
  return answers;
}

/** JSON has no infinity: it becomes null. */
function asJson({ node, simulated, suggestion }: Answer) {
  const { name, settings } = node;
  return {
    name,
    settings,
    timings: computeTimings(settings),
    simulated,
    ...(suggestion !== undefined && { suggestion }),
  };
}
