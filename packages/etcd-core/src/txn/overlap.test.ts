import assert from "node:assert/strict";
import { test } from "node:test";
import type { RequestOp } from "../requests.ts";
import { checkOverlap } from "./overlap.ts";

const put = (key: string): RequestOp => ({ kind: "put", request: { key, value: "" } });
const del = (key: string, rangeEnd = ""): RequestOp => ({
  kind: "deleteRange",
  request: { key, rangeEnd },
});
const nest = (success: RequestOp[], failure: RequestOp[] = []): RequestOp => ({
  kind: "txn",
  request: { compare: [], success, failure },
});

function assertRefused(...ops: RequestOp[]): void {
  assert.throws(() => checkOverlap(ops), { reason: "duplicateKey" });
}

test("a key is put once", () => {
  checkOverlap([put("a"), put("b")]);
  assertRefused(put("a"), put("b"), put("a"));
});

test("a key is not both put and deleted, in whatever order", () => {
  assertRefused(put("a"), del("a"));
  assertRefused(del("a"), put("a"));
  assertRefused(put("b"), del("a", "c"));
  checkOverlap([put("c"), del("a", "c")]);
});

test("deletions may overlap each other", () => {
  checkOverlap([del("a", "c"), del("b"), del("b", "d")]);
});

test("the branches of a nested transaction may put the same key, as only one runs", () => {
  checkOverlap([nest([put("a")], [put("a")])]);
  assertRefused(nest([put("a")], [put("a")]), put("a"));
  assertRefused(nest([], [put("a")]), put("a"));
  assertRefused(nest([put("a")]), nest([], [put("a")]));
  assertRefused(nest([nest([put("a")]), put("a")]));
});

test("what a nested transaction deletes is not put afterwards or beside it", () => {
  assertRefused(nest([del("a", "c")]), put("b"));
  assertRefused(put("b"), nest([], [del("a", "c")]));
  assertRefused(nest([del("b")]), nest([put("b")]));
  assertRefused(del("b"), nest([put("b")]));
});

test("a nested put followed by a nested deletion passes, as in etcd", () => {
  checkOverlap([nest([put("a")]), nest([del("a")])]);
  checkOverlap([nest([put("a")], [del("a")])]);
});

test("a deletion without end is not seen to overlap anything, as in etcd", () => {
  checkOverlap([del("a", "\0"), put("b")]);
  checkOverlap([put("b"), nest([del("\0", "\0")])]);
});

test("one of thousands of deletions is found by looking at few of them", () => {
  const name = (index: number) => String(index).padStart(6, "0");
  const deletions = Array.from({ length: 20_000 }, (_, index) => del(name(index)));
  let looks = 0;
  // A key that counts how often it is compared.
  const key = {
    [Symbol.toPrimitive]: () => {
      looks += 1;
      return name(12_345);
    },
  } as unknown as string;
  assertRefused(...deletions, put(key));
  assert.ok(looks < 100, `${looks} comparisons`);
});
