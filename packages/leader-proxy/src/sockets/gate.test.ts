import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { after, afterEach, beforeEach, test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { LeaderTracker } from "../leader-tracker.ts";
import { FakeNode, sourceOf } from "../testing/fake-cluster.ts";
import { type Gate, startGate } from "./gate.ts";

const clock = createRealClock();
const timings = { checkIntervalMs: 50, checkTimeoutMs: 200, longestBackoffMs: 50 };

/** A server that says its name, then what it is told. */
async function startEcho(name: string): Promise<{ server: Server; address: string }> {
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => {});
    socket.write(`${name}:`);
    socket.on("data", (bytes) => socket.write(bytes));
    socket.on("end", () => socket.end());
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, address: `127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const echoes = await Promise.all(["lnd-1", "lnd-2"].map(startEcho));
after(() => {
  for (const { server } of echoes) server.close();
});

let nodes: readonly [FakeNode, FakeNode];
let tracker: LeaderTracker;
let gate: Gate;
const sockets: Socket[] = [];

beforeEach(async () => {
  nodes = [new FakeNode("lnd-1", clock), new FakeNode("lnd-2", clock)];
  nodes[0].state = "SERVER_ACTIVE";
  tracker = new LeaderTracker({
    backends: nodes.map(({ backend }) => backend),
    source: sourceOf(nodes),
    clock,
    timings,
  });
  gate = await startGate({
    name: "grpc",
    listen: { host: "127.0.0.1", port: 0 },
    tracker,
    clock,
    addressOf: ({ name }) => echoes[name === "lnd-1" ? 0 : 1]?.address,
    timings: { dialTimeoutMs: 1000, refusalTimeoutMs: 200, halfOpenTimeoutMs: 300 },
    mostConnections: 3,
  });
  tracker.start();
  await turnedTo("lnd-1");
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await gate.stop();
  await tracker.stop();
});

function turnedTo(name: string | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (tracker.leader?.name === name) return resolve();
    const forget = tracker.onTurn(({ to }) => {
      if (to?.name !== name) return;
      forget();
      resolve();
    });
  });
}

function dial(): Socket {
  const socket = connect({ port: Number(gate.address.split(":")[1]), host: "127.0.0.1" });
  sockets.push(socket);
  return socket;
}

/** What comes in until the text is there, or the other side has ended. */
async function readUntil(socket: Socket, text = "\0"): Promise<string> {
  let seen = "";
  for await (const bytes of socket.iterator({ destroyOnReturn: false })) {
    seen += (bytes as Buffer).toString("latin1");
    if (seen.includes(text)) break;
  }
  return seen;
}

/** Resolves when the connection is over, in whatever way. */
function closed(socket: Socket): Promise<void> {
  socket.on("error", () => {});
  return new Promise((resolve) => socket.once("close", () => resolve()));
}

test("bytes pass both ways between a client and the leader, and the end of one side reaches the other", async () => {
  const client = dial();
  client.write("hello");
  assert.equal(await readUntil(client, "hello"), "lnd-1:hello");
  client.end("bye");
  assert.equal(await readUntil(client), "bye");
  assert.equal(gate.counters.routed, 1);
});

test("when another one leads, connections to the old leader are reset at once", async () => {
  const client = dial();
  await readUntil(client, "lnd-1:");
  const failed = once(client, "error");
  nodes[0].restart();
  const [error] = (await failed) as [NodeJS.ErrnoException];
  assert.equal(error.code, "ECONNRESET");
  assert.equal(gate.counters.cut, 1);
  nodes[1].become("RPC_ACTIVE");
  await tracker.confirm(nodes[1].backend);
  nodes[1].become("SERVER_ACTIVE");
  await turnedTo("lnd-2");
  assert.equal(await readUntil(dial(), "lnd-2:"), "lnd-2:");
});

test("without a leader plain HTTP gets 503 with a body as lnd has them, TLS an alert, others an end", async () => {
  nodes[0].restart();
  await turnedTo(undefined);
  const http = dial();
  http.write("GET /v1/state HTTP/1.1\r\nHost: lnd\r\n\r\n");
  const [head, body = ""] = (await readUntil(http)).split("\r\n\r\n");
  assert.match(head ?? "", /^HTTP\/1\.1 503 Service Unavailable\r\n/);
  const message = "leaderlab proxy: no backend leads";
  assert.deepEqual(JSON.parse(body), { code: 14, message, details: [] });
  const tls = dial();
  tls.write(Buffer.from([22, 3, 1, 0, 200]));
  assert.deepEqual([...Buffer.from(await readUntil(tls), "latin1")], [21, 3, 3, 0, 2, 2, 80]);
  const http2 = dial();
  http2.write("PRI * HTTP/2.0\r\n\r\n");
  assert.equal(await readUntil(http2), "");
  assert.equal(gate.counters.refused.noLeader, 3);
});

test("a client that says nothing is refused, too, after a moment", async () => {
  nodes[0].restart();
  await turnedTo(undefined);
  await closed(dial());
});

test("a client is not let through to a leader whose process does not answer", async () => {
  nodes[0].hang();
  const client = dial();
  client.write("GET / HTTP/1.1\r\n\r\n");
  const words = await readUntil(client);
  assert.match(words, /503/);
  assert.doesNotMatch(words, /lnd-1:/);
  assert.equal(gate.counters.routed, 0);
});

test("more clients than are allowed are refused, and there is room again when one has gone", async () => {
  const clients = [dial(), dial(), dial()];
  for (const client of clients) await readUntil(client, "lnd-1:");
  const late = dial();
  late.write("GET / HTTP/1.1\r\n\r\n");
  assert.match(await readUntil(late), /too many connections/);
  const gone = clients[0] as Socket;
  gone.end();
  await readUntil(gone);
  while (gate.connections > 2) await clock.sleep(5);
  assert.equal(await readUntil(dial(), "lnd-1:"), "lnd-1:");
});

test("a client that does not read holds the leader up instead of filling memory", async () => {
  const client = dial();
  await readUntil(client, "lnd-1:");
  client.pause();
  const block = Buffer.alloc(1024 * 1024, 1);
  for (let index = 0; index < 64; index++) client.write(block);
  let before = -1;
  while (gate.counters.bytesToClients !== before) {
    before = gate.counters.bytesToClients;
    await clock.sleep(100);
  }
  assert.ok(gate.counters.bytesToLeader < 40 * 1024 * 1024, "the client feels it as well");
});

test("a connection half of which has ended is cut when nothing comes on the other half", async () => {
  const mute = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => {});
    socket.resume();
  }).listen(0, "127.0.0.1");
  await once(mute, "listening");
  const port = (mute.address() as AddressInfo).port;
  const other = await startGate({
    name: "rest",
    listen: { host: "127.0.0.1", port: 0 },
    tracker,
    clock,
    addressOf: () => `127.0.0.1:${port}`,
    timings: { halfOpenTimeoutMs: 50 },
  });
  const client = connect({ port: Number(other.address.split(":")[1]), allowHalfOpen: true });
  client.end("x");
  client.resume();
  await closed(client);
  await other.stop();
  mute.close();
});
