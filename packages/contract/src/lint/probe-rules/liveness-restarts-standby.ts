import type { ProbeRule } from "./probe-rule.ts";

/** PROBE006: a standby is healthy for as long as it waits. */
export const livenessRestartsStandby: ProbeRule = {
  id: "PROBE006",
  *check(probe) {
    if (probe.role !== "liveness" || probe.verdict("WAITING_TO_START") !== "no") return;
    const { action } = probe.read.probe;
    if (action.kind === "grpc") return;
    const { failureThreshold, periodMs, initialDelayMs } = probe.read.probe.timings;
    const seconds = Math.round((initialDelayMs + failureThreshold * periodMs) / 1000);
    yield {
      message: `it fails while a node waits for its election: every standby is restarted again and again, about ${seconds} s after each start`,
      position: probe.positionOf(
        probe.commands.find(({ name }) => /grep$|^lncli$|^curl$/.test(name)),
      ),
    };
  },
};
