import assert from "node:assert/strict";
import { test } from "node:test";
import type { Compare, RequestOp, TxnRequest } from "../requests.ts";
import { checkTxn } from "./check-txn.ts";

const range: RequestOp = { kind: "range", request: { key: "a", rangeEnd: "" } };
const compare: Compare = { key: "a", rangeEnd: "", target: "mod", operand: 0, result: "equal" };

function txn(lists: Partial<TxnRequest>): TxnRequest {
  return { compare: [], success: [], failure: [], ...lists };
}

function nest(lists: Partial<TxnRequest>): RequestOp {
  return { kind: "txn", request: txn(lists) };
}

const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

test("each of the three lists may be as long as the limit", () => {
  const full = txn({
    compare: times(3, compare),
    success: times(3, range),
    failure: times(3, range),
  });
  checkTxn(full, 3);
  for (const list of ["compare", "success", "failure"] as const) {
    const item = list === "compare" ? compare : range;
    const longer = { ...full, [list]: times(4, item) };
    assert.throws(() => checkTxn(longer, 3), { reason: "tooManyOps" });
  }
});

test("a nested transaction may use what the lists around it leave", () => {
  checkTxn(txn({ success: [range, nest({ success: [range] })] }), 3);
  assert.throws(() => checkTxn(txn({ success: [range, nest({ success: [range, range] })] }), 3), {
    reason: "tooManyOps",
  });
  const besideCompares = txn({
    compare: times(3, compare),
    failure: [nest({ compare: [compare] })],
  });
  assert.throws(() => checkTxn(besideCompares, 3), { reason: "tooManyOps" });
});

test("a transaction that is nested too deep is refused, however high the limit", () => {
  let deep: RequestOp = range;
  for (let depth = 0; depth < 100_000; depth++) deep = nest({ success: [deep] });
  assert.throws(() => checkTxn(txn({ success: [deep] }), 1_000_000), { reason: "tooManyOps" });
});

test("operations are checked in both branches and at each depth", () => {
  const put = (request: object): RequestOp => ({
    kind: "put",
    request: { key: "a", value: "", ...request },
  });
  const refusals = [
    [put({ key: "" }), "emptyKey"],
    [put({ ignoreValue: true, value: "1" }), "valueProvided"],
    [put({ ignoreLease: true, lease: 1n }), "leaseProvided"],
    [{ kind: "range", request: { key: "", rangeEnd: "" } }, "emptyKey"],
    [{ kind: "range", request: { key: "a", rangeEnd: "", sortOrder: 9 } }, "invalidSortOption"],
    [{ kind: "deleteRange", request: { key: "", rangeEnd: "" } }, "emptyKey"],
    [{ kind: "none" }, "keyNotFound"],
    [nest({ compare: [{ ...compare, key: "" }] }), "emptyKey"],
  ] as const;
  for (const [op, reason] of refusals) {
    assert.throws(() => checkTxn(txn({ success: [op] }), 128), { reason });
    assert.throws(() => checkTxn(txn({ failure: [nest({ failure: [op] })] }), 128), { reason });
  }
});

test("a key that is put twice is refused in either branch", () => {
  const put: RequestOp = { kind: "put", request: { key: "a", value: "" } };
  assert.throws(() => checkTxn(txn({ success: [put, put] }), 128), { reason: "duplicateKey" });
  assert.throws(() => checkTxn(txn({ failure: [put, put] }), 128), { reason: "duplicateKey" });
  checkTxn(txn({ success: [put], failure: [put] }), 128);
});
