import assert from "node:assert/strict";
import { test } from "node:test";
import { EtcdError, type EtcdErrorName, etcdErrors } from "./errors.ts";

test("a refusal carries etcd's code and text, and the row that it comes from", () => {
  const error = new EtcdError("compacted");
  assert.equal(error.code, "OUT_OF_RANGE");
  assert.equal(error.message, "etcdserver: mvcc: required revision has been compacted");
  assert.equal(error.reason, "compacted");
  assert.ok(error instanceof Error);
});

test("every row has a text of its own, by which clients tell the refusals apart", () => {
  const names = Object.keys(etcdErrors) as EtcdErrorName[];
  const texts = names.map((name) => etcdErrors[name].text);
  assert.equal(new Set(texts).size, texts.length);
  const inner = names.filter((name) => !etcdErrors[name].text.startsWith("etcdserver: "));
  assert.ok(inner.every((name) => etcdErrors[name].code === "UNKNOWN"));
});
