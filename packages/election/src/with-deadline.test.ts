import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { withDeadline } from "./with-deadline.ts";

/** A call that never ends by itself, as one to an etcd that is away. */
const endless = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
  });

test("a call that takes too long fails with Go's text for it", async () => {
  const clock = createVirtualClock();
  const expired = assert.rejects(withDeadline(clock, 5000, endless), {
    code: "DEADLINE_EXCEEDED",
    message: "context deadline exceeded",
  });
  await clock.advance(5000);
  await expired;
});

test("the caller's own signal ends the call before the deadline", async () => {
  const clock = createVirtualClock();
  const stop = new AbortController();
  const call = withDeadline(clock, 5000, endless, stop.signal);
  stop.abort(new Error("stopped"));
  await assert.rejects(call, /stopped/);
});

test("a call that ends in time leaves no timer behind", async () => {
  const clock = createVirtualClock();
  assert.equal(await withDeadline(clock, 5000, async () => "done"), "done");
  assert.equal(clock.pending, 0);
});
