import { computeTimings, type Suggestion, seconds } from "@leaderlab/cluster";
import type { Style } from "../up/style.ts";
import type { TimedNode } from "./timing-options.ts";

const lineWidth = 110;
const indent = " ".repeat(6);

/** One node's times: what, from best to worst, and how the worst comes about. */
export function renderTimings({ name, settings }: TimedNode, style: Style): string {
  const { ttlSeconds, leaderCheck: check, probe } = settings;
  const heading =
    `${name}: TTL ${ttlSeconds} s · check every ${seconds(check.intervalMs)}, ${check.attempts} attempt(s), ` +
    `timeout ${seconds(check.timeoutMs)}, backoff ${seconds(check.backoffMs)} · probe every ${seconds(probe.periodMs)}`;
  const rows = computeTimings(settings).map(({ title, minMs, maxMs, formula }) => {
    const range = `${seconds(minMs)} to ${seconds(maxMs)}`;
    return [
      `  ${style.bold(range.padEnd(20))} ${title}`,
      ...wrapped(`= ${formula}`).map((line) => style.dim(`${indent}${line}`)),
    ].join("\n");
  });
  return `${[style.bold(heading), ...rows].join("\n")}\n`;
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
