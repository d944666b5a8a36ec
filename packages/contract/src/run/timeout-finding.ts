import type { Finding } from "../finding.ts";
import type { Probe } from "../probe.ts";

/** PROBE009, when the 99th percentile of what a probe takes (in milliseconds) is above its timeout. */
export function timeoutFinding(
  _probe: Probe,
  _durationsMs: readonly number[],
): Finding | undefined {
  return undefined;
}
