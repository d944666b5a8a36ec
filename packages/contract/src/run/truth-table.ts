import type { TruthTable } from "../check-report.ts";
import type { HeldLab } from "../lab/index.ts";
import type { Probe } from "../probe.ts";
import type { TruthTableOptions } from "./run-settings.ts";

/**
 * Runs a probe against every state, states side by side. Rejects with a ProbeProblem when it cannot be run here, and
 * with the signal's reason when it aborts.
 */
export async function truthTable(
  _probe: Probe,
  _lab: HeldLab,
  _options: TruthTableOptions,
): Promise<TruthTable> {
  throw new Error("not built yet");
}
