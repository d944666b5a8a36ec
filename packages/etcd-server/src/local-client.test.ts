import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { type EtcdClient, type KeyRange, toBytes, type WatchResult } from "@leaderlab/election";
import { createEtcd } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import type { Call } from "@leaderlab/rpc";
import { createLocalClient } from "./local-client.ts";
import { createKvService } from "./services/kv.ts";
import { createLeaseService } from "./services/lease.ts";
import { createWatchService } from "./services/watch.ts";
import { createStore } from "./store.ts";
import { createTicker } from "./ticker.ts";

const key = toBytes("k");
const range: KeyRange = { key };

/** A client of the services over a store of their own. */
function connected(signal = new AbortController().signal): EtcdClient {
  const clock = createVirtualClock();
  const core = createEtcd({ nowMs: clock.now() });
  const ticker = createTicker(core, clock);
  const store = createStore({ core, clock, ticker, identity: { memberId: 1n, clusterId: 2n } });
  const services = [
    createKvService(store, 1000),
    createLeaseService(store),
    createWatchService(store),
  ];
  const { Campaign } = etcd.election.methods;
  const method = Campaign as unknown as Call["method"];
  const call: Call = { method, transport: "grpc", peer: "", signal, metadata: () => [] };
  return createLocalClient(services, call);
}

const put = (client: EtcdClient, value: string, lease = 0n) =>
  client.txn({
    compare: [],
    success: [{ kind: "put", request: { key, value: toBytes(value), lease } }],
    failure: [],
  });

test("what is written is read, with the revisions of the store", async () => {
  const client = connected();
  const { id, ttlSeconds } = await client.grant(60);
  assert.equal(ttlSeconds, 60);
  assert.equal((await put(client, "v", id)).revision, 2);
  const { kvs, revision } = await client.get(range);
  assert.equal(revision, 2);
  assert.deepEqual(kvs, [
    { key, value: toBytes("v"), createRevision: 2, modRevision: 2, version: 1, lease: id },
  ]);
  assert.deepEqual(await client.deleteRange(range), { revision: 3, deleted: 1 });
});

test("a watch is confirmed, tells of changes, and ends with its signal", async () => {
  const client = connected();
  const stop = new AbortController();
  const results = client.watch(range, 0, stop.signal)[Symbol.asyncIterator]();
  const next = async () => (await results.next()).value as WatchResult;
  assert.equal((await next()).created, true);
  await put(client, "v");
  await client.deleteRange(range);
  assert.deepEqual(
    [(await next()).events[0]?.type, (await next()).events[0]?.type],
    ["put", "delete"],
  );
  const last = results.next();
  stop.abort(new Error("enough"));
  await assert.rejects(last, /enough/);
});

test("a lease is kept alive as often as it is asked for, until it is revoked", async () => {
  const client = connected();
  const { id } = await client.grant(60);
  const stop = new AbortController();
  const stream = client.keepAlive(id, stop.signal);
  const answers = stream[Symbol.asyncIterator]();
  stream.send();
  assert.deepEqual((await answers.next()).value, { ttlSeconds: 60 });
  await client.revoke(id);
  stream.send();
  assert.deepEqual((await answers.next()).value, { ttlSeconds: 0 });
  stop.abort(new Error("enough"));
  await assert.rejects(answers.next(), /enough/);
});

test("a refusal keeps etcd's code and text", async () => {
  const client = connected();
  await assert.rejects(client.revoke(1n), {
    name: "EtcdClientError",
    code: "NOT_FOUND",
    message: "etcdserver: requested lease not found",
  });
  await assert.rejects(put(client, "x".repeat(2000)), { code: "INVALID_ARGUMENT" });
});
