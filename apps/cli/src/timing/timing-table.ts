import type { SimulatedTimings } from "@leaderlab/cluster";
import {
  computeTimings,
  type Suggestion,
  seconds,
  type TimingName,
} from "@leaderlab/cluster/timing";
import type { Style } from "../up/style.ts";
import type { TimedNode } from "./timing-options.ts";

const lineWidth = 110;
const indent = " ".repeat(6);

/** One node's times: what, from best to worst, how the worst comes about, and what simulations measured. */
export function renderTimings(
  { name, settings }: TimedNode,
  simulated: SimulatedTimings,
  style: Style,
): string {
  const { ttlSeconds, leaderCheck: check, probe } = settings;
  const heading =
    `${name}: TTL ${ttlSeconds} s · check every ${seconds(check.intervalMs)}, ${check.attempts} attempt(s), ` +
    `timeout ${seconds(check.timeoutMs)}, backoff ${seconds(check.backoffMs)} · probe every ${seconds(probe.periodMs)}`;
  const rows = computeTimings(settings).map((timing) => {
    const range = `${seconds(timing.minMs)} to ${seconds(timing.maxMs)}`;
    return [
      `  ${style.bold(range.padEnd(20))} ${timing.title}`,
      ...wrapped(`= ${timing.formula}`).map((line) => style.dim(`${indent}${line}`)),
      ...spread(timing.name, simulated).map((line) => `${indent}${line}`),
    ].join("\n");
  });
  return `${[style.bold(heading), ...rows].join("\n")}\n`;
}

/** How a time came out in the simulations; nothing for one that was not simulated. */
function spread(timing: TimingName, { distributions }: SimulatedTimings): string[] {
  const found = distributions.find(({ name }) => name === timing);
  if (found === undefined) return [];
  const { count, minMs, p50Ms, p99Ms, maxMs } = found;
  const figures = Object.entries({ min: minMs, p50: p50Ms, p99: p99Ms, max: maxMs });
  const shown = figures.map(([name, ms]) => `${name} ${seconds(ms)}`).join(" · ");
  return [`simulated, ${count} seed${count === 1 ? "" : "s"}: ${shown}`];
}

/** What to change for a target, and what it costs. */
export function renderSuggestion(suggestion: Suggestion, style: Style): string {
  const { changes, isMet, remarks } = suggestion;
  const heading = isMet
    ? changes.length === 0
      ? style.good("The target holds with these settings.")
      : style.good("These changes keep the target:")
    : style.bad("No settings keep the whole target. The nearest:");
  const lines = [
    heading,
    ...changes.map((change) => `  ${change}`),
    ...remarks.flatMap((remark) =>
      wrapped(`Note: ${remark}.`).map((line) => style.dim(`  ${line}`)),
    ),
  ];
  return `${lines.join("\n")}\n`;
}

function wrapped(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + word.length + 1 > lineWidth - indent.length) {
      lines.push(line);
      line = `  ${word}`;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
