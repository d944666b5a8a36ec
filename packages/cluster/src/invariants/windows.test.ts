import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createTimeline, type Happening } from "../timeline.ts";
import { observeWindows } from "./windows.ts";

/** The windows that these events, one a second, open and close: `+overlap a b`, `-overlap a b 2000`. */
async function windows(...happenings: readonly Happening[]): Promise<string[]> {
  const clock = createVirtualClock();
  const timeline = createTimeline(clock);
  observeWindows(timeline, clock);
  for (const happening of happenings) {
    timeline.append(happening);
    await clock.advance(1000);
  }
  return timeline.events.flatMap((event) => {
    if (event.kind === "windowOpened") return [`+${event.window} ${event.nodes.join(" ")}`.trim()];
    if (event.kind !== "windowClosed") return [];
    return [`-${[event.window, ...event.nodes, event.durationMs].join(" ")}`];
  });
}

const waits = (node: string, lease: string): Happening => ({ kind: "campaigning", node, lease });
const elected = (node: string, lease: string): Happening => ({ kind: "elected", node, lease });
const serves = (node: string): Happening => ({ kind: "state", node, state: "SERVER_ACTIVE" });
const expired = (node: string, lease: string): Happening => ({ kind: "leaseExpired", node, lease });
const leads = (node: string, lease: string) => [
  waits(node, lease),
  elected(node, lease),
  serves(node),
];

test("nobody serves from the leader's end until the next one serves", async () => {
  const told = await windows(
    ...leads("a", "1"),
    { kind: "killed", node: "a" },
    expired("a", "1"),
    ...leads("b", "2"),
  );
  assert.deepEqual(told, ["+noLeader", "-noLeader 4000"]);
});

test("two nodes that serve overlap until one of them ends, and one leads without its key", async () => {
  const told = await windows(
    ...leads("a", "1"),
    expired("a", "1"),
    ...leads("b", "2"),
    { kind: "leadershipLost", node: "a" },
    { kind: "exited", node: "a", code: 0 },
  );
  assert.deepEqual(told, [
    "+leaderWithoutKey a",
    "+overlap a b",
    "-overlap a b 2000",
    "-leaderWithoutKey a 5000",
  ]);
});

test("a node that lost its key while it waited leads without one from its election on", async () => {
  const told = await windows(
    ...leads("a", "1"),
    waits("b", "2"),
    expired("b", "2"),
    { kind: "exited", node: "a", code: 0 },
    elected("b", "2"),
    serves("b"),
  );
  assert.deepEqual(told, ["+noLeader", "+leaderWithoutKey b", "-noLeader 2000"]);
});
