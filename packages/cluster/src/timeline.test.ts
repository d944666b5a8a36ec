import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createTimeline } from "./timeline.ts";

test("events are numbered without gaps and dated from the timeline's beginning", async () => {
  const clock = createVirtualClock();
  await clock.advance(1000);
  const timeline = createTimeline(clock);
  timeline.append({ kind: "killed", node: "lnd-1" });
  await clock.advance(250);
  timeline.append({ kind: "elected", node: "lnd-2", lease: "ab" });
  assert.deepEqual(
    timeline.events.map(({ seq, atMs }) => [seq, atMs]),
    [
      [1, 0],
      [2, 250],
    ],
  );
});

test("a listener hears what comes after it began to listen, until it stops", () => {
  const timeline = createTimeline(createVirtualClock());
  const heard: number[] = [];
  timeline.append({ kind: "killed", node: "a" });
  const stop = timeline.onEvent((event) => heard.push(event.seq));
  timeline.append({ kind: "killed", node: "b" });
  stop();
  timeline.append({ kind: "killed", node: "c" });
  assert.deepEqual(heard, [2]);
});

test("an event that a listener appends is heard after the one that led to it", () => {
  const timeline = createTimeline(createVirtualClock());
  const heard: string[] = [];
  timeline.onEvent((event) => {
    if (event.kind === "killed") timeline.append({ kind: "stopping", node: "b" });
  });
  timeline.onEvent((event) => heard.push(event.kind));
  timeline.append({ kind: "killed", node: "a" });
  assert.deepEqual(heard, ["killed", "stopping"]);
});

test("a long timeline keeps its newest ten thousand events", () => {
  const timeline = createTimeline(createVirtualClock());
  for (let count = 0; count < 10_005; count++) timeline.append({ kind: "killed", node: "a" });
  assert.equal(timeline.events.length, 10_000);
  assert.equal(timeline.events.at(-1)?.seq, 10_005);
});
