import assert from "node:assert/strict";
import { test } from "node:test";
import { createTombstone } from "../mvcc/record.ts";
import { RecordEncoder, storedValueBytes } from "./stored-record.ts";

const hex = (bytes: Uint8Array) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
const record = {
  key: "k\xff",
  value: "v",
  createRevision: 2,
  modRevision: 300,
  version: 3,
  lease: 0n,
};

test("a change's key is its revision, a line, and its place in the revision", () => {
  const key = new RecordEncoder().key({ record, subRevision: 258 });
  assert.equal(hex(key), "000000000000012c5f0000000000000102");
});

test("a deletion's key has a mark, and its value is the key alone", () => {
  const encoder = new RecordEncoder();
  const tombstone = createTombstone("a", 2 ** 53 - 1);
  assert.equal(
    hex(encoder.key({ record: tombstone, subRevision: 0 })),
    "001fffffffffffff5f000000000000000074",
  );
  assert.equal(hex(encoder.value(tombstone)), "0a0161");
});

test("a record's value is protobuf without what is empty, and a negative lease takes ten bytes", () => {
  const encoder = new RecordEncoder();
  assert.equal(hex(encoder.value(record)), "0a026bff100218ac0220032a0176");
  assert.equal(
    hex(encoder.value({ ...record, value: "", lease: -1n })),
    "0a026bff100218ac02200330ffffffffffffffffff01",
  );
  const big = encoder.value({ ...record, value: "x".repeat(5000) });
  assert.equal(big.length, 4 + 2 + 3 + 2 + 3 + 5000);
});

test("the size of a value is known without making it", () => {
  const encoder = new RecordEncoder();
  const big = { ...record, value: "x".repeat(20_000), lease: -1n, version: 2 ** 40 };
  for (const one of [record, big, { ...record, value: "" }, createTombstone("a", 300)]) {
    assert.equal(storedValueBytes(one), encoder.value(one).length);
  }
});
