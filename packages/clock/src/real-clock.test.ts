import assert from "node:assert/strict";
import { test } from "node:test";
import { createRealClock } from "./real-clock.ts";

test("a sleep ends no earlier than asked for", async () => {
  const clock = createRealClock();
  const startMs = clock.now();
  await clock.sleep(20);
  assert.ok(clock.now() - startMs >= 19, "Node's timers may round down by under a millisecond");
});

test("a delay beyond what Node's timers take does not fire at once", async () => {
  const clock = createRealClock();
  let fired = false;
  const timer = clock.setTimer(2 ** 40, () => {
    fired = true;
  });
  await clock.sleep(5);
  timer.cancel();
  assert.equal(fired, false);
});

test("a timer that is set anew fires once more", async () => {
  const clock = createRealClock();
  let fired = 0;
  let wake: () => void = () => {};
  const woken = () => new Promise<void>((resolve) => (wake = resolve));
  const timer = clock.setTimer(1e9, () => {
    fired += 1;
    wake();
  });
  timer.reset(1);
  await woken();
  timer.reset(1);
  await woken();
  assert.equal(fired, 2);
});
