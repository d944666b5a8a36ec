import assert from "node:assert/strict";
import { test } from "node:test";
import { nothingSettled } from "./clock.ts";
import { createVirtualClock } from "./virtual-clock.ts";

test("timers fire in the order of their time, and of their setting where times are equal", async () => {
  const clock = createVirtualClock();
  const fired: string[] = [];
  clock.setTimer(20, () => fired.push("late"));
  clock.setTimer(10, () => fired.push("first"));
  clock.setTimer(10, () => fired.push("second"));
  await clock.advance(15);
  assert.deepEqual(fired, ["first", "second"]);
  await clock.advance(5);
  assert.deepEqual(fired, ["first", "second", "late"]);
});

test("a timer set by a timer fires in the same advance, at its own moment", async () => {
  const clock = createVirtualClock();
  const moments: number[] = [];
  clock.setTimer(10, () => clock.setTimer(10, () => moments.push(clock.now())));
  await clock.advance(100);
  assert.deepEqual(moments, [20]);
  assert.equal(clock.now(), 100);
});

test("code that awaits a sleep goes on before the next timer fires", async () => {
  const clock = createVirtualClock();
  const seen: string[] = [];
  const sleeper = (async () => {
    await clock.sleep(10);
    await Promise.resolve();
    seen.push("sleeper");
  })();
  clock.setTimer(10, () => seen.push("timer"));
  await clock.advance(10);
  await sleeper;
  assert.deepEqual(seen, ["sleeper", "timer"]);
});

test("a cancelled timer never fires and an aborted sleep rejects with the reason", async () => {
  const clock = createVirtualClock();
  clock.setTimer(5, () => assert.fail("it was cancelled")).cancel();
  const controller = new AbortController();
  const sleeping = clock.sleep(1000, controller.signal);
  controller.abort(new Error("enough"));
  await assert.rejects(sleeping, /enough/);
  await clock.advance(2000);
  assert.equal(clock.pending, 0);
});

test("runUntil stops at the timer that makes the condition true, and says when none does", async () => {
  const clock = createVirtualClock();
  let ticks = 0;
  const tick = () => {
    ticks += 1;
    clock.setTimer(100, tick);
  };
  clock.setTimer(100, tick);
  await clock.runUntil(() => ticks === 3, 1000);
  assert.equal(clock.now(), 300);
  await assert.rejects(
    clock.runUntil(() => false, 250),
    /did not hold within 250 ms/,
  );
});

test("a step moves time to the next timer and fires it alone", async () => {
  const clock = createVirtualClock();
  const fired: number[] = [];
  for (const delayMs of [30, 10, 10]) clock.setTimer(delayMs, () => fired.push(clock.now()));
  assert.equal(await clock.step(), true);
  assert.deepEqual([clock.now(), fired], [10, [10]]);
  await clock.step();
  await clock.step();
  assert.deepEqual(fired, [10, 10, 30]);
  assert.equal(await clock.step(), false);
  assert.equal(clock.now(), 30);
});

test("a timer that sets itself anew without delay is found out, a long time of many timers is not", async () => {
  const clock = createVirtualClock(undefined, { settle: "microtasks" });
  const again = () => {
    clock.setTimer(0, again);
    return nothingSettled;
  };
  clock.setTimer(5, again);
  await assert.rejects(clock.advance(10), /timers keep setting timers/);
});

test("without turns of the event loop, code that awaits goes on before the next timer fires all the same", async () => {
  const clock = createVirtualClock(undefined, { settle: "microtasks" });
  const seen: string[] = [];
  const sleeper = (async () => {
    await clock.sleep(10);
    for (let hop = 0; hop < 100; hop++) await Promise.resolve();
    seen.push("sleeper");
  })();
  clock.setTimer(10, () => seen.push("timer"));
  await clock.advance(10);
  await sleeper;
  assert.deepEqual(seen, ["sleeper", "timer"]);
});

test("a timer that is set anew counts as set now, also among those of one moment", async () => {
  const clock = createVirtualClock();
  const fired: string[] = [];
  const first = clock.setTimer(10, () => fired.push("first"));
  clock.setTimer(10, () => fired.push("second"));
  first.reset(10);
  await clock.advance(10);
  first.reset(2000);
  first.cancel();
  first.reset(3000);
  await clock.advance(2999);
  assert.deepEqual(fired, ["second", "first"]);
  await clock.advance(1);
  assert.deepEqual([fired.length, clock.pending], [3, 0]);
});

test("promises settle before the next timer, but for a timer that says that it settled none", async () => {
  for (const settle of ["turn", "microtasks"] as const) {
    const clock = createVirtualClock(0, { settle });
    const seen: string[] = [];
    clock.setTimer(1, () => nothingSettled);
    clock.setTimer(2, () => void Promise.resolve().then(() => seen.push(`at ${clock.now()}`)));
    clock.setTimer(3, () => seen.push("next"));
    await clock.advance(5);
    assert.deepEqual(seen, ["at 2", "next"]);
  }
});
