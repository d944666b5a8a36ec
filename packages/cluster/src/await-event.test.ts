import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { awaitEvent } from "./await-event.ts";
import { createTimeline, type TimelineEvent } from "./timeline.ts";

const isKill = (event: TimelineEvent) => event.kind === "killed";

test("an event that has passed is found at once, unless only later ones are asked for", async () => {
  const timeline = createTimeline(createVirtualClock());
  timeline.append({ kind: "killed", node: "a" });
  assert.equal((await awaitEvent(timeline, isKill)).seq, 1);
  const later = awaitEvent(timeline, isKill, { afterSeq: 1 });
  timeline.append({ kind: "stopping", node: "b" });
  timeline.append({ kind: "killed", node: "b" });
  assert.equal((await later).seq, 3);
});

test("a wait ends with its signal", async () => {
  const timeline = createTimeline(createVirtualClock());
  const patience = new AbortController();
  const waiting = awaitEvent(timeline, isKill, { signal: patience.signal });
  patience.abort(new Error("too long"));
  await assert.rejects(waiting, /too long/);
  await assert.rejects(awaitEvent(timeline, isKill, { signal: patience.signal }), /too long/);
});
