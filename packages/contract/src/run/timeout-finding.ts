import { type HeldState, lndStates, type TruthTable } from "../check-report.ts";
import type { Finding } from "../finding.ts";
import type { Probe } from "../probe.ts";
import { ruleTable } from "../rules/index.ts";

/** Whose end is looked at: fewer runs say little of the slowest hundredth. */
const fewestRuns = 5;

/**
 * PROBE009, when the 99th percentile of what a probe takes (in milliseconds) is above its timeout; with less than a
 * hundred runs that is the slowest one. Undefined with less than five, and for a waiter, which has no timeout.
 */
export function timeoutFinding(probe: Probe, durationsMs: readonly number[]): Finding | undefined {
  const { timeoutMs } = probe.timings;
  if (probe.role === "waiter" || durationsMs.length < fewestRuns) return undefined;
  const sorted = durationsMs.toSorted((a, b) => a - b);
  const p99 = sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
  if (p99 <= timeoutMs) return undefined;
  const { severity, advice } = ruleTable.PROBE009;
  return {
    rule: "PROBE009",
    severity,
    message: `the slowest of ${sorted.length} runs took ${Math.round(p99)} ms, and the timeout is ${timeoutMs} ms`,
    subject: probe.name,
    ...(probe.position !== undefined && { position: probe.position }),
    advice: advice || `set the timeout to ${Math.ceil((p99 * 2) / 1000)} s or more`,
  };
}

/**
 * What a probe's runs took at nodes that answer at once, in milliseconds: of those that were late, its limit at least.
 * For `timeoutFinding`.
 */
export function durationsOf({ rows }: TruthTable): readonly number[] {
  const prompt: readonly HeldState[] = lndStates;
  return rows
    .filter(({ state }) => prompt.includes(state))
    .flatMap(({ runs }) => runs.map(({ durationMs }) => durationMs));
}
