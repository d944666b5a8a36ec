import assert from "node:assert/strict";
import { test } from "node:test";
import { EtcdError } from "../errors.ts";
import { MvccStore } from "./mvcc-store.ts";
import type { WriteTxn } from "./write-txn.ts";

function createStore(): { store: MvccStore; attached: string[] } {
  const attached: string[] = [];
  const store = new MvccStore({
    attach: (lease, key) => attached.push(`+${lease} ${key}`),
    detach: (lease, key) => attached.push(`-${lease} ${key}`),
  });
  return { store, attached };
}

function write(store: MvccStore, act: (txn: WriteTxn) => void): void {
  const txn = store.begin();
  act(txn);
  store.commit(txn);
}

const everything = { key: "\0", rangeEnd: "\0" };
const keysAt = (store: MvccStore, revision: number) =>
  store.range(everything, revision).kvs.map(({ key, value }) => key + value);

/** put a, put a, delete a, put b: the example of the documentation. */
function exampleStore(): MvccStore {
  const { store } = createStore();
  write(store, (txn) => txn.put("a", "1", 0n));
  write(store, (txn) => txn.put("a", "2", 0n));
  write(store, (txn) => txn.delete("a"));
  write(store, (txn) => txn.put("b", "3", 0n));
  return store;
}

test("a fresh store is at revision 1, and a write of nothing leaves it there", () => {
  const { store } = createStore();
  assert.equal(store.revision, 1);
  write(store, (txn) => txn.delete("a"));
  assert.equal(store.revision, 1);
});

test("all writes of a transaction share one revision and are seen within it", () => {
  const { store } = createStore();
  write(store, (txn) => {
    assert.equal(txn.revision, 1);
    txn.put("a", "", 0n);
    txn.put("b", "", 0n);
    assert.equal(txn.revision, 2);
    assert.equal(txn.count(everything, txn.revision), 2);
    assert.equal(store.revision, 1);
  });
  assert.equal(store.revision, 2);
  assert.deepEqual(
    store.range(everything, 2).kvs.map(({ modRevision }) => modRevision),
    [2, 2],
  );
});

test("a key counts its versions from its creation, and begins anew after a deletion", () => {
  const { store } = createStore();
  write(store, (txn) => txn.put("a", "", 0n));
  write(store, (txn) => txn.put("a", "", 0n));
  const { createRevision, version } = store.get("a") ?? {};
  assert.deepEqual([createRevision, version], [2, 2]);
  write(store, (txn) => txn.delete("a"));
  write(store, (txn) => txn.put("a", "", 0n));
  assert.deepEqual([store.get("a")?.createRevision, store.get("a")?.version], [5, 1]);
});

test("every revision can be read as it was", () => {
  const store = exampleStore();
  assert.deepEqual(
    [1, 2, 3, 4, 5].map((revision) => keysAt(store, revision)),
    [[], ["a1"], ["a2"], [], ["b3"]],
  );
});

test("compaction frees what only older reads could see, and keeps its own revision", () => {
  const store = exampleStore();
  store.compact(4);
  store.sweep(100);
  assert.equal(store.index.records, 2);
  assert.deepEqual([store.log.first, store.log.length], [4, 2]);
  assert.equal(store.log.at(4)[0]?.version, 0);
  store.compact(5);
  store.sweep(100);
  assert.equal(store.index.records, 1);
  assert.equal(store.index.bytes, 2);
  assert.deepEqual(keysAt(store, 5), ["b3"]);
});

test("freeing in portions ends where freeing at once ends", () => {
  const [atOnce, inPortions] = [exampleStore(), exampleStore()];
  atOnce.compact(5);
  atOnce.sweep(100);
  inPortions.compact(5);
  let portions = 0;
  for (; inPortions.sweepPending; portions++) inPortions.sweep(1);
  assert.equal(portions, 4);
  assert.equal(inPortions.index.records, atOnce.index.records);
  assert.equal(inPortions.log.first, atOnce.log.first);
});

test("what is compacted already and what is yet to come cannot be compacted", () => {
  const store = exampleStore();
  const refusal = (revision: number) => {
    try {
      store.compact(revision);
      return undefined;
    } catch (error) {
      return error instanceof EtcdError ? error.reason : error;
    }
  };
  assert.equal(refusal(-1), "compacted");
  assert.equal(refusal(0), undefined);
  assert.equal(refusal(0), "compacted");
  assert.equal(refusal(6), "futureRevision");
  assert.equal(refusal(5), undefined);
  assert.equal(refusal(5), "compacted");
  assert.equal(store.compactRevision, 5);
});

test("a key moves between leases with each put, and leaves them when it goes", () => {
  const { store, attached } = createStore();
  write(store, (txn) => txn.put("a", "", 1n));
  write(store, (txn) => txn.put("a", "", 1n));
  write(store, (txn) => txn.put("a", "", 2n));
  write(store, (txn) => txn.put("a", "", 0n));
  write(store, (txn) => txn.put("a", "", 3n));
  write(store, (txn) => txn.delete("a"));
  assert.deepEqual(attached, ["+1 a", "-1 a", "+2 a", "-2 a", "+3 a", "-3 a"]);
});

test("a read with a limit gives so many records and counts them all", () => {
  const { store } = createStore();
  write(store, (txn) => {
    for (const key of ["a", "b", "c"]) txn.put(key, "", 0n);
  });
  const { kvs, count } = store.range(everything, 2, 2);
  assert.deepEqual([kvs.length, count], [2, 3]);
  assert.equal(store.count({ key: "b", rangeEnd: "" }, 2), 1);
  assert.equal(store.count({ key: "b", rangeEnd: "a" }, 2), 0);
});
