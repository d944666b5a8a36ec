import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { createEtcd3Client, type Etcd3Client } from "@leaderlab/election/etcd3";
import { type EtcdServer, startEtcd } from "@leaderlab/etcd-server";
import { faultKinds } from "../../faults/index.ts";
import { type Relay, startRelay } from "../relay.ts";

interface Bench extends AsyncDisposable {
  readonly etcd: EtcdServer;
  readonly relay: Relay;
  readonly client: Etcd3Client;
  /** Ends the test's streams. */
  readonly signal: AbortSignal;
}

/** etcd on a virtual clock, a link that reads along, and a client with one connection through it. */
async function startBench(): Promise<Bench> {
  const etcd = await startEtcd({ clock: "virtual", seed: 1 });
  const port = Number(new URL(etcd.endpoint).port);
  const relay = await startRelay({
    clock: createVirtualClock(),
    random: createSeededRandom(1),
    to: () => ({ host: "127.0.0.1", port }),
    readsGrpc: true,
  });
  const endpoints = [`127.0.0.1:${relay.address.port}`];
  const client = createEtcd3Client({ endpoints, clock: createRealClock() });
  const over = new AbortController();
  return {
    etcd,
    relay,
    client,
    signal: over.signal,
    async [Symbol.asyncDispose]() {
      over.abort();
      client.close();
      await relay.stop();
      await etcd.stop();
    },
  };
}

const bytes = (text: string) => Buffer.from(text);
const put = (client: Etcd3Client, key: string, value: string) =>
  client.txn({
    compare: [],
    success: [{ kind: "put", request: { key: bytes(key), value: bytes(value) } }],
    failure: [],
  });

test("keep-alives of one lease are lost: it runs out, while the other and all else live on", async () => {
  await using bench = await startBench();
  const { etcd, client, relay, signal } = bench;
  const [doomed, other] = [await client.grant(5), await client.grant(5)];
  const streams = [doomed, other].map(({ id }) => client.keepAlive(id, signal));
  const [ofDoomed, ofOther] = streams;
  assert.ok(ofDoomed && ofOther);
  const [answersOfDoomed, answersOfOther] = [ofDoomed, ofOther].map((stream) =>
    stream[Symbol.asyncIterator](),
  );
  ofDoomed.send();
  assert.equal((await answersOfDoomed?.next())?.value.ttlSeconds, 5);
  const lease = doomed.id.toString(16);
  const toxic = faultKinds.dropKeepAlives.toxic({ lease });
  const undo = relay.poison({ toxic, direction: "both" });
  for (let seconds = 0; seconds < 6; seconds += 2) {
    ofDoomed.send();
    ofOther.send();
    assert.equal((await answersOfOther?.next())?.value.ttlSeconds, 5);
    await put(client, "key", `at ${seconds}`);
    await etcd.advance(2000);
  }
  assert.deepEqual(
    etcd.leases().map(({ id }) => id),
    [other.id],
  );
  await undo();
  ofDoomed.send();
  assert.equal((await answersOfDoomed?.next())?.value.ttlSeconds, 0);
});

test("events of watches are lost while their streams and all else live on, however many bytes they are", async () => {
  await using bench = await startBench();
  const { client, relay, signal } = bench;
  const watching = client.watch({ key: bytes("key") }, 0, signal)[Symbol.asyncIterator]();
  assert.equal((await watching.next()).value.created, true);
  const undo = relay.poison({ toxic: faultKinds.dropWatchEvents.toxic({}), direction: "both" });
  const value = "x".repeat(100_000);
  for (let index = 0; index < 30; index++) await put(client, "key", `${index} ${value}`);
  const late = client.watch({ key: bytes("key") }, 0, signal)[Symbol.asyncIterator]();
  assert.equal((await late.next()).value.created, true);
  await undo();
  await put(client, "key", "seen");
  for (const stream of [watching, late]) {
    const { events } = (await stream.next()).value;
    assert.deepEqual(
      events.map(({ kv }: { kv: { value: Uint8Array } }) => Buffer.from(kv.value).toString()),
      ["seen"],
    );
  }
});

test("large messages pass a link that reads along as they are", async () => {
  await using bench = await startBench();
  const { client, signal } = bench;
  const watching = client.watch({ key: bytes("key") }, 0, signal)[Symbol.asyncIterator]();
  await watching.next();
  const value = "y".repeat(1_400_000);
  await put(client, "key", value);
  const { events } = (await watching.next()).value;
  assert.equal(Buffer.from(events[0].kv.value).toString(), value);
  assert.equal(
    Buffer.from((await client.get({ key: bytes("key") })).kvs[0]?.value ?? "").toString(),
    value,
  );
});

test("what is no HTTP/2 passes as it is, and its messages cannot be lost", async () => {
  await using bench = await startBench();
  const url = `http://127.0.0.1:${bench.relay.address.port}/health`;
  const answer = await fetch(url, { keepalive: true });
  assert.match(await answer.text(), /"health":"true"/);
  assert.throws(
    () => bench.relay.poison({ toxic: faultKinds.dropKeepAlives.toxic({}), direction: "both" }),
    /cannot be read: it speaks TLS, or no HTTP\/2/,
  );
});
