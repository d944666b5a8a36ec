import assert from "node:assert/strict";
import { test } from "node:test";
import { MvccStore } from "../mvcc/mvcc-store.ts";
import type { Compare, CompareResult } from "../requests.ts";
import { compareHolds } from "./compare.ts";

/**
 * a: created 2, modified 3, version 2, value "m", lease 5. b: created and modified 4, version 1,
 * value "", no lease.
 */
function createStore(): MvccStore {
  const store = new MvccStore({ attach: () => {}, detach: () => {} });
  for (const [key, value, lease] of [
    ["a", "k", 0n],
    ["a", "m", 5n],
    ["b", "", 0n],
  ] as const) {
    const txn = store.begin();
    txn.put(key, value, lease);
    store.commit(txn);
  }
  return store;
}

const store = createStore();
const one = (key: string) => ({ key, rangeEnd: "" });
const all = { key: "\0", rangeEnd: "\0" };

/** Which results hold, of equal, greater, less, notEqual. */
function holding(compare: Omit<Compare, "result">): string {
  const results: CompareResult[] = ["equal", "greater", "less", "notEqual"];
  return results
    .filter((result) => compareHolds(store, { ...compare, result } as Compare))
    .join(" ");
}

test("each target is compared in each way", () => {
  const below = "greater notEqual";
  const above = "less notEqual";
  for (const [target, lower, equal, higher] of [
    ["version", 1, 2, 3],
    ["create", 1, 2, 3],
    ["mod", 2, 3, 4],
    ["lease", -1n, 5n, 6n],
    ["value", "lzz", "m", "m\0"],
  ] as const) {
    assert.equal(holding({ ...one("a"), target, operand: lower } as Compare), below);
    assert.equal(holding({ ...one("a"), target, operand: equal } as Compare), "equal");
    assert.equal(holding({ ...one("a"), target, operand: higher } as Compare), above);
  }
});

test("bytes are compared by their value, and a prefix comes first", () => {
  assert.equal(
    holding({ ...one("a"), target: "value", operand: "\xff" } as Compare),
    "less notEqual",
  );
  assert.equal(
    holding({ ...one("b"), target: "value", operand: "\0" } as Compare),
    "less notEqual",
  );
  assert.equal(holding({ ...one("b"), target: "value", operand: "" } as Compare), "equal");
});

test("a key that is not there counts as version, revisions and lease 0", () => {
  for (const target of ["version", "create", "mod"]) {
    assert.equal(holding({ ...one("x"), target, operand: 0 } as Compare), "equal");
    assert.equal(holding({ ...one("x"), target, operand: 1 } as Compare), "less notEqual");
  }
  assert.equal(holding({ ...one("x"), target: "lease", operand: 0n } as Compare), "equal");
  const empty = { key: "x", rangeEnd: "z", target: "version", operand: 0 } as const;
  assert.equal(holding(empty), "equal", "a range without keys counts as such a key");
});

test("nothing holds about the value of a key that is not there", () => {
  assert.equal(holding({ ...one("x"), target: "value", operand: "" } as Compare), "");
  assert.equal(holding({ key: "x", rangeEnd: "z", target: "value", operand: "" } as Compare), "");
});

test("a compare of a range holds when it holds for each of its keys", () => {
  assert.equal(holding({ ...all, target: "create", operand: 1 } as Compare), "greater notEqual");
  assert.equal(holding({ ...all, target: "create", operand: 3 } as Compare), "notEqual");
  assert.equal(holding({ ...all, target: "create", operand: 2 } as Compare), "");
});

test("an unknown result holds about a key that is there, and an unknown target is equal", () => {
  const unknownResult = { result: 7, target: "value", operand: "?" } as const;
  assert.equal(compareHolds(store, { ...one("a"), ...unknownResult }), true);
  assert.equal(compareHolds(store, { ...one("x"), ...unknownResult }), false);
  assert.equal(holding({ ...one("a"), target: 9 } as Compare), "equal");
});
