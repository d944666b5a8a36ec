import assert from "node:assert/strict";
import { test } from "node:test";
import { PingPolicy } from "./ping-policy.ts";

const policy = () => new PingPolicy({ minIntervalMs: 5000 });
const pings = (own: PingPolicy, times: readonly number[], hasCalls = true) =>
  times.map((time) => own.isTooMany(time, hasCalls));

test("a client with open calls may ping every five seconds, forever", () => {
  assert.deepEqual(pings(policy(), [0, 5000, 10_000, 15_000, 20_000]).includes(true), false);
});

test("the third ping that comes too early is one too many", () => {
  assert.deepEqual(pings(policy(), [0, 10, 20, 30]), [false, false, false, true]);
});

test("a client without open calls is allowed next to none", () => {
  assert.deepEqual(pings(policy(), [0, 60_000, 120_000, 180_000], false), [
    false,
    false,
    false,
    true,
  ]);
});

test("what the server sends makes early pings forgotten", () => {
  const own = policy();
  assert.deepEqual(pings(own, [0, 10, 20]), [false, false, false]);
  own.forgive();
  assert.deepEqual(pings(own, [30, 40, 50, 60]), [false, false, false, true]);
});
