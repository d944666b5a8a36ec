import { secondsOf } from "../../judge/programs/asking.ts";
import type { ProbeRule } from "./probe-rule.ts";

/** PROBE009, as far as it can be read: a probe that sleeps for longer than it may take. Runs measure the rest. */
export const sleepsTooLong: ProbeRule = {
  id: "PROBE009",
  *check(probe) {
    if (probe.role === "waiter" || probe.block === undefined) return;
    const { timeoutMs } = probe.read.probe.timings;
    for (const command of probe.commands) {
      const seconds = command.name === "sleep" ? secondsOf(command.args[0]) : undefined;
      if (seconds === undefined || seconds * 1000 < timeoutMs) continue;
      yield {
        message: `it sleeps for ${seconds} s, but is ended, as failed, after ${timeoutMs / 1000} s`,
        position: probe.positionOf(command),
      };
      return;
    }
  },
};
