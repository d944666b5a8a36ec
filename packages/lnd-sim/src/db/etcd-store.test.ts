import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import {
  type EtcdClient,
  EtcdClientError,
  type RangeRequest,
  type TxnRequest,
} from "@leaderlab/election";
import { createEtcdStore } from "./etcd-store.ts";
import { DatabaseError } from "./key-value-store.ts";

const [a, b] = [Buffer.from("a"), Buffer.from("b")];

/** Just enough of etcd for a transaction: keys with mod revisions, and what was asked. */
function createFakeEtcd() {
  const keys = new Map<string, { value: Buffer; modRevision: number }>();
  const asked: { ranges: RangeRequest[]; txns: TxnRequest[] } = { ranges: [], txns: [] };
  const fake = { revision: 1, failure: undefined as Error | undefined };
  const put = (key: string, value: string) => {
    fake.revision += 1;
    keys.set(key, { value: Buffer.from(value), modRevision: fake.revision });
  };
  const client = {
    async get(request: RangeRequest) {
      asked.ranges.push(request);
      if (fake.failure !== undefined) throw fake.failure;
      const found = keys.get(Buffer.from(request.key).toString());
      const kv = { key: request.key, createRevision: 0, version: 1, lease: 0n };
      if (request.rangeEnd !== undefined) {
        const [from, to] = [
          Buffer.from(request.key).toString(),
          `${Buffer.from(request.rangeEnd)}`,
        ];
        const inRange = [...keys].filter(([name]) => name >= from && name < to).sort();
        if (request.sortOrder === "descend") inRange.reverse();
        const kvs = inRange.map(([name, value]) => ({ ...kv, ...value, key: Buffer.from(name) }));
        return { revision: fake.revision, kvs: kvs.slice(0, request.limit), more: false, count: 1 };
      }
      return {
        revision: fake.revision,
        kvs: found ? [{ ...kv, ...found }] : [],
        more: false,
        count: 1,
      };
    },
    async txn(request: TxnRequest) {
      asked.txns.push(request);
      if (fake.failure !== undefined) throw fake.failure;
      const succeeded = request.compare.every(({ key, result, operand }) => {
        const modRevision = keys.get(Buffer.from(key).toString())?.modRevision ?? 0;
        return result === "less" ? modRevision < operand : modRevision === operand;
      });
      for (const op of succeeded ? request.success : []) {
        if (op.kind === "put")
          put(Buffer.from(op.request.key).toString(), Buffer.from(op.request.value).toString());
        if (op.kind === "deleteRange") keys.delete(Buffer.from(op.request.key).toString());
      }
      return { revision: fake.revision, succeeded, responses: [] };
    },
  } as unknown as EtcdClient;
  return { client, keys, asked, put, fake };
}

function storeOn(client: EtcdClient, signal = new AbortController().signal) {
  const clock = createVirtualClock();
  const store = createEtcdStore({ client, clock, prefix: "ns/", signal, close: async () => {} });
  return { clock, store };
}

test("a transaction has lnd's shape: later reads at the first read's revision, compares on what was touched", async () => {
  const etcd = createFakeEtcd();
  etcd.put("ns/a", "old");
  const { store } = storeOn(etcd.client);
  await store.update(async (tx) => {
    assert.equal(String(await tx.get(a)), "old");
    assert.equal(await tx.get(b), undefined);
    tx.put(b, Buffer.from("new"));
    assert.equal(String(await tx.get(b)), "new");
  });
  const [first, second] = etcd.asked.ranges;
  assert.deepEqual([first?.revision, first?.serializable], [undefined, undefined]);
  assert.deepEqual([second?.revision, second?.serializable], [2, true]);
  const [txn] = etcd.asked.txns;
  assert.deepEqual(
    txn?.compare.map(({ key, result, operand }) => [Buffer.from(key).toString(), result, operand]),
    [
      ["ns/a", "equal", 2],
      ["ns/b", "equal", 0],
      ["ns/b", "less", 3],
    ],
  );
  assert.equal(txn?.success.length, 1);
  assert.equal(txn?.failure.length, 2);
  assert.equal(String(etcd.keys.get("ns/b")?.value), "new");
});

test("when somebody else changes what was read, the work runs again on the new state", async () => {
  const etcd = createFakeEtcd();
  etcd.put("ns/a", "1");
  const { store } = storeOn(etcd.client);
  let runs = 0;
  const seen = await store.update(async (tx) => {
    runs += 1;
    const value = String(await tx.get(a));
    if (runs === 1) etcd.put("ns/a", "2");
    tx.put(b, Buffer.from(`from ${value}`));
    return value;
  });
  assert.deepEqual([runs, seen, String(etcd.keys.get("ns/b")?.value)], [2, "2", "from 2"]);
});

test("a conflict that never ends is an error after a hundred attempts", async () => {
  const etcd = createFakeEtcd();
  const { store } = storeOn(etcd.client);
  const endless = store.update(async (tx) => {
    await tx.get(a);
    etcd.put("ns/a", "again");
  });
  await assert.rejects(
    endless,
    (error) => error instanceof DatabaseError && /conflicts/.test(error.message),
  );
  assert.equal(etcd.asked.txns.length, 100);
});

test("work that touches nothing asks nothing of etcd", async () => {
  const etcd = createFakeEtcd();
  assert.equal(await storeOn(etcd.client).store.update(async () => 7), 7);
  assert.deepEqual(etcd.asked, { ranges: [], txns: [] });
});

test("an etcd that refuses, or stays away for 30 seconds, is named in lnd's words", async () => {
  const etcd = createFakeEtcd();
  etcd.fake.failure = new EtcdClientError(
    "INVALID_ARGUMENT",
    "etcdserver: too many operations in txn request",
  );
  const writing = storeOn(etcd.client).store.update(async (tx) => tx.put(a, a));
  await assert.rejects(writing, {
    message: "etcd error: stm.Commit() failed - etcdserver: too many operations in txn request",
  });
  etcd.fake.failure = new EtcdClientError("UNAVAILABLE", "gone", { notSent: true });
  const { clock, store } = storeOn(etcd.client);
  const reading = assert.rejects(
    store.update((tx) => tx.get(a)),
    { message: "etcd error: stm.fetch() failed - context deadline exceeded" },
  );
  await clock.advance(30_000);
  await reading;
});

test("a view reads at one revision, scans in its namespace, and begins anew when that revision is gone", async () => {
  const etcd = createFakeEtcd();
  for (const name of ["a", "b", "c"]) etcd.put(`ns/${name}`, name);
  etcd.put("zz", "another's");
  const { store } = storeOn(etcd.client);
  const names = (limit: number, isReversed: boolean) =>
    store.view(async (view) => {
      await view.get(a);
      const found = await view.scan(a, Buffer.from("c"), { limit, isReversed });
      return found.map(({ key, value }) => `${key}=${value}`).join();
    });
  assert.equal(await names(10, false), "a=a,b=b");
  assert.equal(await names(1, true), "b=b");
  const [first, second] = etcd.asked.ranges;
  assert.deepEqual([first?.revision, second?.revision, second?.serializable], [undefined, 5, true]);
  assert.equal(etcd.asked.txns.length, 0);

  etcd.fake.failure = new EtcdClientError(
    "OUT_OF_RANGE",
    "etcdserver: mvcc: required revision has been compacted",
  );
  let attempts = 0;
  const value = await store.view(async (view) => {
    attempts += 1;
    if (attempts === 2) etcd.fake.failure = undefined;
    return view.get(a);
  });
  assert.deepEqual([String(value), attempts], ["a", 2]);
});
