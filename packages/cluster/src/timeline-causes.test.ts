import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createTimeline, type Happening } from "./timeline.ts";
import { causesOf } from "./timeline-causes.ts";

/** What led to the last of these, the last one first. */
function chain(...happenings: readonly Happening[]): string[] {
  const timeline = createTimeline(createVirtualClock());
  const events = happenings.map((happening) => timeline.append(happening));
  const last = events.at(-1);
  assert.ok(last);
  return causesOf(timeline.events, last).map((event) =>
    "node" in event ? `${event.kind} ${event.node}` : event.kind,
  );
}

const started = (node: string): Happening => ({ kind: "nodeStarted", node });
const waits = (node: string, lease: string): Happening => ({ kind: "campaigning", node, lease });
const elected = (node: string, lease: string): Happening => ({ kind: "elected", node, lease });
const serves = (node: string): Happening => ({ kind: "state", node, state: "SERVER_ACTIVE" });
const two = [
  started("a"),
  waits("a", "1"),
  elected("a", "1"),
  serves("a"),
  started("b"),
  waits("b", "2"),
];

test("a failover goes back to the kill, by way of the lease and the election", () => {
  assert.deepEqual(
    chain(
      ...two,
      { kind: "killed", node: "a" },
      { kind: "leaseExpired", node: "a", lease: "1" },
      elected("b", "2"),
      serves("b"),
      { kind: "failover", from: "a", to: "b", durationMs: 1 },
    ),
    ["failover", "state b", "elected b", "leaseExpired a", "killed a"],
  );
});

test("an election that is heard of before the lease's end goes back to what befell the leader", () => {
  assert.deepEqual(chain(...two, { kind: "killed", node: "a" }, elected("b", "2")), [
    "elected b",
    "killed a",
  ]);
  assert.deepEqual(
    chain(
      ...two,
      { kind: "stopping", node: "a" },
      { kind: "resigned", node: "a" },
      elected("b", "2"),
    ),
    ["elected b", "resigned a", "stopping a"],
  );
});

test("a restarted node's old lease runs out because of what ended its old life", () => {
  assert.deepEqual(
    chain(...two, { kind: "killed", node: "a" }, started("a"), waits("a", "3"), {
      kind: "leaseExpired",
      node: "a",
      lease: "1",
    }),
    ["leaseExpired a", "killed a"],
  );
});

test("a leader that lost its lease exits because of its health check, and that because of the lease", () => {
  assert.deepEqual(
    chain(
      ...two,
      { kind: "leaseExpired", node: "a", lease: "1" },
      elected("b", "2"),
      { kind: "leadershipLost", node: "a" },
      { kind: "exited", node: "a", code: 0 },
    ),
    ["exited a", "leadershipLost a", "leaseExpired a"],
  );
});

test("what somebody asked for has no cause, and the first election goes back to the node's own start", () => {
  assert.deepEqual(chain(...two, { kind: "killed", node: "a" }), ["killed a"]);
  assert.deepEqual(chain(...two.slice(0, 4)), [
    "state a",
    "elected a",
    "campaigning a",
    "nodeStarted a",
  ]);
});
