import assert from "node:assert/strict";
import { test } from "node:test";
import { formatLeft, formatMeasured, formatRunning, formatStamp } from "./durations.ts";

test("a failover is told to the hundredth of a second", () => {
  assert.equal(formatMeasured(2688), "2.69 s");
  assert.equal(formatMeasured(264), "0.26 s");
  assert.equal(formatMeasured(59_999), "0 min 59 s");
  assert.equal(formatMeasured(65_000), "1 min 05 s");
});

test("a running span shows tenths only while they matter", () => {
  assert.deepEqual([0, 1299, 9999, 42_900, 192_000, 3_900_000].map(formatRunning), [
    "0.0 s",
    "1.2 s",
    "9.9 s",
    "42 s",
    "3 min 12 s",
    "1 h 05 min",
  ]);
});

test("a span below zero, from clocks that differ, is shown as none", () => {
  assert.equal(formatRunning(-300), "0.0 s");
  assert.equal(formatMeasured(-300), "0.00 s");
});

test("a lease shows tenths of a second up to 100 s", () => {
  assert.equal(formatLeft(87_349), "87.3 s");
  assert.equal(formatLeft(125_000), "2 min 05 s");
});

test("a stamp has milliseconds, and hours only when there are any", () => {
  assert.equal(formatStamp(5936.29), "00:05.936");
  assert.equal(formatStamp(3_725_036), "1:02:05.036");
});
