import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyValue } from "../responses.ts";
import { ChangeLog } from "./change-log.ts";
import { createTombstone } from "./record.ts";

function put(key: string, modRevision: number): KeyValue {
  return { key, value: "", createRevision: 1, modRevision, version: 1, lease: 0n };
}

function logOf(...changes: KeyValue[][]): ChangeLog {
  const log = new ChangeLog(2);
  for (const some of changes) log.append(some);
  return log;
}

test("a revision gives its changes in the order in which they were made", () => {
  const log = logOf([put("a", 2)], [put("b", 3), put("a", 3)]);
  assert.deepEqual(
    log.at(3).map(({ key }) => key),
    ["b", "a"],
  );
  assert.deepEqual([log.at(1), log.at(4)], [[], []]);
  assert.deepEqual([log.first, log.length], [2, 2]);
});

test("what is dropped is gone, and what is not keeps its revision", () => {
  const log = new ChangeLog(2);
  for (let revision = 2; revision < 1000; revision++) log.append([put("a", revision)]);
  for (let revision = 2; revision < 990; revision++) {
    log.dropFirst();
    assert.equal(log.first, revision + 1);
    assert.deepEqual(log.at(revision), []);
    assert.equal(log.at(revision + 1)[0]?.modRevision, revision + 1);
    assert.equal(log.at(999)[0]?.modRevision, 999);
  }
  assert.equal(log.length, 10);
  log.append([put("b", 1000)]);
  assert.equal(log.at(1000)[0]?.key, "b");
});

test("a put that its own revision ended is dropped; a deletion before a put is not", () => {
  const log = logOf([
    put("ended", 2),
    put("stays", 2),
    createTombstone("ended", 2),
    createTombstone("again", 2),
    put("again", 2),
  ]);
  log.dropSuperseded(2);
  assert.deepEqual(
    log.at(2).map(({ key, version }) => [key, version]),
    [
      ["stays", 1],
      ["ended", 0],
      ["again", 0],
      ["again", 1],
    ],
  );
});
