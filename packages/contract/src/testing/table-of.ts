import { type HeldState, heldStates, type TruthTable } from "../check-report.ts";
import type { Probe } from "../probe.ts";
import { expectedOf } from "../run/expected-of.ts";

/** A truth table by hand: a probe that succeeds in these states, and is as fast as `durationMs`. */
export function tableOf(
  { name, role }: Probe,
  yes: readonly HeldState[],
  durationMs = 40,
): TruthTable {
  return {
    probe: name,
    role,
    rows: heldStates.map((state) => {
      const isYes = yes.includes(state);
      const hangs = !isYes && (state === "stopped-leader" || state === "hanging");
      const outcome = isYes ? "success" : hangs ? "timeout" : "failure";
      return {
        state,
        verdict: isYes ? "yes" : "no",
        expected: expectedOf(role, state, "serving"),
        runs: [
          { variant: "", outcome, exitCode: isYes ? 0 : hangs ? null : 1, durationMs, output: "" },
        ],
      };
    }),
  };
}
