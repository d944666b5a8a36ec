import assert from "node:assert/strict";
import { test } from "node:test";
import { createLeaseIds } from "./lease-ids.ts";

test("ids are positive, differ from each other, and are the same in each run", () => {
  const [first, second] = [createLeaseIds(), createLeaseIds()];
  const ids = Array.from({ length: 1000 }, () => first());
  assert.ok(ids.every((id) => id > 0n && id < 2n ** 63n));
  assert.equal(new Set(ids).size, ids.length);
  assert.deepEqual(
    ids.slice(0, 5),
    Array.from({ length: 5 }, () => second()),
  );
});
