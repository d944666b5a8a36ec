import type { Random } from "@leaderlab/clock";
import type { HeldState, TruthTable } from "../check-report.ts";
import type { Probe } from "../probe.ts";

/** What one call of a probe comes to. */
export interface ProbeAnswer {
  readonly isSuccess: boolean;
  /** Infinity: no answer ever; the probe's timeout ends it. */
  readonly durationMs: number;
}

/**
 * Who answers a probe: what was measured of a node, or the running one, where the answer comes when it comes, in time
 * or as a failure. Such a promise must not reject.
 */
export interface ProbeAnswers {
  answer(probe: Probe): ProbeAnswer | Promise<{ readonly isSuccess: boolean }>;
}

/**
 * Answers as truth tables say for the state that a node is in, as slowly as it was measured. Where its runs disagree,
 * one of them is drawn. A probe of which there is no table fails.
 */
export function answersFromTables(
  tables: readonly TruthTable[],
  stateNow: () => HeldState,
  random: Random,
): { answer(probe: Probe): ProbeAnswer } {
  return {
    answer({ name }) {
      const state = stateNow();
      const row = tables
        .find(({ probe }) => probe === name)
        ?.rows.find((candidate) => candidate.state === state);
      if (row === undefined) return { isSuccess: false, durationMs: 0 };
      const run = row.runs[Math.floor(random.nextFloat() * row.runs.length)];
      const durationMs =
        run?.outcome === "timeout" ? Number.POSITIVE_INFINITY : (run?.durationMs ?? 0);
      if (row.verdict === "mixed") return { isSuccess: run?.outcome === "success", durationMs };
      return row.verdict === "yes"
        ? { isSuccess: true, durationMs: Number.isFinite(durationMs) ? durationMs : 0 }
        : { isSuccess: false, durationMs };
    },
  };
}
