import { compilePattern } from "../../judge/posix-pattern.ts";
import { parseGrep } from "../../judge/programs/grep.ts";
import type { ProbeRule } from "./probe-rule.ts";

/** As lncli prints it, as REST does, and as jq -r leaves it. */
const writings = ['    "state":  "UNLOCKED"', '{"state":"UNLOCKED"}', "UNLOCKED"];

/** PROBE005: a pattern for LOCKED that UNLOCKED matches too, though nobody wrote UNLOCKED. */
export const unanchoredLocked: ProbeRule = {
  id: "PROBE005",
  *check(probe) {
    if (probe.stateCommand() === undefined) return;
    for (const command of probe.commands) {
      if (!/grep$/.test(command.name)) continue;
      const call = parseGrep(command.name, command.args);
      if (call === undefined || !/LOCKED/.test(call.pattern) || /UNLOCKED/.test(call.pattern))
        continue;
      const expression = compilePattern(call.pattern, call.options);
      if (expression === undefined || !writings.some((line) => line.search(expression) >= 0))
        continue;
      yield {
        message: `the pattern ${JSON.stringify(call.pattern)} also matches UNLOCKED, in which the wallet is open already`,
        position: probe.positionOf(command),
      };
    }
  },
};
