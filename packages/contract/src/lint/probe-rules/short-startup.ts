import type { ProbeRule } from "./probe-rule.ts";

/** From this on a budget was meant to be long; it still ends. */
const longMinutes = 30;

/** PROBE007: a standby waits for as long as the leader lives; no budget is as long. */
export const shortStartup: ProbeRule = {
  id: "PROBE007",
  *check(probe) {
    if (probe.role !== "startup" || probe.verdict("WAITING_TO_START") !== "no") return;
    if (probe.read.probe.action.kind === "grpc") return;
    const { failureThreshold, periodMs, initialDelayMs } = probe.read.probe.timings;
    const minutes = (initialDelayMs + failureThreshold * periodMs) / 60_000;
    if (minutes > 525_600) return;
    yield {
      message: `it fails on a standby, which is therefore killed after ${said(minutes)}, however well it waits`,
      severity: minutes >= longMinutes ? "warning" : "error",
      position: probe.read.fields.get("failureThreshold") ?? probe.position,
    };
  },
};

function said(minutes: number): string {
  return minutes < 2 ? `${Math.round(minutes * 60)} s` : `${Math.round(minutes)} minutes`;
}
