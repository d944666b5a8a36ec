import assert from "node:assert/strict";
import { test } from "node:test";
import { MonotonicTime } from "./monotonic-time.ts";

test("time moves on or stands still, and never goes back", () => {
  const time = new MonotonicTime(5);
  time.moveTo(5);
  time.moveTo(7.5);
  assert.equal(time.nowMs, 7.5);
  assert.throws(() => time.moveTo(7), /time went back from 7.5 to 7/);
  assert.throws(() => time.moveTo(Number.NaN), /time went back/);
  assert.equal(time.nowMs, 7.5);
});
