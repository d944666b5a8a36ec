import assert from "node:assert/strict";
import { test } from "node:test";
import { ChangeLog } from "../mvcc/change-log.ts";
import type { KeyValue } from "../responses.ts";
import { nextBatch } from "./catch-up.ts";
import { Watcher, type WatchingStream } from "./watcher.ts";

function put(key: string, modRevision: number): KeyValue {
  return { key, value: "", createRevision: modRevision, modRevision, version: 1, lease: 0n };
}

/** From revision 2 on, one change a revision, of these keys. */
function logOf(keys: string[]): ChangeLog {
  const log = new ChangeLog(2);
  for (const [index, key] of keys.entries()) log.append([put(key, index + 2)]);
  return log;
}

function watch(key: string, startRevision: number, newest: number): Watcher {
  return new Watcher({} as WatchingStream, 0n, { key, rangeEnd: "", startRevision }, newest);
}

function batch(watcher: Watcher, log: ChangeLog, newest: number) {
  const { events, nextRevision, scannedRevisions } = nextBatch(
    watcher,
    log,
    newest,
    () => undefined,
  );
  return {
    revisions: events.map(({ plain }) => plain.kv.modRevision),
    nextRevision,
    scannedRevisions,
  };
}

test("a watcher gets the changes of its keys from its place on, up to now", () => {
  const log = logOf(["a", "b", "a", "b", "a"]);
  assert.deepEqual(batch(watch("a", 3, 6), log, 6), {
    revisions: [4, 6],
    nextRevision: 7,
    scannedRevisions: 4,
  });
  assert.deepEqual(batch(watch("a", 1, 6), log, 6).revisions, [2, 4, 6]);
});

test("a batch ends after 1000 revisions with events, and the next one begins there", () => {
  const log = logOf(Array.from({ length: 2500 }, (_, index) => (index % 2 === 0 ? "a" : "b")));
  const watcher = watch("a", 2, 2501);
  const first = batch(watcher, log, 2501);
  assert.deepEqual([first.revisions.length, first.revisions.at(-1)], [1000, 2000]);
  watcher.nextRevision = first.nextRevision;
  const second = batch(watcher, log, 2501);
  assert.deepEqual([second.revisions[0], second.revisions.length], [2002, 250]);
  assert.equal(second.nextRevision, 2502);
});

test("changes of one revision are never split", () => {
  const log = logOf(Array.from({ length: 999 }, () => "a"));
  log.append([put("a", 1001), put("a", 1001)]);
  log.append([put("a", 1002)]);
  const { revisions } = batch(watch("a", 2, 1002), log, 1002);
  assert.deepEqual(revisions.slice(-3), [1000, 1001, 1001]);
});

test("history without anything for the watcher is looked at in portions", () => {
  const log = logOf(Array.from({ length: 150_000 }, () => "b"));
  const { nextRevision, scannedRevisions } = batch(watch("a", 2, 150_001), log, 150_001);
  assert.deepEqual([nextRevision, scannedRevisions], [100_002, 100_000]);
});
