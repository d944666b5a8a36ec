import assert from "node:assert/strict";
import { test } from "node:test";
import { isEmptyRange, rangeContains } from "./key-range.ts";

test("a range without end key is one key, and not those that it is a prefix of", () => {
  assert.equal(rangeContains({ key: "a", rangeEnd: "" }, "a"), true);
  assert.equal(rangeContains({ key: "a", rangeEnd: "" }, "ab"), false);
});

test("a range holds its begin and not its end", () => {
  const range = { key: "a", rangeEnd: "c" };
  const held = ["a", "b\xff", "c", "\0"].filter((key) => rangeContains(range, key));
  assert.deepEqual(held, ["a", "b\xff"]);
});

test("a range that ends with a zero byte holds every key from its begin on", () => {
  assert.equal(rangeContains({ key: "b", rangeEnd: "\0" }, "\xff\xff"), true);
  assert.equal(rangeContains({ key: "b", rangeEnd: "\0" }, "a"), false);
});

test("a range is empty when its end is not above its begin; one key and no end never are", () => {
  assert.equal(isEmptyRange({ key: "b", rangeEnd: "a" }), true);
  assert.equal(isEmptyRange({ key: "b", rangeEnd: "b" }), true);
  assert.equal(isEmptyRange({ key: "b", rangeEnd: "b\0" }), false);
  assert.equal(isEmptyRange({ key: "b", rangeEnd: "" }), false);
  assert.equal(isEmptyRange({ key: "b", rangeEnd: "\0" }), false);
});
