import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import type { RunLncli } from "@leaderlab/contract/run";
import { lncliInProcess } from "./lncli/lncli-in-process.ts";

/** What `lncli` is in the probes that a program checks: the lab's, as `leaderlab check` has it. */
export const lncli: RunLncli = lncliInProcess({
  clock: createRealClock(),
  random: createSystemRandom(),
});
