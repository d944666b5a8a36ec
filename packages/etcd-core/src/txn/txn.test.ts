import assert from "node:assert/strict";
import { test } from "node:test";
import { createEtcd } from "../create-etcd.ts";
import type { Compare, RequestOp, TxnRequest } from "../requests.ts";

const put = (key: string, value: string, more: object = {}): RequestOp => ({
  kind: "put",
  request: { key, value, ...more },
});
const get = (key: string, more: object = {}): RequestOp => ({
  kind: "range",
  request: { key, rangeEnd: "", ...more },
});
const del = (key: string, rangeEnd = ""): RequestOp => ({
  kind: "deleteRange",
  request: { key, rangeEnd },
});
const txn = (success: RequestOp[], more: Partial<TxnRequest> = {}): TxnRequest => ({
  compare: [],
  success,
  failure: [],
  ...more,
});
const nest = (success: RequestOp[], more: Partial<TxnRequest> = {}): RequestOp => ({
  kind: "txn",
  request: txn(success, more),
});
const exists = (key: string): Compare => ({
  key,
  rangeEnd: "",
  target: "version",
  operand: 0,
  result: "greater",
});

function createStore() {
  const etcd = createEtcd();
  etcd.put({ key: "a", value: "1" });
  return etcd;
}

const values = (etcd: ReturnType<typeof createStore>) =>
  etcd.range({ key: "\0", rangeEnd: "\0" }).kvs.map(({ key, value }) => `${key}=${value}`);

test("the first list runs when all compares hold, the second one otherwise", () => {
  const etcd = createStore();
  const branches = { failure: [put("no", "")] };
  const both = { ...branches, compare: [exists("a"), exists("b")] };
  assert.equal(etcd.txn(txn([put("yes", "")], both)).succeeded, false);
  assert.equal(
    etcd.txn(txn([put("yes", "")], { ...branches, compare: [exists("a")] })).succeeded,
    true,
  );
  assert.equal(etcd.txn(txn([], branches)).succeeded, true, "no compare holds nothing back");
  assert.deepEqual(values(etcd), ["a=1", "no=", "yes="]);
});

test("operations see what those before them wrote, and each answer says at which revision", () => {
  const etcd = createStore();
  const response = etcd.txn(txn([get("b"), put("b", "2"), get("b"), del("x"), del("a")]));
  const [before, written, after, nothing, deleted] = response.responses;
  assert.equal(before?.kind === "range" && before.response.count, 0);
  assert.equal(after?.kind === "range" && after.response.kvs[0]?.value, "2");
  assert.equal(nothing?.kind === "deleteRange" && nothing.response.deleted, 0);
  assert.equal(deleted?.kind === "deleteRange" && deleted.response.deleted, 1);
  assert.equal(written?.kind, "put");
  const revisions = response.responses.map((each) => each.response.revision);
  assert.deepEqual(revisions, [2, 3, 3, 3, 3]);
  assert.deepEqual([response.revision, etcd.revision], [3, 3]);
});

test("a transaction that writes nothing leaves the revision as it is", () => {
  const etcd = createStore();
  assert.equal(etcd.txn(txn([get("a"), del("x"), nest([])])).revision, 2);
  assert.equal(etcd.revision, 2);
});

test("compares of nested transactions are decided before anything is written", () => {
  const etcd = createStore();
  const inner = nest([put("then", "")], { compare: [exists("b")], failure: [put("else", "")] });
  const { responses } = etcd.txn(txn([put("b", ""), inner]));
  const nested = responses[1];
  assert.equal(nested?.kind === "txn" && nested.response.succeeded, false);
  assert.equal(nested?.kind === "txn" && nested.response.revision, 0, "its header is empty");
  assert.deepEqual(values(etcd), ["a=1", "b=", "else="]);
});

test("a refused operation, wherever it stands, leaves nothing behind", () => {
  const etcd = createStore();
  for (const [refused, reason] of [
    [get("a", { revision: 9 }), "futureRevision"],
    [put("c", "", { lease: 7n }), "leaseNotFound"],
    [put("c", "", { ignoreValue: true }), "keyNotFound"],
    [nest([put("c", "", { ignoreLease: true })]), "keyNotFound"],
  ] as const) {
    assert.throws(() => etcd.txn(txn([put("b", ""), del("a"), refused])), { reason });
    assert.deepEqual(values(etcd), ["a=1"]);
    assert.equal(etcd.revision, 2);
  }
});

test("operations of the branch that does not run are not checked against the store", () => {
  const etcd = createStore();
  const failure = [put("c", "", { lease: 7n })];
  assert.equal(etcd.txn(txn([get("a")], { failure })).succeeded, true);
});

test("a revision that is being written cannot be read, one below 0 counts as compacted", () => {
  const etcd = createStore();
  assert.throws(() => etcd.txn(txn([put("b", ""), get("b", { revision: 3 })])), {
    reason: "futureRevision",
  });
  assert.equal(etcd.txn(txn([get("a", { revision: -1 })])).succeeded, true);
  assert.throws(() => etcd.txn(txn([get("a", { revision: -2 })])), { reason: "compacted" });
  etcd.compact(2);
  assert.throws(() => etcd.txn(txn([get("a", { revision: 1 })])), { reason: "compacted" });
  assert.throws(() => etcd.txn(txn([get("a", { revision: -1 })])), { reason: "compacted" });
});

test("a put and a deletion of one key take place in their order where etcd lets them", () => {
  const etcd = createStore();
  etcd.txn(txn([put("b", "2"), del("b", "\0")]));
  assert.deepEqual(values(etcd), ["a=1"]);
  etcd.txn(txn([del("a", "\0"), put("a", "3")]));
  assert.deepEqual(values(etcd), ["a=3"]);
  const [kv] = etcd.range({ key: "a", rangeEnd: "" }).kvs;
  assert.deepEqual([kv?.createRevision, kv?.modRevision, kv?.version], [4, 4, 1]);
});

test("a put cannot keep what the transaction itself deletes", () => {
  const etcd = createStore();
  const keep = put("a", "", { ignoreValue: true });
  assert.throws(() => etcd.txn(txn([del("\0", "\0"), keep])), { reason: "keyNotFound" });
  assert.throws(() => etcd.txn(txn([nest([del("a", "\0")]), keep])), { reason: "keyNotFound" });
  assert.deepEqual(values(etcd), ["a=1"]);
  etcd.txn(txn([keep, del("b", "\0")]));
  assert.equal(etcd.revision, 3);
});
