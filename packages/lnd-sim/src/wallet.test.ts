import assert from "node:assert/strict";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { scryptSecret } from "./stretch-secret.ts";
import { createMemoryStore } from "./testing/memory-store.ts";
import {
  changeWalletPassword,
  createWallet,
  decrypt,
  encrypt,
  openWallet,
  walletExists,
} from "./wallet.ts";

const tools = { random: createSystemRandom(), stretchSecret: scryptSecret };
const password = Buffer.from("a password");
const entropy = Buffer.from("0123456789abcdef");

test("a wallet opens with its password on whatever node reads the store, and with no other", async () => {
  const store = createMemoryStore();
  assert.equal(await walletExists(store), false);
  const created = await createWallet(store, { password, entropy, birthday: 1_700_000_000 }, tools);
  assert.equal(await walletExists(store), true);
  assert.deepEqual(await openWallet(store, password, tools), created);
  assert.equal(await openWallet(store, Buffer.from("a passwor"), tools), undefined);
  assert.equal(await openWallet(store, Buffer.alloc(0), tools), undefined);
});

test("neither the entropy nor the password stands in the store in clear", async () => {
  const store = createMemoryStore();
  await createWallet(store, { password, entropy, birthday: 0 }, tools);
  const stored = Buffer.concat(
    [...store.entries].flatMap(([key, value]) => [Buffer.from(key, "latin1"), value]),
  );
  assert.equal(stored.includes(entropy), false);
  assert.equal(stored.includes(password), false);
});

test("after a change of password the old one is wrong and the keys are the same", async () => {
  const store = createMemoryStore();
  const created = await createWallet(store, { password, entropy, birthday: 0 }, tools);
  await changeWalletPassword(store, created, Buffer.from("another one"), tools);
  assert.equal(await openWallet(store, password, tools), undefined);
  assert.deepEqual(await openWallet(store, Buffer.from("another one"), tools), created);
});

test("creating a wallet is one transaction of lnd's size: 519 keys read, 766 written", async () => {
  const store = createMemoryStore();
  const sizes: { reads: number; writes: number }[] = [];
  const counting = {
    ...store,
    update: <T>(work: Parameters<typeof store.update<T>>[0]) =>
      store.update(async (tx) => {
        const [reads, writes] = [new Set<string>(), new Set<string>()];
        const result = await work({
          get: (key) => {
            if (!writes.has(key.toString("latin1"))) reads.add(key.toString("latin1"));
            return tx.get(key);
          },
          put: (key, value) => {
            writes.add(key.toString("latin1"));
            tx.put(key, value);
          },
          delete: (key) => tx.delete(key),
        });
        sizes.push({ reads: reads.size, writes: writes.size });
        return result;
      }),
  };
  await createWallet(counting, { password, entropy, birthday: 0 }, tools);
  assert.deepEqual(sizes.at(-1), { reads: 519, writes: 766 });
});

test("what was sealed under one key does not open under another, or changed by a bit", () => {
  const key = Buffer.alloc(32, 1);
  const sealed = encrypt(key, Buffer.from("secret"), tools.random);
  assert.equal(String(decrypt(key, sealed)), "secret");
  assert.throws(() => decrypt(Buffer.alloc(32, 2), sealed));
  sealed.writeUInt8((sealed[15] ?? 0) ^ 1, 15);
  assert.throws(() => decrypt(key, sealed));
});
