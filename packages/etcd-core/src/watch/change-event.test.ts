import assert from "node:assert/strict";
import { test } from "node:test";
import { createTombstone } from "../mvcc/record.ts";
import type { KeyValue } from "../responses.ts";
import { ChangeEvent } from "./change-event.ts";

function record(modRevision: number, version: number): KeyValue {
  return { key: "a", value: "v", createRevision: 3, modRevision, version, lease: 0n };
}

test("a change is told with the record of one revision before, which is looked up once", () => {
  const asked: [string, number][] = [];
  const previous = record(4, 1);
  const event = new ChangeEvent(record(9, 2), (...place) => {
    asked.push(place);
    return previous;
  });
  assert.deepEqual(event.withPrevious, { type: "put", kv: record(9, 2), prevKv: previous });
  assert.equal(event.withPrevious, event.withPrevious, "everyone gets the same object");
  assert.deepEqual(asked, [["a", 8]]);
});

test("a creation has no previous record, and nobody looks for one", () => {
  const event = new ChangeEvent(record(3, 1), () => assert.fail("nothing is to be read"));
  assert.deepEqual(event.withPrevious, { type: "put", kv: record(3, 1) });
});

test("a deletion is told as key and revision, with the old record if it can be read", () => {
  const kv = createTombstone("a", 5);
  const nothing = { value: "", createRevision: 0, version: 0, lease: 0n };
  assert.deepEqual(new ChangeEvent(kv, () => undefined).withPrevious, {
    type: "delete",
    kv: { key: "a", modRevision: 5, ...nothing },
  });
  assert.deepEqual(new ChangeEvent(kv, () => record(4, 2)).withPrevious.prevKv, record(4, 2));
});
