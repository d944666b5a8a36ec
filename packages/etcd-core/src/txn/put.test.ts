import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";

function createStore() {
  const etcd = createEtcd();
  etcd.leaseGrant(1n, 60);
  etcd.leaseGrant(2n, 60);
  etcd.put({ key: "a", value: "old", lease: 1n });
  return etcd;
}

const read = (etcd: ReturnType<typeof createStore>, key: string) =>
  etcd.range({ key, rangeEnd: "" }).kvs[0];

test("a put answers with the new revision, and with the previous record when asked", () => {
  const etcd = createStore();
  assert.deepEqual(etcd.put({ key: "b", value: "" }), { revision: 3 });
  assert.deepEqual(etcd.put({ key: "c", value: "", prevKv: true }), { revision: 4 });
  const { prevKv } = etcd.put({ key: "a", value: "new", prevKv: true });
  assert.deepEqual(prevKv, {
    key: "a",
    value: "old",
    createRevision: 2,
    modRevision: 2,
    version: 1,
    lease: 1n,
  });
});

test("a put without lease takes the key off its lease", () => {
  const etcd = createStore();
  etcd.put({ key: "a", value: "" });
  assert.deepEqual(etcd.leaseTimeToLive(1n, true).keys, []);
  assert.equal(read(etcd, "a")?.lease, 0n);
});

test("value or lease can be kept as they were", () => {
  const etcd = createStore();
  etcd.put({ key: "a", value: "", ignoreValue: true, lease: 2n });
  assert.deepEqual([read(etcd, "a")?.value, read(etcd, "a")?.lease], ["old", 2n]);
  etcd.put({ key: "a", value: "new", ignoreLease: true });
  assert.deepEqual([read(etcd, "a")?.value, read(etcd, "a")?.lease], ["new", 2n]);
  assert.deepEqual(etcd.leaseTimeToLive(2n, true).keys, ["a"]);
});

test("what is to be kept must not be given, and must be there", () => {
  const etcd = createStore();
  const put = (request: object) => () => etcd.put({ key: "a", value: "", ...request });
  assert.throws(put({ key: "" }), { reason: "emptyKey" });
  assert.throws(put({ ignoreValue: true, value: "1" }), { reason: "valueProvided" });
  assert.throws(put({ ignoreLease: true, lease: 1n }), { reason: "leaseProvided" });
  assert.throws(put({ ignoreValue: true, key: "b" }), { reason: "keyNotFound" });
  assert.throws(put({ ignoreLease: true, key: "b" }), { reason: "keyNotFound" });
  assert.throws(put({ lease: 9n }), { reason: "leaseNotFound" });
  assert.equal(etcd.revision, 2);
});

test("of two refusals the missing lease is told; in a transaction, the missing key", () => {
  const etcd = createStore();
  const request = { key: "b", value: "", ignoreValue: true, lease: 9n };
  assert.throws(() => etcd.put(request), { reason: "leaseNotFound" });
  const txn = { compare: [], success: [{ kind: "put", request } as const], failure: [] };
  assert.throws(() => etcd.txn(txn), { reason: "keyNotFound" });
});
