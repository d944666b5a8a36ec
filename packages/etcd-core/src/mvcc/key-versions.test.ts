import assert from "node:assert/strict";
import { test } from "node:test";
import type { KeyValue } from "../responses.ts";
import { compactVersions, versionAt } from "./key-versions.ts";
import { createTombstone } from "./record.ts";

function record(modRevision: number, version: number): KeyValue {
  return { key: "a", value: "", createRevision: 0, modRevision, version, lease: 0n };
}

/** put at 2, put at 3, delete at 4, put at 6: the example of the documentation. */
function example(): KeyValue[] {
  return [record(2, 1), record(3, 2), createTombstone("a", 4), record(6, 1)];
}

const revisionsOf = (versions: KeyValue[]) => versions.map(({ modRevision }) => modRevision);

test("a key is at each revision what the last change up to it made of it", () => {
  const versions = example();
  const seen = [1, 2, 3, 4, 5, 6, 7].map((revision) => versionAt(versions, revision)?.modRevision);
  assert.deepEqual(seen, [undefined, 2, 3, undefined, undefined, 6, 6]);
  assert.equal(versionAt(versions)?.modRevision, 6);
});

test("compaction keeps what reads at its revision and above need", () => {
  for (const [revision, dropped, kept] of [
    [1, [], [2, 3, 4, 6]],
    [2, [], [2, 3, 4, 6]],
    [3, [2], [3, 4, 6]],
    [4, [2, 3], [4, 6]],
    [5, [2, 3, 4], [6]],
    [6, [2, 3, 4], [6]],
    [9, [2, 3, 4], [6]],
  ] as const) {
    const versions = example();
    assert.deepEqual(revisionsOf(compactVersions(versions, revision)), dropped);
    assert.deepEqual(revisionsOf(versions), kept);
  }
});

test("a deletion stays for compaction at its own revision and goes with the next", () => {
  const versions = [record(2, 1), createTombstone("a", 3)];
  compactVersions(versions, 3);
  assert.deepEqual(revisionsOf(versions), [3]);
  compactVersions(versions, 4);
  assert.deepEqual(versions, []);
});

test("of two changes in one revision the later one counts", () => {
  assert.equal(versionAt([record(2, 1), createTombstone("a", 2)], 2), undefined);
  assert.equal(versionAt([record(2, 3), createTombstone("a", 4), record(4, 1)], 4)?.version, 1);
});
