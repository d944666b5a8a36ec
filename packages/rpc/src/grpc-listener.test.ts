import assert from "node:assert/strict";
import { once } from "node:events";
import { type ClientHttp2Session, type ClientHttp2Stream, connect } from "node:http2";
import { after, before, beforeEach, test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { etcd } from "@leaderlab/proto";
import { createGrpcListener, type GrpcListener } from "./grpc-listener.ts";
import { type Call, implement } from "./handler.ts";
import { frameMessage } from "./message-reader.ts";
import { type PortMux, startPortMux } from "./port-mux.ts";
import { createRouter } from "./router.ts";

const clock = createVirtualClock();
const events: string[] = [];
let calls: Call[] = [];
let sent = 0;
let received = 0;
let release: () => void = () => {};
let listener: GrpcListener;
let mux: PortMux;

const kv = implement(etcd.kv, {
  /** Answers to a request for many records with a large message. */
  Range: ({ limit }, call) => {
    calls.push(call);
    return limit === "0" ? {} : { kvs: [{ value: Buffer.alloc(Number(limit)) }] };
  },
  Put: (_request, call) => {
    calls.push(call);
    return new Promise((resolve) => {
      release = () => resolve({});
    });
  },
});
const lease = implement(etcd.lease, {
  /** Reads only when it is released, and then answers each request. */
  async *LeaseKeepAlive(requests, call) {
    calls.push(call);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
    for await (const { ID } of requests) {
      received += 1;
      yield { ID };
    }
  },
});
const maintenance = implement(etcd.maintenance, {
  /** Sends without an end. */
  async *Snapshot(_request, call) {
    calls.push(call);
    try {
      while (!call.signal.aborted) {
        sent += 1;
        yield { blob: Buffer.alloc(1000) };
      }
    } finally {
      events.push("snapshot left");
    }
  },
});

before(async () => {
  const router = createRouter({
    implementations: [kv, lease, maintenance],
    onFault: (error) => assert.fail(String(error)),
    taps: [
      ({ method }) => ({
        end: (refusal) => void events.push(`${method.name} ${refusal?.code ?? "OK"}`),
      }),
    ],
  });
  listener = createGrpcListener(router, {
    clock,
    maxConcurrentStreams: 3,
    pings: { minIntervalMs: 5000 },
  });
  mux = await startPortMux({ host: "127.0.0.1", grpc: listener.accept });
});
after(() => mux.stop());
beforeEach(() => {
  events.length = 0;
  calls = [];
  sent = 0;
  received = 0;
});

function dial(): ClientHttp2Session {
  const session = connect(`http://${mux.address}`);
  session.on("error", () => {});
  return session;
}

function call(session: ClientHttp2Session, path: string, headers = {}): ClientHttp2Stream {
  const stream = session.request(
    { ":method": "POST", ":path": path, "content-type": "application/grpc", ...headers },
    { endStream: false },
  );
  stream.on("error", () => {});
  return stream;
}

const paths = {
  range: "/etcdserverpb.KV/Range",
  put: "/etcdserverpb.KV/Put",
  keepAlive: "/etcdserverpb.Lease/LeaseKeepAlive",
  snapshot: "/etcdserverpb.Maintenance/Snapshot",
};
const empty = frameMessage(Buffer.alloc(0), false);
const isAborted = ({ signal }: Call) => signal.aborted || once(signal, "abort");

/** Lets what is on its way over the loopback arrive: until this many turns of the loop have brought nothing new. */
async function settle(look: () => unknown, quietTurns = 20): Promise<void> {
  let last = look();
  for (let turn = 0; turn < quietTurns; turn += 1) {
    await new Promise(setImmediate);
    if (look() !== last) turn = 0;
    last = look();
  }
}

async function begun(): Promise<Call> {
  while (calls.length === 0) await new Promise(setImmediate);
  return calls[0] as Call;
}

test("metadata comes value by value, and bytes come decoded", async () => {
  const session = dial();
  const stream = call(session, paths.range, { token: ["a, b", "c"], "some-bin": "a2V5" });
  stream.end(empty);
  stream.resume();
  await once(stream, "close");
  const { metadata } = { metadata: (key: string) => calls[0]?.metadata(key) };
  assert.deepEqual(metadata("token"), ["a, b", "c"]);
  assert.deepEqual(metadata("some-bin"), ["key"]);
  assert.deepEqual(metadata("other"), []);
  session.destroy();
});

test("a call whose handler waits is reset at its deadline, and its signal aborts", async () => {
  const session = dial();
  const stream = call(session, paths.put, { "grpc-timeout": "3S" });
  stream.end(empty);
  const closed = once(stream, "close");
  const { signal } = await begun();
  await clock.advance(2999);
  assert.equal(signal.aborted, false);
  await clock.advance(1);
  assert.equal(signal.aborted, true);
  await closed;
  assert.equal(stream.rstCode, 8);
  release();
  await settle(() => events.length);
  assert.deepEqual(events, ["Put OK"]);
  session.destroy();
});

test("a client that cancels aborts the signal, and the handler's stream is left", async () => {
  const session = dial();
  const stream = call(session, paths.snapshot);
  stream.end(empty);
  await once(stream, "data");
  stream.close(8);
  await isAborted(await begun());
  while (!events.includes("snapshot left")) await new Promise(setImmediate);
  await settle(() => events.length);
  assert.deepEqual(events, ["snapshot left", "Snapshot CANCELLED"]);
  session.destroy();
});

test("a client that goes away aborts its calls", async () => {
  const session = dial();
  call(session, paths.put).end(empty);
  const begunCall = await begun();
  const { signal } = begunCall;
  session.destroy();
  await isAborted(begunCall);
  assert.equal(signal.aborted, true);
  release();
});

test("a handler sends no faster than its client reads", async () => {
  const session = dial();
  const stream = call(session, paths.snapshot);
  stream.end(empty);
  stream.pause();
  await begun();
  await settle(() => sent, 200);
  assert.ok(sent > 10, `${sent}`);
  assert.ok(sent < 500, `${sent} messages of 1000 bytes wait for a client that reads none`);
  const before = sent;
  stream.resume();
  while (sent < before + 1000) await new Promise(setImmediate);
  session.destroy();
});

test("a client sends no faster than a handler reads, and nothing is lost", async () => {
  const session = dial();
  const stream = call(session, paths.keepAlive);
  // Field 15, which nobody knows, makes a message of 16 KiB.
  const padding = Buffer.concat([Buffer.from("08017a808001", "hex"), Buffer.alloc(16_384)]);
  const message = frameMessage(padding, false);
  stream.write(Buffer.concat(Array.from({ length: 400 }, () => message)));
  await begun();
  await settle(() => stream.bufferSize, 200);
  assert.ok(stream.bufferSize > 0, "more than the window and what the server holds");
  stream.resume();
  release();
  while (received < 400) await new Promise(setImmediate);
  await settle(() => received);
  assert.equal(received, 400);
  session.destroy();
});

test("a call beyond the bound of open calls is refused, and one is taken when another is over", async () => {
  const session = dial();
  await once(session, "remoteSettings");
  assert.equal(session.remoteSettings.maxConcurrentStreams, 3);
  const open = [1, 2, 3].map(() => call(session, paths.put));
  for (const stream of open) stream.end(empty);
  while (calls.length < 3) await new Promise(setImmediate);
  open[0]?.close(8);
  open[0]?.resume();
  if (open[0] !== undefined) await once(open[0], "close");
  const next = call(session, paths.range);
  next.end(empty);
  next.resume();
  const [trailers] = await once(next, "trailers");
  assert.equal(trailers["grpc-status"], "0");
  session.destroy();
});

const pong = (session: ClientHttp2Session) =>
  new Promise<boolean>((resolve) => {
    if (!session.ping((error) => resolve(error === null))) resolve(false);
  });

test("a client that pings without end is sent away in grpc-go's words", async () => {
  const session = dial();
  await once(session, "remoteSettings");
  const goneAway = once(session, "goaway");
  for (let count = 0; count < 4; count += 1) void pong(session);
  const [code, , reason] = await goneAway;
  assert.deepEqual([code, reason.toString()], [11, "too_many_pings"]);
  if (!session.destroyed) await once(session, "close");
});

test("a client with open calls may ping as often as the policy says", async () => {
  const session = dial();
  call(session, paths.keepAlive).write(empty);
  await begun();
  for (let count = 0; count < 8; count += 1) {
    assert.equal(await pong(session), true);
    await clock.advance(5000);
  }
  assert.equal(session.destroyed, false);
  session.destroy();
});

test("a client that is sent messages may ping for each of them, as grpc-go does to measure", async () => {
  const session = dial();
  const stream = call(session, paths.keepAlive);
  stream.write(empty);
  await begun();
  release();
  for (let count = 0; count < 20; count += 1) {
    stream.write(empty);
    await once(stream, "data");
    assert.equal(await pong(session), true);
  }
  assert.equal(session.destroyed, false);
  session.destroy();
});

test("a client may ping while it is sent a large message, as grpc-go does to measure", async () => {
  const session = dial();
  const stream = call(session, paths.range);
  stream.end(frameMessage(etcd.kv.methods.Range.encodeRequest({ limit: 2_000_000 }), false));
  let unmeasured = 0;
  let pings = 0;
  for await (const chunk of stream) {
    unmeasured += chunk.length;
    // More than a window: what comes next was sent after the ping before.
    if (unmeasured < 100_000) continue;
    assert.equal(await pong(session), true);
    unmeasured = 0;
    pings += 1;
  }
  assert.ok(pings > 10, `${pings} pings`);
  assert.equal(session.destroyed, false);
  session.destroy();
});

test("what is drained takes no further calls and lets open ones end", async () => {
  const session = dial();
  const stream = call(session, paths.put);
  stream.end(empty);
  await begun();
  const goneAway = once(session, "goaway");
  listener.drain(1000);
  const [code] = await goneAway;
  assert.equal(code, 0);
  release();
  stream.resume();
  const [trailers] = await once(stream, "trailers");
  assert.equal(trailers["grpc-status"], "0");
  if (!session.destroyed) await once(session, "close");
});

test("what does not end while it is drained is cut", async () => {
  const session = dial();
  call(session, paths.put).end(empty);
  await begun();
  listener.drain(1000);
  await settle(() => session.closed);
  await clock.advance(1000);
  if (!session.destroyed) await once(session, "close");
  release();
});
