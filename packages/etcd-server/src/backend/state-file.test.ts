import assert from "node:assert/strict";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { createEtcd } from "@leaderlab/etcd-core";
import { loadStateFile, saveStateFile, stateFileIn } from "./state-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-file-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const log = { raftIndex: 9, raftTerm: 2 };
function stateOf(value: string) {
  const etcd = createEtcd();
  etcd.put({ key: "k", value });
  return etcd.exportState();
}

test("a state is written for its owner alone, and read again", async () => {
  const path = stateFileIn(folder);
  await saveStateFile(path, stateOf("1"), log);
  await saveStateFile(path, stateOf("2"), log);
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(folder), ["leaderlab-snapshot.db"], "no draft is left");
  const restored = await loadStateFile(path);
  assert.deepEqual(restored?.state.records, stateOf("2").records);
  assert.equal(restored?.raftIndex, 9);
});

test("where there is no file yet there is no state", async () => {
  assert.equal(await loadStateFile(stateFileIn(folder)), undefined);
});

test("a damaged file is refused by name, with what to do, and stays as it is", async () => {
  const path = stateFileIn(folder);
  await saveStateFile(path, stateOf("1"), log);
  const damaged = readFileSync(path).subarray(0, 9000);
  writeFileSync(path, damaged);
  await assert.rejects(loadStateFile(path), (error: Error) => {
    assert.equal(error.name, "StateFileError");
    assert.ok(error.message.includes(path));
    assert.match(error.message, /is damaged: .*put a good snapshot in its place, or move it away/);
    return true;
  });
  assert.deepEqual(readFileSync(path), damaged);
});

test("a folder with a real etcd's data is not taken for an empty one", async () => {
  mkdirSync(join(folder, "member"));
  await assert.rejects(loadStateFile(stateFileIn(folder)), {
    name: "StateFileError",
    message: /member is a real etcd's, which is not read here; save a snapshot of it/,
  });
});

test("a write that fails leaves the last good file", async () => {
  const path = stateFileIn(folder);
  await saveStateFile(path, stateOf("1"), log);
  const before = readFileSync(path);
  mkdirSync(`${path}.tmp`);
  await assert.rejects(saveStateFile(path, stateOf("2"), log), {
    name: "StateFileError",
    message: /could not be written into .*leaderlab-snapshot\.db: EISDIR/,
  });
  assert.deepEqual(readFileSync(path), before);
});
