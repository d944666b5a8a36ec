import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { type Peer, type RelayBench, startRelayBench } from "./testing/relay-bench.ts";

/** A connection that is open on both sides, and in between. */
async function connected(bench: RelayBench): Promise<{ client: Peer; server: Peer }> {
  const [server, client] = await Promise.all([bench.accepted(), bench.open()]);
  await bench.settled();
  return { client, server };
}

test("bytes pass both ways, and the end of one side leaves the other open", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  client.socket.end("ping");
  await server.bytes(4);
  await server.ended;
  server.socket.end("pong");
  assert.equal(await client.closed, "end");
  assert.deepEqual([server.received, client.received], ["ping", "pong"]);
});

test("a reset on one side is a reset on the other", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  server.socket.resetAndDestroy();
  assert.equal(await client.closed, "ECONNRESET");
});

test("where nobody listens behind it, a connection is reset; while it is shut, refused", async () => {
  await using bench = await startRelayBench();
  const { client } = await connected(bench);
  bench.relay.shut();
  const refused = connect(bench.relay.address);
  const [error] = await once(refused, "error");
  assert.equal(error.code, "ECONNREFUSED");
  assert.equal(client.socket.closed, false);
  await bench.relay.open();
  await connected(bench);
});

test("a blackhole leaves connections open and carries nothing; once undone, everything arrives", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  const undo = bench.strike({ kind: "blackhole" });
  client.socket.write("from the client");
  server.socket.end("from the server");
  await bench.settled();
  await bench.clock.advance(3_600_000);
  assert.deepEqual([server.received, client.received, client.hasEnded], ["", "", false]);
  await undo();
  await Promise.all([server.bytes(15), client.bytes(15)]);
  await client.ended;
});

test("a new connection through a blackhole is taken and hangs; once undone, it gets through", async () => {
  await using bench = await startRelayBench();
  const undo = bench.strike({ kind: "blackhole" });
  const client = await bench.open();
  client.socket.write("hello");
  await bench.settled();
  assert.deepEqual([bench.acceptedCount, client.socket.closed], [0, false]);
  const accepted = bench.accepted();
  await undo();
  const server = await accepted;
  await server.bytes(5);
});

test("a reset that meets a blackhole is not seen on the other side before that is gone", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  const undo = bench.strike({ kind: "blackhole" });
  server.socket.resetAndDestroy();
  await bench.settled();
  assert.equal(client.socket.closed, false);
  await undo();
  assert.equal(await client.closed, "ECONNRESET");
});

test("a blackhole one way lets the other way pass", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  bench.strike({ kind: "blackhole", direction: "toServer" });
  client.socket.write("lost for now");
  server.socket.write("passes");
  await client.bytes(6);
  await bench.settled();
  assert.equal(server.received, "");
});

test("reset cuts living connections on both sides, and each new one, until it is undone", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  const undo = bench.strike({ kind: "reset" });
  assert.deepEqual(await Promise.all([client.closed, server.closed]), ["ECONNRESET", "ECONNRESET"]);
  assert.equal(await bench.dial().closed, "ECONNRESET");
  await undo();
  await connected(bench);
});

test("latency holds each piece back by its time, and keeps their order", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  bench.strike({ kind: "latency", latencyMs: 100, direction: "toServer" });
  client.socket.write("a");
  await bench.settled();
  await bench.clock.advance(60);
  client.socket.end("b");
  await bench.settled();
  await bench.clock.advance(39);
  await bench.settled();
  assert.equal(server.received, "");
  await bench.clock.advance(1);
  await server.bytes(1);
  assert.equal(server.received, "a");
  await bench.clock.advance(60);
  await server.bytes(2);
  await server.ended;
});

test("what waits in a slow link passes at once when that is undone, and never later by a second fault", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  const undo = bench.strike({ kind: "latency", latencyMs: 1000 });
  client.socket.write("a");
  await bench.settled();
  await bench.clock.advance(900);
  bench.strike({ kind: "latency", latencyMs: 50 });
  await bench.clock.advance(100);
  await server.bytes(1);
  client.socket.write("b");
  await bench.settled();
  await undo();
  await bench.clock.advance(50);
  await server.bytes(2);
});

test("a thin pipe lets so many bytes a second pass", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  bench.strike({ kind: "bandwidth", bytesPerSecond: 100 });
  for (const part of ["0123456789", "abcdefghij"]) {
    client.socket.write(part);
    await bench.settled();
  }
  await bench.clock.advance(100);
  await server.bytes(10);
  await bench.clock.advance(99);
  await bench.settled();
  assert.equal(server.received, "0123456789");
  await bench.clock.advance(1);
  await server.bytes(20);
});

test("a slow close keeps a connection that is over alive for a while", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  bench.strike({ kind: "slowClose", delayMs: 500 });
  server.socket.end("bye");
  await client.bytes(3);
  await bench.settled();
  await bench.clock.advance(499);
  await bench.settled();
  assert.equal(client.hasEnded, false);
  await bench.clock.advance(1);
  await client.ended;
});

test("a sender feels a link that carries nothing: what waits in it is bounded, and nothing is lost", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  const undo = bench.strike({ kind: "blackhole" });
  const bytes = 64 * 1024 * 1024;
  client.socket.end(Buffer.alloc(bytes));
  await bench.settled();
  assert.ok(client.socket.writableLength > 0, "the sender's own buffer keeps the rest");
  await undo();
  await server.bytes(bytes);
});

test("a sender feels a receiver that does not read, without any fault", async () => {
  await using bench = await startRelayBench();
  const { client, server } = await connected(bench);
  server.socket.pause();
  const bytes = 64 * 1024 * 1024;
  client.socket.end(Buffer.alloc(bytes));
  await bench.settled();
  assert.ok(client.socket.writableLength > 0);
  server.socket.resume();
  await server.bytes(bytes);
});

test("what would have to read messages is refused on a link that cannot", async () => {
  await using bench = await startRelayBench();
  assert.throws(() => bench.strike({ kind: "dropWatchEvents" }), {
    name: "FaultError",
    message: /does not read messages: it is under TLS/,
  });
});
