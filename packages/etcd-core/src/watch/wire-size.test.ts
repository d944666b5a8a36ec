import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyValue, WatchEvent } from "../responses.ts";
import { emptyResponseWireBytes, eventWireBytes, responseWireBytes } from "./wire-size.ts";

const kv: KeyValue = {
  key: "a",
  value: "",
  createRevision: 2,
  modRevision: 2,
  version: 1,
  lease: 0n,
};
const put = (more: Partial<KeyValue> = {}): WatchEvent => ({ type: "put", kv: { ...kv, ...more } });

test("an event takes as many bytes as its protobuf encoding in a response", () => {
  // 5a 0b 12 09 | 0a 01 61 | 10 02 | 18 02 | 20 01
  assert.equal(eventWireBytes(put()), 13);
  assert.equal(eventWireBytes(put({ value: "v" })), 13 + 3);
  assert.equal(eventWireBytes(put({ modRevision: 127 })), 13);
  assert.equal(eventWireBytes(put({ modRevision: 128 })), 14);
  assert.equal(eventWireBytes(put({ lease: 1n })), 13 + 2);
  assert.equal(eventWireBytes(put({ lease: -1n })), 13 + 11);
  assert.equal(eventWireBytes(put({ value: "x".repeat(200) })), 13 + 203 + 2, "longer lengths");
});

test("a deletion has a type, and leaves out what is zero", () => {
  const deleted = { ...kv, createRevision: 0, version: 0 };
  // 5a 09 08 01 12 05 | 0a 01 61 | 18 02
  assert.equal(eventWireBytes({ type: "delete", kv: deleted }), 11);
});

test("a previous record counts like the record itself", () => {
  assert.equal(eventWireBytes({ ...put(), prevKv: kv }), 13 + 11);
});

test("a response takes what its events take and what it takes without them", () => {
  const response = { revision: 2, watchId: 300n, events: [put(), put({ value: "v" })] };
  const empty = emptyResponseWireBytes(response);
  assert.equal(responseWireBytes(response), empty + 13 + 16);
  assert.equal(emptyResponseWireBytes({ ...response, watchId: 0n }), empty - 3);
});
