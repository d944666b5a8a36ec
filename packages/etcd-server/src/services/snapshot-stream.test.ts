import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createEtcd, type Etcd } from "@leaderlab/etcd-core";
import { snapshotOf } from "../backend/snapshot-file.ts";
import { snapshotMessages } from "./snapshot-stream.ts";

function messagesOf(etcd: Etcd) {
  const snapshot = snapshotOf(etcd.exportState(), { raftIndex: 4, raftTerm: 2 });
  return Array.from(snapshotMessages(snapshot, "3.6.0"), ({ blob, remaining_bytes, version }) => ({
    blob: Buffer.from(blob as Uint8Array),
    remaining: Number(remaining_bytes),
    version,
  }));
}

test("a small snapshot is one message with the database and one with its checksum", () => {
  const [database, checksum, ...rest] = messagesOf(createEtcd());
  assert.deepEqual(rest, []);
  assert.equal(database?.blob.length, 4 * 4096);
  assert.deepEqual([database?.remaining, checksum?.remaining], [0, 0]);
  assert.deepEqual([database?.version, checksum?.version], ["3.6.0", "3.6.0"]);
  assert.deepEqual(
    checksum?.blob,
    createHash("sha256")
      .update(database?.blob ?? "")
      .digest(),
  );
});

test("a large one comes in pieces of 32 KiB, each telling what is still to come", () => {
  const etcd = createEtcd();
  for (const key of ["a", "b", "c"]) etcd.put({ key, value: "x".repeat(40_000) });
  const messages = messagesOf(etcd);
  const pieces = messages.slice(0, -1);
  assert.ok(pieces.slice(0, -1).every(({ blob }) => blob.length === 32 * 1024));
  const whole = Buffer.concat(pieces.map(({ blob }) => blob));
  let sent = 0;
  for (const { blob, remaining } of pieces) {
    sent += blob.length;
    assert.equal(remaining, whole.length - sent);
  }
  assert.deepEqual(messages.at(-1)?.blob, createHash("sha256").update(whole).digest());
});
