import assert from "node:assert/strict";
import { test } from "node:test";
import { createHostClock } from "./host-clock.ts";
import { createVirtualClock } from "./virtual-clock.ts";

function lab() {
  const base = createVirtualClock();
  const host = createHostClock(base);
  const fired: string[] = [];
  const timer = (name: string, delayMs: number) =>
    host.setTimer(delayMs, () => fired.push(`${name}@${host.now()}`));
  return { base, host, fired, timer };
}

test("by itself it goes like the clock below it", async () => {
  const { base, host, fired, timer } = lab();
  timer("late", 20);
  timer("early", 10);
  await base.advance(30);
  assert.deepEqual(fired, ["early@10", "late@20"]);
  assert.equal(host.unixNow(), base.unixNow());
});

test("a paused host's timers fire when it is resumed, in order, while time has gone on", async () => {
  const { base, host, fired, timer } = lab();
  timer("second", 20);
  timer("first", 10);
  timer("third", 50);
  timer("later", 120);
  host.pause();
  await base.advance(100);
  assert.deepEqual([host.now(), fired], [100, []]);
  host.resume();
  await base.advance(0);
  assert.deepEqual(fired, ["first@100", "second@100", "third@100"]);
  await base.advance(20);
  assert.deepEqual(fired.at(-1), "later@120");
});

test("what comes due while older timers wait for their turn fires after them", async () => {
  const { base, host, fired, timer } = lab();
  timer("old", 10);
  base.setTimer(50, () => host.resume());
  timer("at the moment of resuming", 50);
  host.pause();
  await base.advance(50);
  assert.deepEqual(fired, ["old@50", "at the moment of resuming@50"]);
});

test("a host that is paused again holds back what it had not got to", async () => {
  const { base, host, fired, timer } = lab();
  host.setTimer(5, () => host.pause());
  timer("behind it", 5);
  host.pause();
  await base.advance(10);
  host.resume();
  await base.advance(10);
  assert.deepEqual(fired, []);
  host.resume();
  await base.advance(0);
  assert.deepEqual(fired, ["behind it@20"]);
});

test("a cancelled timer never fires, also when it came due during a pause", async () => {
  const { base, host, fired, timer } = lab();
  const cancelled = timer("cancelled", 10);
  host.pause();
  await base.advance(20);
  cancelled.cancel();
  cancelled.cancel();
  host.resume();
  timer("also cancelled", 10).cancel();
  await base.advance(20);
  assert.deepEqual([fired, base.pending], [[], 0]);
});

test("a clock that drifts gains on the others, and its timers come so much earlier", async () => {
  const { base, host, fired, timer } = lab();
  timer("set before", 11_000);
  host.setDrift(100_000);
  timer("set after", 22_000);
  await base.advance(10_000);
  assert.deepEqual(fired, ["set before@11000"]);
  host.setDrift(0);
  await base.advance(1000);
  assert.equal(host.now(), 12_000, "what it has gained stays");
  assert.equal(host.unixNow() - base.unixNow(), 1000);
  await base.advance(10_000);
  assert.deepEqual(fired.at(-1), "set after@22000");
});

test("a timer of a drifting clock never fires before its moment", async () => {
  const { base, host } = lab();
  host.setDrift(37);
  const early: number[] = [];
  for (let delayMs = 1; delayMs < 2000; delayMs += 7) {
    const dueMs = host.now() + delayMs;
    host.setTimer(delayMs, () => host.now() < dueMs && early.push(host.now() - dueMs));
  }
  await base.advance(3000);
  assert.deepEqual(early, []);
});

test("a drift out of range is refused", () => {
  const { host } = lab();
  for (const drift of [500_001, -500_001, Number.NaN]) {
    assert.throws(() => host.setDrift(drift), RangeError);
  }
});

test("with its process a clock ends: nothing fires any more, and a sleep ends only by its signal", async () => {
  const { base, host, fired, timer } = lab();
  timer("before", 10);
  const controller = new AbortController();
  const sleeping = host.sleep(10, controller.signal);
  host.sleep(10).then(() => fired.push("slept"));
  host.pause();
  await base.advance(5);
  host.end();
  host.resume();
  timer("after", 10);
  await base.advance(100);
  assert.deepEqual([fired, base.pending, host.hasEnded], [[], 0, true]);
  controller.abort(new Error("killed"));
  await assert.rejects(sleeping, /killed/);
});

test("a timer that is set anew fires once, at its new moment, whether it waited, had fired, or was held back", async () => {
  const { base, host, fired, timer } = lab();
  const again = timer("again", 10);
  again.reset(30);
  await base.advance(20);
  assert.deepEqual(fired, []);
  await base.advance(10);
  again.reset(5);
  await base.advance(5);
  assert.deepEqual(fired, ["again@30", "again@35"]);
  again.reset(10);
  host.pause();
  await base.advance(20);
  again.reset(100);
  host.resume();
  await base.advance(99);
  assert.equal(fired.length, 2);
  host.setDrift(100_000);
  await base.advance(1);
  assert.equal(fired.length, 3);
  host.end();
  again.reset(1);
  assert.equal(base.pending, 0);
});
