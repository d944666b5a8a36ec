import assert from "node:assert/strict";
import { test } from "node:test";
import { Lessor } from "./lessor.ts";

function createLessor(ids: bigint[] = []) {
  const time = { nowMs: 0 };
  const lessor = new Lessor({ minTtlSeconds: 2, nextId: () => ids.shift() ?? 0n, time });
  return { lessor, time };
}

test("a time to live below the minimum is granted as the minimum", () => {
  const { lessor } = createLessor();
  for (const [id, asked, granted] of [
    [1n, 1, 2],
    [2n, 0, 2],
    [3n, -7, 2],
    [4n, 3, 3],
    [5n, 9_000_000_000, 9_000_000_000],
  ] as const) {
    assert.deepEqual(lessor.grant(id, asked), { id, ttlSeconds: granted });
  }
});

test("a time to live beyond the maximum is refused before anything else is looked at", () => {
  const { lessor } = createLessor();
  lessor.grant(1n, 5);
  assert.throws(() => lessor.grant(1n, 9_000_000_001), { reason: "leaseTtlTooLarge" });
  assert.throws(() => lessor.grant(1n, 5), { reason: "leaseExists" });
  assert.equal(lessor.size, 1);
});

test("an id that is drawn has 63 bits, is not zero and is not taken", () => {
  const { lessor } = createLessor([0n, 2n ** 63n, 7n, 7n, 2n ** 64n - 1n]);
  assert.equal(lessor.grant(0n, 5).id, 7n);
  assert.equal(lessor.grant(0n, 5).id, 2n ** 63n - 1n);
  assert.throws(() => lessor.grant(0n, 5), { reason: "leaseExists" }, "the source is exhausted");
});

test("a lease expires when its time is over and not before", () => {
  const { lessor, time } = createLessor();
  lessor.grant(1n, 5);
  assert.equal(lessor.nextExpiryMs, 5000);
  time.nowMs = 4999.9;
  assert.equal(lessor.expired, undefined);
  time.nowMs = 5000;
  assert.equal(lessor.expired, 1n);
  assert.equal(lessor.remainingMs(1n), 0);
});

test("leases expire in the order of their time, equal ones in the order of their grant", () => {
  const { lessor, time } = createLessor();
  lessor.grant(3n, 5);
  lessor.grant(1n, 5);
  lessor.grant(2n, 4);
  assert.deepEqual(lessor.ids(), [2n, 3n, 1n]);
  time.nowMs = 1000;
  lessor.renew(2n);
  assert.deepEqual(lessor.ids(), [3n, 1n, 2n], "renewed, it expires at 5 s like the others");
  time.nowMs = 10_000;
  const order: bigint[] = [];
  for (let id = lessor.expired; id !== undefined; id = lessor.expired) {
    order.push(id);
    lessor.end(id);
  }
  assert.deepEqual(order, [3n, 1n, 2n]);
});

test("what is left is told in whole seconds, rounded down, and exactly", () => {
  const { lessor, time } = createLessor();
  lessor.grant(1n, 10);
  time.nowMs = 0.5;
  assert.equal(lessor.timeToLive(1n, false).ttlSeconds, 9);
  assert.equal(lessor.remainingMs(1n), 9999.5);
  time.nowMs = 9999;
  assert.equal(lessor.timeToLive(1n, false).ttlSeconds, 0);
});

test("a lease that is not there has a time to live of -1 and cannot be renewed", () => {
  const { lessor } = createLessor();
  const nothing = { id: 9n, ttlSeconds: -1, grantedTtlSeconds: 0, keys: [] };
  assert.deepEqual(lessor.timeToLive(9n, true), nothing);
  assert.equal(lessor.renew(9n), 0);
  assert.equal(lessor.remainingMs(9n), undefined);
  assert.throws(() => lessor.keysOf(9n), { reason: "leaseNotFound" });
});

test("the keys of a lease are listed in order, and only on demand", () => {
  const { lessor } = createLessor();
  lessor.grant(1n, 10);
  for (const key of ["b", "\xff", "a"]) lessor.attach(1n, key);
  lessor.detach(1n, "\xff");
  assert.deepEqual(lessor.timeToLive(1n, true).keys, ["a", "b"]);
  assert.deepEqual(lessor.timeToLive(1n, false).keys, []);
  assert.deepEqual(lessor.keysOf(1n), ["a", "b"]);
});
