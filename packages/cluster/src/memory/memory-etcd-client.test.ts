import assert from "node:assert/strict";
import { test } from "node:test";
import { createHostClock, createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { EtcdClientError, toBytes } from "@leaderlab/election";
import { MemoryEtcd } from "./memory-etcd.ts";
import { MemoryEtcdClient } from "./memory-etcd-client.ts";
import { MemoryNetwork } from "./memory-network.ts";

const address = "10.0.0.1:2379";

function lab() {
  const clock = createVirtualClock(undefined, { settle: "microtasks" });
  const network = new MemoryNetwork({ clock, seed: 1 });
  const random = createSeededRandom(1);
  const etcd = new MemoryEtcd({
    clock,
    random,
    network,
    address,
    maxTxnOps: 128,
    dress: (core) => core,
  });
  const host = { name: "lnd-1", clock: createHostClock(clock) };
  const client = new MemoryEtcdClient({
    host,
    dial: (outcome) => network.dial(host, address, outcome),
  });
  /** What a promise comes to while time goes on. */
  const settled = async <T>(work: Promise<T>, limitMs = 60_000): Promise<T> => {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    await clock.runUntil(() => isOver, limitMs);
    return work;
  };
  const blackhole = () =>
    network.poison({
      link: { from: "lnd-1", to: "etcd" },
      direction: "both",
      toxic: { openJudge: () => () => "hold" },
    });
  return { clock, network, etcd, client, settled, blackhole };
}

const key = toBytes("k");
const put = (value: string, lease?: bigint) => ({
  compare: [],
  success: [
    {
      kind: "put" as const,
      request: { key, value: toBytes(value), ...(lease !== undefined && { lease }) },
    },
  ],
  failure: [],
});

const isError =
  (code: string, notSent = false) =>
  (error: unknown) =>
    error instanceof EtcdClientError && error.code === code && error.notSent === notSent;

test("reads, writes and deletions have the shapes that the port promises", async () => {
  const { client, settled } = lab();
  const written = await settled(client.txn(put("v")));
  assert.deepEqual([written.succeeded, written.revision], [true, 2]);
  const { kvs, count } = await settled(client.get({ key }));
  assert.deepEqual([count, Buffer.from(kvs[0]?.value ?? []).toString()], [1, "v"]);
  assert.deepEqual(await settled(client.deleteRange({ key })), { revision: 3, deleted: 1 });
});

test("an etcd that is not there was sent nothing; one that goes in the middle leaves the outcome open", async () => {
  const { client, etcd, settled } = lab();
  etcd.stop();
  await assert.rejects(settled(client.get({ key })), isError("UNAVAILABLE", true));
  etcd.start();
  await settled(client.get({ key }));
  const asked = client.get({ key });
  etcd.stop();
  await assert.rejects(settled(asked), isError("UNAVAILABLE", false));
});

test("behind a partition a dial gives up after 10 s, and a request on a living connection after 30 s", async () => {
  const { client, clock, settled, blackhole } = lab();
  const cure = blackhole();
  const startMs = clock.now();
  await assert.rejects(settled(client.get({ key })), isError("UNAVAILABLE", true));
  assert.equal(clock.now() - startMs, 10_000);
  cure();
  await settled(client.get({ key }));
  blackhole();
  const askedMs = clock.now();
  await assert.rejects(settled(client.get({ key })), isError("DEADLINE_EXCEEDED"));
  assert.equal(clock.now() - askedMs, 30_000);
});

test("a watch is confirmed, told every change from its revision on, and breaks with the connection", async () => {
  const { client, etcd, settled } = lab();
  await settled(client.txn(put("1")));
  const { signal } = new AbortController();
  const watch = client.watch({ key }, 2, signal)[Symbol.asyncIterator]();
  assert.deepEqual((await settled(watch.next())).value, { revision: 2, created: true, events: [] });
  assert.equal((await settled(watch.next())).value.events[0]?.kv.modRevision, 2);
  await settled(client.txn(put("2")));
  assert.equal((await settled(watch.next())).value.events[0]?.kv.modRevision, 3);
  const next = watch.next();
  etcd.stop();
  await assert.rejects(settled(next), isError("UNAVAILABLE"));
});

test("a watch from a compacted revision is refused as such, and an aborted one throws the reason", async () => {
  const { client, clock, etcd, settled } = lab();
  for (const value of ["1", "2", "3"]) await settled(client.txn(put(value)));
  etcd.apply((core) => core.compact(3));
  const controller = new AbortController();
  const refused = client.watch({ key }, 1, controller.signal)[Symbol.asyncIterator]();
  const both = (async () => {
    await refused.next();
    await refused.next();
  })();
  await assert.rejects(settled(both), isError("OUT_OF_RANGE"));
  const watch = client.watch({ key }, 0, controller.signal)[Symbol.asyncIterator]();
  await settled(watch.next());
  const next = watch.next();
  controller.abort(new Error("enough"));
  await assert.rejects(settled(next), /enough/);
  await clock.advance(10);
  assert.equal(etcd.core.counts.watchStreams, 0, "etcd has heard that nobody is interested");
});

test("a keep-alive renews a lease and answers 0 for one that is gone; after a restart a lease has its whole TTL", async () => {
  const { client, clock, etcd, settled } = lab();
  const lease = await settled(client.grant(10));
  await settled(client.txn(put("v", lease.id)));
  await clock.advance(8000);
  const { signal } = new AbortController();
  const stream = client.keepAlive(lease.id, signal);
  const answers = stream[Symbol.asyncIterator]();
  stream.send();
  assert.equal((await settled(answers.next())).value.ttlSeconds, 10);
  await clock.advance(8000);
  etcd.stop();
  await clock.advance(60_000);
  etcd.start();
  assert.equal(etcd.core.leaseRemainingMs(lease.id), 11_000, "and etcd's election timeout");
  await clock.advance(10_500);
  assert.equal((await settled(client.get({ key }))).count, 1);
  await clock.advance(1000);
  assert.equal((await settled(client.get({ key }))).count, 0);
  const late = client.keepAlive(lease.id, signal);
  late.send();
  assert.equal((await settled(late[Symbol.asyncIterator]().next())).value.ttlSeconds, 0);
});

test("a refusal of etcd's has etcd's code and text; a closed client cancels everything", async () => {
  const { client, settled } = lab();
  await assert.rejects(settled(client.revoke(5n)), (error: unknown) => {
    assert.ok(error instanceof EtcdClientError);
    assert.deepEqual(
      [error.code, error.message],
      ["NOT_FOUND", "etcdserver: requested lease not found"],
    );
    return true;
  });
  const asked = client.get({ key });
  client.close();
  await assert.rejects(settled(asked), isError("CANCELLED"));
  await assert.rejects(settled(client.get({ key })), isError("CANCELLED"));
});
