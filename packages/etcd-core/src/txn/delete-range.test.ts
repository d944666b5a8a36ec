import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";

function createStore() {
  const etcd = createEtcd();
  for (const key of ["b", "a", "c"]) etcd.put({ key, value: key });
  return etcd;
}

test("a range is deleted in one revision, which says how many keys there were", () => {
  const etcd = createStore();
  const response = etcd.deleteRange({ key: "a", rangeEnd: "c" });
  assert.deepEqual(response, { revision: 5, deleted: 2, prevKvs: [] });
  assert.equal(etcd.counts.keys, 1);
});

test("deleting nothing leaves the revision as it is", () => {
  const etcd = createStore();
  const nothing = { revision: 4, deleted: 0, prevKvs: [] };
  assert.deepEqual(etcd.deleteRange({ key: "x", rangeEnd: "" }), nothing);
  assert.deepEqual(etcd.deleteRange({ key: "c", rangeEnd: "a", prevKv: true }), nothing);
});

test("the deleted records are given in order when asked for", () => {
  const { prevKvs } = createStore().deleteRange({ key: "\0", rangeEnd: "\0", prevKv: true });
  assert.deepEqual(
    prevKvs.map(({ value, modRevision }) => [value, modRevision]),
    [
      ["a", 3],
      ["b", 2],
      ["c", 4],
    ],
  );
});

test("an empty key is refused", () => {
  assert.throws(() => createStore().deleteRange({ key: "", rangeEnd: "\0" }), {
    reason: "emptyKey",
  });
});
