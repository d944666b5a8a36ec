import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createSeededRandom } from "@leaderlab/clock";
import { diskFiles } from "../disk-files.ts";
import { createNodeKeys } from "../node-keys.ts";
import { createChannelBackup, refreshBackupFile } from "./channel-backup.ts";
import { openXchacha, sealXchacha } from "./xchacha20-poly1305.ts";

const backupOf = (seed: number) =>
  createChannelBackup(createNodeKeys(Buffer.alloc(16, seed), 1), createSeededRandom(seed));

test("XChaCha20-Poly1305 seals the draft's example as the draft says", () => {
  const clear =
    "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, sunscreen would be it.";
  const key = Buffer.from(Array.from({ length: 32 }, (_value, index) => 0x80 + index));
  const nonce = Buffer.from(Array.from({ length: 24 }, (_value, index) => 0x40 + index));
  const additional = Buffer.from("50515253c0c1c2c3c4c5c6c7", "hex");
  const sealed = sealXchacha(key, nonce, Buffer.from(clear), additional);
  assert.equal(sealed.subarray(0, 16).toString("hex"), "bd6d179d3e83d43b9576579493c0e939");
  assert.equal(sealed.subarray(-16).toString("hex"), "c0875924c1c7987947deafd8780acf49");
  assert.equal(String(openXchacha(key, nonce, sealed, additional)), clear);
  sealed[0] = 0;
  assert.equal(openXchacha(key, nonce, sealed, additional), undefined);
});

test("an empty backup is 45 bytes that its own wallet knows and no other", () => {
  const sealed = backupOf(1).seal();
  assert.equal(sealed.length, 45);
  assert.equal(backupOf(1).isOwn(sealed), true);
  assert.equal(backupOf(2).isOwn(sealed), false);
  assert.equal(backupOf(1).isOwn(Buffer.alloc(3)), false);
});

test("a folder that holds the backup of another wallet is refused, and its file is left alone", () => {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-backup-"));
  try {
    const path = join(folder, "channel.backup");
    refreshBackupFile(diskFiles, path, backupOf(1));
    const first = readFileSync(path);
    assert.equal(statSync(path).size, 45);
    assert.throws(
      () => refreshBackupFile(diskFiles, path, backupOf(2)),
      /^Error: unable to start server: .*chacha20poly1305: message authentication failed$/,
    );
    assert.deepEqual(readFileSync(path), first);
    const backup = backupOf(1);
    backup.seal();
    refreshBackupFile(diskFiles, path, backup);
    assert.notDeepEqual(readFileSync(path), first);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
