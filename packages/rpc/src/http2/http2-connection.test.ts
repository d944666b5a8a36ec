import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { after, before, test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import * as etcd from "@leaderlab/proto/etcd";
import { createGrpcListener } from "../grpc-listener.ts";
import { implement } from "../handler.ts";
import { createRouter } from "../router.ts";
import { flags, frameOf, frameTypes, preface, uint32 } from "./frames.ts";
import { encodeHeaders } from "./hpack-encoder.ts";

const clock = createVirtualClock();
let server: Server;
let port: number;

before(async () => {
  /** Answers with as many bytes as it was asked for. */
  const kv = implement(etcd.kv, {
    Range: ({ limit }) => ({ kvs: [{ value: Buffer.alloc(Number(limit), 7) }] }),
  });
  const router = createRouter({ implementations: [kv], onFault: assert.fail });
  const listener = createGrpcListener(router, { clock, maxConcurrentStreams: 2 });
  server = createServer(listener.accept).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as { port: number }).port;
});
after(() => server.close());

const { headers, data, settings, windowUpdate, ping, goAway, reset, continuation } = frameTypes;
const none = Buffer.alloc(0);
const noSettings = frameOf({ type: settings, stream: 0 }, none);
const opening = Buffer.concat([preface, noSettings]);
const head = encodeHeaders({
  ":method": "POST",
  ":scheme": "http",
  ":path": "/etcdserverpb.KV/Range",
  "content-type": "application/grpc",
});
const headersOf = (stream: number, block = head) =>
  frameOf({ type: headers, flag: flags.endHeaders, stream }, block);
const request = (limit: number) => {
  const message = etcd.kv.methods.Range.encodeRequest({ limit });
  return Buffer.concat([Buffer.from([0]), uint32(message.length), message]);
};
const dataOf = (stream: number, limit = 0) =>
  frameOf({ type: data, flag: flags.endStream, stream }, request(limit));
const call = (stream: number, limit = 0) =>
  Buffer.concat([headersOf(stream), dataOf(stream, limit)]);
const set = (id: number, value: number) =>
  frameOf({ type: settings, stream: 0 }, Buffer.concat([Buffer.from([0, id]), uint32(value)]));

interface Received {
  readonly type: number;
  readonly flag: number;
  readonly stream: number;
  readonly payload: Buffer;
}

/** A client of bare frames. */
class RawClient {
  readonly socket: Socket;
  readonly frames: Received[] = [];
  #bytes = none;

  constructor(socket: Socket) {
    this.socket = socket;
    socket.on("error", () => {});
    socket.on("data", (chunk) => {
      this.#bytes = Buffer.concat([this.#bytes, chunk]);
      while (this.#bytes.length >= 9 && this.#bytes.length >= 9 + this.#bytes.readUIntBE(0, 3)) {
        const end = 9 + this.#bytes.readUIntBE(0, 3);
        const [type = 0, flag = 0] = this.#bytes.subarray(3, 5);
        const stream = this.#bytes.readUInt32BE(5);
        this.frames.push({ type, flag, stream, payload: this.#bytes.subarray(9, end) });
        this.#bytes = this.#bytes.subarray(end);
      }
    });
  }

  static async open(...parts: readonly Buffer[]): Promise<RawClient> {
    const socket = dial({ port, host: "127.0.0.1", noDelay: true });
    const client = new RawClient(socket);
    await once(socket, "connect");
    socket.write(Buffer.concat(parts));
    return client;
  }

  /** Waits until a frame has come of which this is true. */
  async until(isIt: (frame: Received) => boolean): Promise<Received> {
    for (;;) {
      const found = this.frames.find(isIt);
      if (found !== undefined) return found;
      assert.ok(!this.socket.destroyed, "the connection ended");
      await Promise.race([once(this.socket, "data"), once(this.socket, "close")]);
    }
  }

  /** How many bytes have come of a stream. */
  bytesOf(stream: number): number {
    return this.frames
      .filter((frame) => frame.type === data && frame.stream === stream)
      .reduce((sum, { payload }) => sum + payload.length, 0);
  }

  async ends(): Promise<number | undefined> {
    if (!this.socket.destroyed) await once(this.socket, "close");
    return this.frames.find(({ type }) => type === goAway)?.payload.readUInt32BE(4);
  }
}

const isTrailer = (stream: number) => (frame: Received) =>
  frame.type === headers && frame.stream === stream && (frame.flag & flags.endStream) !== 0;
/** All that was sent before it has been read when a ping is answered. */
const pinged = async (client: RawClient) => {
  const answers = client.frames.filter(({ type }) => type === ping).length;
  client.socket.write(frameOf({ type: ping, stream: 0 }, Buffer.alloc(8, 1)));
  for (let seen = answers; seen === answers; ) {
    await once(client.socket, "data");
    seen = client.frames.filter(({ type }) => type === ping).length;
  }
};

test("a client is served however its bytes are cut, with padding, priorities and split headers", async () => {
  const padded = frameOf(
    { type: data, flag: flags.endStream | flags.padded, stream: 3 },
    Buffer.concat([Buffer.from([4]), request(0), Buffer.alloc(4)]),
  );
  const bytes = Buffer.concat([
    opening,
    frameOf({ type: settings, flag: flags.ack, stream: 0 }, none),
    frameOf(
      { type: headers, flag: flags.priority, stream: 1 },
      Buffer.concat([Buffer.alloc(5), head.subarray(0, 7)]),
    ),
    frameOf({ type: continuation, stream: 1 }, head.subarray(7, 20)),
    frameOf({ type: continuation, flag: flags.endHeaders, stream: 1 }, head.subarray(20)),
    dataOf(1),
    frameOf({ type: 99, stream: 0 }, Buffer.alloc(3)),
    headersOf(3),
    padded,
  ]);
  for (const size of [1, 7, 100, bytes.length]) {
    const client = await RawClient.open();
    for (let at = 0; at < bytes.length; at += size) {
      await new Promise((written) => client.socket.write(bytes.subarray(at, at + size), written));
    }
    await client.until(isTrailer(1));
    await client.until(isTrailer(3));
    client.socket.destroy();
  }
});

test("bytes wait for the windows of stream and connection, and go on when they grow", async () => {
  const client = await RawClient.open(opening, set(4, 10), call(1, 100_000));
  await pinged(client);
  assert.equal(client.bytesOf(1), 10);
  client.socket.write(set(4, 70_000));
  await client.until(() => client.bytesOf(1) === 65_535);
  await pinged(client);
  assert.equal(client.bytesOf(1), 65_535, "the window of the connection");
  client.socket.write(frameOf({ type: windowUpdate, stream: 0 }, uint32(1_000_000)));
  await client.until(() => client.bytesOf(1) === 70_000);
  client.socket.write(frameOf({ type: windowUpdate, stream: 1 }, uint32(1_000_000)));
  await client.until(isTrailer(1));
  assert.ok(client.bytesOf(1) > 100_000);
  assert.ok(client.frames.every(({ payload }) => payload.length <= 16_384));
  client.socket.destroy();
});

test("calls beyond the bound are refused, and one that is over makes room", async () => {
  const client = await RawClient.open(opening, headersOf(1), headersOf(3), headersOf(5));
  const refused = await client.until(({ type }) => type === reset);
  assert.deepEqual([refused.stream, refused.payload.readUInt32BE()], [5, 7]);
  client.socket.write(frameOf({ type: reset, stream: 1 }, uint32(8)));
  client.socket.write(call(7));
  await client.until(isTrailer(7));
  client.socket.destroy();
});

test("headers that are none reset their stream, and the connection goes on", async () => {
  for (const wrong of [
    { ":method": "POST", ":nope": "x" },
    { "content-type": "application/grpc", ":method": "POST" },
    { ":method": "POST", Upper: "x" },
    { ":method": "POST", connection: "close" },
    { ":method": "POST", a: "line\nbreak" },
  ]) {
    const client = await RawClient.open(opening, headersOf(1, encodeHeaders(wrong)), call(3));
    const { stream, payload } = await client.until(({ type }) => type === reset);
    assert.deepEqual([stream, payload.readUInt32BE()], [1, 1], JSON.stringify(wrong));
    await client.until(isTrailer(3));
    client.socket.destroy();
  }
});

test("a breach of the protocol ends the connection with its code", async () => {
  const breaches: readonly (readonly [string, number, ...Buffer[]])[] = [
    ["another preface", 1, Buffer.from("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n")],
    ["a call before the settings", 1, preface, call(1)],
    ["bytes for no stream", 1, opening, frameOf({ type: data, stream: 1 }, none)],
    ["a stream of the server's", 1, opening, headersOf(2)],
    ["a stream that is over", 1, opening, call(3), headersOf(1)],
    [
      "a frame that is too large",
      6,
      opening,
      frameOf({ type: data, stream: 0 }, Buffer.alloc(16_385)),
    ],
    [
      "settings of a wrong size",
      6,
      opening,
      frameOf({ type: settings, stream: 0 }, Buffer.alloc(5)),
    ],
    ["a window that is too large", 3, opening, set(4, 0x8000_0000)],
    ["frames that are too small", 1, opening, set(5, 100)],
    [
      "a window that does not grow",
      1,
      opening,
      frameOf({ type: windowUpdate, stream: 0 }, uint32(0)),
    ],
    [
      "a window that overflows",
      3,
      opening,
      frameOf({ type: windowUpdate, stream: 0 }, uint32(0x7fff_ffff)),
    ],
    ["a ping of a wrong size", 6, opening, frameOf({ type: ping, stream: 0 }, Buffer.alloc(7))],
    ["headers that break off", 1, opening, frameOf({ type: headers, stream: 1 }, head), dataOf(1)],
    ["a continuation of nothing", 1, opening, frameOf({ type: continuation, stream: 1 }, head)],
    ["headers in no code", 9, opening, headersOf(1, Buffer.from([0x80]))],
    [
      "more padding than bytes",
      1,
      opening,
      headersOf(1),
      frameOf({ type: data, flag: flags.padded, stream: 1 }, Buffer.from([9, 0])),
    ],
    ["a push", 1, opening, frameOf({ type: frameTypes.pushPromise, stream: 1 }, none)],
  ];
  for (const [what, code, ...parts] of breaches) {
    const client = await RawClient.open(...parts);
    assert.equal(await client.ends(), code, what);
  }
});

test("a client that says nothing after it has connected is cut after two minutes", async () => {
  const client = await RawClient.open(preface);
  await client.until(({ type }) => type === settings);
  await clock.advance(120_000);
  assert.equal(await client.ends(), undefined);
});

test("more than a window lets through ends the connection, less is given back", async () => {
  const piece = (bytes: number) => frameOf({ type: data, stream: 1 }, Buffer.alloc(bytes));
  const many = Array.from({ length: 64 }, () => piece(16_384));
  // Nobody reads a stream without a method: what it is sent is taken and given back.
  const unknown = headersOf(
    1,
    encodeHeaders({ ":method": "POST", ":path": "/a/b", "content-type": "application/grpc" }),
  );
  const client = await RawClient.open(opening, unknown, ...many, call(3));
  await client.until(isTrailer(3));
  assert.ok(client.frames.some(({ type, stream }) => type === windowUpdate && stream === 0));
  client.socket.destroy();
});
