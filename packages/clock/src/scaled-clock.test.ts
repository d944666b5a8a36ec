import assert from "node:assert/strict";
import { test } from "node:test";
import { createScaledClock } from "./scaled-clock.ts";
import { createVirtualClock } from "./virtual-clock.ts";

function lab() {
  const base = createVirtualClock();
  const clock = createScaledClock(base);
  const fired: number[] = [];
  const timer = (delayMs: number) => clock.setTimer(delayMs, () => fired.push(clock.now()));
  return { base, clock, fired, timer };
}

test("by itself it goes like the clock that it follows", async () => {
  const { base, clock, fired, timer } = lab();
  timer(30);
  timer(10);
  await base.advance(20);
  assert.deepEqual([clock.now(), clock.unixNow() - base.unixNow(), fired], [20, 0, [10]]);
  await base.advance(10);
  assert.deepEqual(fired, [10, 30]);
});

test("ten times as fast, a timer fires after a tenth of the time", async () => {
  const { base, clock, fired, timer } = lab();
  timer(1000);
  clock.setSpeed(10);
  await base.advance(99);
  assert.deepEqual([clock.now(), fired], [990, []]);
  await base.advance(1);
  assert.deepEqual(fired, [1000]);
  clock.setSpeed(1);
  await base.advance(5);
  assert.equal(clock.now(), 1005, "what has passed has passed at the old speed");
});

test("while it is stopped no timer fires, and a timer goes on with what was left of it", async () => {
  const { base, clock, fired, timer } = lab();
  timer(10);
  await base.advance(4);
  clock.setSpeed(0);
  await base.advance(1000);
  assert.deepEqual([clock.now(), fired, base.pending], [4, [], 0]);
  clock.setSpeed(1);
  await base.advance(5);
  assert.deepEqual(fired, []);
  await base.advance(1);
  assert.deepEqual(fired, [10]);
});

test("a stopped clock is advanced like a virtual one, a running one is not", async () => {
  const { clock, fired, timer } = lab();
  await assert.rejects(clock.advance(10), /time runs by itself/);
  clock.setSpeed(0);
  timer(20);
  timer(10);
  clock.setTimer(5, () => timer(7));
  await clock.advance(15);
  assert.deepEqual([clock.now(), fired], [15, [10, 12]]);
  await clock.advance(5);
  assert.deepEqual(fired, [10, 12, 20]);
});

test("a cancelled timer never fires, and a speed out of range is refused", async () => {
  const { base, clock, fired, timer } = lab();
  timer(10).cancel();
  await base.advance(20);
  assert.deepEqual([fired, base.pending], [[], 0]);
  for (const speed of [-1, 1001, Number.NaN]) {
    assert.throws(() => clock.setSpeed(speed), RangeError);
  }
});

test("a timer that sets itself anew without a delay leaves other work its turn", async () => {
  const { base, clock } = lab();
  let turns = 0;
  const again = () => {
    turns += 1;
    if (turns < 5) clock.setTimer(0, again);
  };
  clock.setTimer(0, again);
  await base.advance(0);
  assert.equal(turns, 5);
});

test("a stopped clock goes on by single timers, a running one does not", async () => {
  const { clock, fired, timer } = lab();
  await assert.rejects(clock.step(), /time runs by itself/);
  clock.setSpeed(0);
  timer(20);
  timer(10);
  assert.equal(await clock.step(), true);
  assert.deepEqual([clock.now(), fired], [10, [10]]);
  await clock.step();
  assert.deepEqual(fired, [10, 20]);
  assert.equal(await clock.step(), false);
});

test("a timer that is set anew fires at its new moment", async () => {
  const base = createVirtualClock();
  const clock = createScaledClock(base);
  const fired: number[] = [];
  const timer = clock.setTimer(10, () => fired.push(clock.now()));
  timer.reset(20);
  await base.advance(25);
  timer.reset(5);
  await base.advance(5);
  assert.deepEqual(fired, [20, 30]);
});
