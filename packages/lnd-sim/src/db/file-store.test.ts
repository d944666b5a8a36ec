import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { openFileStore } from "./file-store.ts";
import { DatabaseError } from "./key-value-store.ts";

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-file-store-"));
  path = join(folder, "deep", "wallet.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

const key = Buffer.from([0, 0xff, 0x80]);

test("what was committed is there when the file is opened again, binary keys included", async () => {
  await openFileStore(path).update(async (tx) => tx.put(key, Buffer.from("value")));
  const again = openFileStore(path);
  assert.equal(String(await again.update((tx) => tx.get(key))), "value");
  await again.update(async (tx) => tx.delete(key));
  assert.equal(await openFileStore(path).update((tx) => tx.get(key)), undefined);
});

test("only its owner may read the file, and nothing else is left beside it", async () => {
  await openFileStore(path).update(async (tx) => tx.put(key, key));
  assert.equal(statSync(path).mode & 0o777, 0o600);
  assert.deepEqual(readdirSync(join(folder, "deep")), ["wallet.db"]);
});

test("a transaction whose work throws changes nothing", async () => {
  const store = openFileStore(path);
  await store.update(async (tx) => tx.put(key, Buffer.from("old")));
  const failing = store.update(async (tx) => {
    tx.put(key, Buffer.from("new"));
    throw new Error("no");
  });
  await assert.rejects(failing, /^Error: no$/);
  assert.equal(String(await store.update((tx) => tx.get(key))), "old");
});

test("transactions run one after the other and see what the last one wrote", async () => {
  const store = openFileStore(path);
  const increment = () =>
    store.update(async (tx) => {
      const count = (await tx.get(key))?.readUInt8() ?? 0;
      tx.put(key, Buffer.from([count + 1]));
    });
  await Promise.all(Array.from({ length: 20 }, increment));
  assert.equal((await store.update((tx) => tx.get(key)))?.readUInt8(), 20);
});

test("a damaged file is refused by name and left as it is", async () => {
  await openFileStore(path).update(async (tx) => tx.put(key, key));
  const cut = readFileSync(path, "utf8").slice(0, -5);
  writeFileSync(path, cut);
  assert.throws(
    () => openFileStore(path),
    (error) => error instanceof DatabaseError && error.message.includes(path),
  );
  assert.equal(readFileSync(path, "utf8"), cut);
});
