import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { LndError } from "../errors.ts";
import { startTestPostgres, type TestPostgres } from "../testing/test-postgres.ts";
import { DatabaseError, type KeyValueStore } from "./key-value-store.ts";
import { openPostgresStore } from "./postgres-store.ts";

let postgres: TestPostgres;
const stores: KeyValueStore[] = [];

before(async () => {
  postgres = await startTestPostgres();
});
after(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await postgres[Symbol.asyncDispose]();
});

async function open(dsn = postgres.dsn): Promise<KeyValueStore> {
  const { signal } = new AbortController();
  const options = { dsn, timeoutMs: 0, maxConnections: 4, clock: createRealClock(), signal };
  const store = await openPostgresStore(options);
  stores.push(store);
  return store;
}

/** A key of its own for each test, so that a Postgres that is kept can be used again. */
const newKey = () => Buffer.concat([Buffer.from("walletdb"), randomBytes(16), Buffer.from([0])]);
const read = (store: KeyValueStore, key: Buffer) => store.update((tx) => tx.get(key));

test("what one store commits another one reads, to the byte", async () => {
  const [one, other] = [await open(), await open()];
  const [key, gone] = [newKey(), newKey()];
  const value = Buffer.from(Array.from({ length: 256 }, (_value, byte) => byte));
  await one.update(async (tx) => {
    tx.put(key, value);
    tx.put(gone, Buffer.alloc(0));
  });
  assert.deepEqual(await read(other, key), value);
  assert.deepEqual(await read(other, gone), Buffer.alloc(0));
  await other.update(async (tx) => tx.delete(gone));
  assert.equal(await read(one, gone), undefined);
});

test("a transaction sees its own writes, and none of them stays when its work fails", async () => {
  const store = await open();
  const key = newKey();
  const failure = new Error("the work failed");
  await assert.rejects(
    store.update(async (tx) => {
      tx.put(key, Buffer.from("1"));
      assert.deepEqual(await tx.get(key), Buffer.from("1"));
      throw failure;
    }),
    failure,
  );
  assert.equal(await read(store, key), undefined);
});

test("a refusal that the work throws is the caller's, and nothing of the driver's", async () => {
  const store = await open();
  const refusal = new LndError("duplicateInvoice");
  const refused = store.update(async () => {
    throw refusal;
  });
  await assert.rejects(refused, (error) => error === refusal);
});

test("a view scans a range of keys in the order of their bytes, from either end", async () => {
  const store = await open();
  const prefix = newKey();
  const at = (byte: number) => Buffer.concat([prefix, Buffer.from([byte])]);
  await store.update(async (tx) => {
    for (const byte of [0x80, 0x01, 0xff, 0x7f]) tx.put(at(byte), Buffer.from([byte]));
  });
  const scan = (limit: number, isReversed: boolean) =>
    store.view(async (view) => {
      const found = await view.scan(at(0x01), at(0xff), { limit, isReversed });
      return found.map(({ value }) => value[0]);
    });
  assert.deepEqual(await scan(10, false), [0x01, 0x7f, 0x80]);
  assert.deepEqual(await scan(2, true), [0x80, 0x7f]);
});

test("two stores that count in one place lose no count", async () => {
  const both = [await open(), await open()];
  const key = newKey();
  const rounds = 10;
  const count = (store: KeyValueStore) =>
    store.update(async (tx) => {
      const before = Number((await tx.get(key)) ?? 0);
      tx.put(key, Buffer.from(String(before + 1)));
    });
  for (let round = 0; round < rounds; round++) await Promise.all(both.map(count));
  assert.equal(String(await read(both[0] ?? assert.fail(), key)), String(2 * rounds));
});

test("a Postgres that is not there is told in the driver's words", async () => {
  await assert.rejects(
    open("postgres://bob:secret@127.0.0.1:1/lnd"),
    new DatabaseError(
      "failed to connect to `user=bob database=lnd`: 127.0.0.1:1 (127.0.0.1): dial error: " +
        "dial tcp 127.0.0.1:1: connect: connection refused",
    ),
  );
});
