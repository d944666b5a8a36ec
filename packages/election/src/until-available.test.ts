import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { EtcdClientError } from "./errors.ts";
import { untilAvailable } from "./until-available.ts";

function away(notSent: boolean) {
  return new EtcdClientError("UNAVAILABLE", "connection refused", { notSent });
}

test("a read is repeated while etcd is away, after 25 ms and then twice as long up to 500 ms", async () => {
  const clock = createVirtualClock();
  const attemptsMs: number[] = [];
  const reading = untilAvailable({ clock, repeatable: true }, async () => {
    attemptsMs.push(clock.now());
    if (attemptsMs.length < 8) throw away(false);
    return "answer";
  });
  await clock.advance(10_000);
  assert.equal(await reading, "answer");
  assert.deepEqual(attemptsMs, [0, 25, 75, 175, 375, 775, 1275, 1775]);
});

test("a write is repeated when it never left, and not when it may have arrived", async () => {
  const clock = createVirtualClock();
  let attempts = 0;
  const writing = untilAvailable({ clock, repeatable: false }, async () => {
    attempts += 1;
    throw away(attempts < 3);
  });
  const refused = assert.rejects(writing, { code: "UNAVAILABLE" });
  await clock.advance(1000);
  await refused;
  assert.equal(attempts, 3);
});

test("an error other than UNAVAILABLE is not waited for", async () => {
  const clock = createVirtualClock();
  const denied = new EtcdClientError("PERMISSION_DENIED", "etcdserver: permission denied");
  const reading = untilAvailable({ clock, repeatable: true }, () => Promise.reject(denied));
  await assert.rejects(reading, denied);
});

test("an abort ends the attempts at once with its reason", async () => {
  const clock = createVirtualClock();
  const stop = new AbortController();
  const options = { clock, repeatable: true, signal: stop.signal };
  const reading = untilAvailable(options, () => Promise.reject(away(true)));
  await clock.advance(100);
  stop.abort(new Error("stopped"));
  await assert.rejects(reading, /stopped/);
  assert.equal(clock.pending, 0);
});
