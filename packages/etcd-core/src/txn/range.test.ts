import assert from "node:assert/strict";
import { test } from "node:test";
import { MvccStore } from "../mvcc/mvcc-store.ts";
import type { RangeRequest } from "../requests.ts";
import { applyRange, checkRange } from "./range.ts";

const everything = { key: "\0", rangeEnd: "\0" };

/** a=9 at 2, b=5 at 3, c=5 at 4, d=1 at 5, then b=5 again at 6 and c deleted at 7. */
function createStore(): MvccStore {
  const store = new MvccStore({ attach: () => {}, detach: () => {} });
  const write = (key: string, value: string | undefined) => {
    const txn = store.begin();
    if (value === undefined) txn.delete(key);
    else txn.put(key, value, 0n);
    store.commit(txn);
  };
  for (const [key, value] of ["a9", "b5", "c5", "d1", "b5"]) write(key as string, value);
  write("c", undefined);
  return store;
}

function keysOf(request: Partial<RangeRequest>, store = createStore()): string {
  const { kvs } = applyRange(store, { ...everything, ...request });
  return kvs.map(({ key }) => key).join("");
}

test("a read without options gives every key of the range in order", () => {
  const response = applyRange(createStore(), everything);
  assert.deepEqual([response.revision, response.count, response.more], [7, 3, false]);
  assert.equal(keysOf({}), "abd");
  assert.equal(keysOf({ key: "b", rangeEnd: "" }), "b");
  assert.equal(keysOf({ key: "b", rangeEnd: "d" }), "b");
});

test("a read of the past gives the past, with the present revision", () => {
  assert.equal(keysOf({ revision: 4 }), "abc");
  assert.equal(keysOf({ revision: 1 }), "");
  assert.equal(applyRange(createStore(), { ...everything, revision: 4 }).revision, 7);
  assert.equal(keysOf({ revision: -3 }), "abd", "below 0 is now");
});

test("the future and what is compacted cannot be read", () => {
  const store = createStore();
  store.compact(4);
  assert.throws(() => keysOf({ revision: 8 }, store), { reason: "futureRevision" });
  assert.throws(() => keysOf({ revision: 3 }, store), { reason: "compacted" });
  assert.equal(keysOf({ revision: 4 }, store), "abc");
});

test("a limit holds keys back and says so; the count is of all", () => {
  const limited = (limit: number) => {
    const { kvs, more, count } = applyRange(createStore(), { ...everything, limit });
    return [kvs.length, more, count];
  };
  assert.deepEqual(limited(2), [2, true, 3]);
  assert.deepEqual(limited(3), [3, false, 3]);
  assert.deepEqual(limited(0), [3, false, 3]);
  assert.deepEqual(limited(-1), [3, false, 3]);
});

test("bounds on revisions hold keys back, which the count does not show", () => {
  assert.equal(keysOf({ minModRevision: 5 }), "bd");
  assert.equal(keysOf({ maxModRevision: 5 }), "ad");
  assert.equal(keysOf({ minCreateRevision: 3, maxCreateRevision: 3 }), "b");
  assert.equal(keysOf({ maxCreateRevision: -1 }), "", "a bound below 0 is one, too");
  assert.equal(applyRange(createStore(), { ...everything, minModRevision: 6 }).count, 3);
});

test("bounds are applied before the limit", () => {
  const request = { ...everything, minModRevision: 5, limit: 1 };
  const { kvs, more } = applyRange(createStore(), request);
  assert.deepEqual([kvs.map(({ key }) => key), more], [["b"], true]);
});

test("records are sorted by what is asked for, equal ones by key", () => {
  assert.equal(keysOf({ sortTarget: "value", sortOrder: "ascend" }), "dba");
  assert.equal(keysOf({ sortTarget: "value", sortOrder: "descend" }), "abd");
  assert.equal(keysOf({ sortTarget: "mod", sortOrder: "descend" }), "bda");
  assert.equal(keysOf({ sortTarget: "create", sortOrder: "descend" }), "dba");
  assert.equal(keysOf({ sortTarget: "version", sortOrder: "ascend" }), "adb");
  assert.equal(keysOf({ sortTarget: "version", sortOrder: "descend" }), "bad");
  assert.equal(keysOf({ sortTarget: "key", sortOrder: "descend" }), "dba");
  assert.equal(keysOf({ sortTarget: "key", sortOrder: "ascend" }), "abd");
});

test("without an order records ascend by what is asked for", () => {
  assert.equal(keysOf({ sortTarget: "value" }), "dba");
});

test("a limit with an order cuts last; without one it cuts first, with one key to spare", () => {
  const request = { revision: 5, sortTarget: "value", limit: 1 } as const;
  assert.equal(keysOf({ revision: 5 }), "abcd");
  assert.equal(keysOf({ ...request, sortOrder: "ascend" }), "d");
  assert.equal(keysOf(request), "b");
});

test("keys can be asked for without their values, and counted without being read", () => {
  const store = createStore();
  const [first] = applyRange(store, { ...everything, keysOnly: true }).kvs;
  assert.deepEqual([first?.key, first?.value, first?.modRevision], ["a", "", 2]);
  assert.equal(store.get("a")?.value, "9", "the record itself keeps its value");
  const counted = applyRange(store, { ...everything, countOnly: true, limit: 1 });
  assert.deepEqual(counted, { revision: 7, kvs: [], more: false, count: 3 });
});

test("an empty key and an unknown order or target are refused", () => {
  assert.throws(() => checkRange({ key: "", rangeEnd: "\0" }), { reason: "emptyKey" });
  assert.throws(() => checkRange({ ...everything, sortOrder: 7 }), { reason: "invalidSortOption" });
  assert.throws(() => checkRange({ ...everything, sortTarget: 9 }), {
    reason: "invalidSortOption",
  });
  checkRange({ ...everything, sortOrder: "descend", sortTarget: "mod" });
});
