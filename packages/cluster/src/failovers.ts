import type { Clock } from "@leaderlab/clock";
import type { Timeline } from "./timeline.ts";

/**
 * Adds a `failover` to the timeline whenever one leader has ended and the next one serves: from the moment at which
 * the old one was killed, stopped or lost its lease, to SERVER_ACTIVE on the new one.
 */
export function measureFailovers(timeline: Timeline, clock: Clock): () => void {
  let leader: string | undefined;
  let ended: { readonly node: string; readonly atMs: number } | undefined;
  return timeline.onEvent((event) => {
    switch (event.kind) {
      case "elected":
        leader = event.node;
        return;
      case "killed":
      case "stopping":
      case "exited":
      case "leaseExpired":
        if (event.node !== leader || ended !== undefined) return;
        ended = { node: event.node, atMs: clock.now() };
        return;
      case "state": {
        if (event.state !== "SERVER_ACTIVE" || ended === undefined) return;
        const durationMs = Math.round(clock.now() - ended.atMs);
        const { node: from } = ended;
        ended = undefined;
        timeline.append({ kind: "failover", from, to: event.node, durationMs });
        return;
      }
      default:
    }
  });
}
