import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:http2";
import { createServer, connect as dial, type Server, type Socket } from "node:net";
import { after, before, test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { etcd } from "@leaderlab/proto";
import { createGrpcListener } from "./grpc-listener.ts";
import { implement } from "./handler.ts";
import { createRouter } from "./router.ts";

const clock = createVirtualClock();
let server: Server;
let port: number;

before(async () => {
  const kv = implement(etcd.kv, { Range: () => ({}) });
  const router = createRouter({ implementations: [kv], onFault: assert.fail });
  const listener = createGrpcListener(router, { clock });
  server = createServer(listener.accept).listen(0, "127.0.0.1");
  await once(server, "listening");
  port = (server.address() as { port: number }).port;
});
after(() => server.close());

const preface = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
const settings = Buffer.from("000000040000000000", "hex");
const acknowledgement = Buffer.from("000000040100000000", "hex");
/** POST /etcdserverpb.KV/Range, not compressed, and a request of nothing. */
const call = (() => {
  const field = (name: string, value: string) =>
    Buffer.concat([
      Buffer.from([0, name.length]),
      Buffer.from(name),
      Buffer.from([value.length]),
      Buffer.from(value),
    ]);
  const block = Buffer.concat([
    Buffer.from([0x83, 0x86]),
    field(":path", "/etcdserverpb.KV/Range"),
    field(":authority", "localhost"),
    field("content-type", "application/grpc"),
  ]);
  const head = Buffer.from("000000010400000001", "hex");
  head.writeUIntBE(block.length, 0, 3);
  return Buffer.concat([head, block, Buffer.from("0000050001000000010000000000", "hex")]);
})();

async function open(): Promise<Socket> {
  const socket = dial({ port, host: "127.0.0.1", noDelay: true });
  socket.on("error", () => {});
  await once(socket, "connect");
  return socket;
}

/** Resolves when the reply's trailers are there: `grpc-status` is a literal of its own in them. */
async function replied(socket: Socket): Promise<void> {
  let seen = "";
  for await (const chunk of socket) {
    seen += chunk.toString("latin1");
    if (/grpc-status|\x9a\xca\xc8/.test(seen) && seen.length > 60) return;
  }
  assert.fail("the connection ended without a reply");
}

test("a client is served whenever it acknowledges, and however its bytes are cut", async () => {
  for (const parts of [
    [preface, settings, acknowledgement, call],
    [preface, settings, call, acknowledgement],
    [Buffer.concat([preface, settings, call]), acknowledgement],
  ]) {
    const socket = await open();
    const bytes = Buffer.concat(parts);
    for (let at = 0; at < bytes.length; at += 7) {
      await new Promise((written) => socket.write(bytes.subarray(at, at + 7), written));
    }
    await replied(socket);
    socket.destroy();
  }
});

test("a client that does not acknowledge the server's settings is cut after a while", async () => {
  const socket = await open();
  socket.resume();
  socket.write(Buffer.concat([preface, settings, call]));
  await once(socket, "data");
  const closed = once(socket, "close");
  await clock.advance(30_000);
  await closed;
});

test("a client that ends in the middle of its opening disturbs nobody, then or later", async () => {
  for (const bytes of [
    Buffer.concat([preface, settings, acknowledgement]),
    Buffer.concat([preface, settings, acknowledgement, call.subarray(0, 20)]),
    Buffer.concat([preface, settings, acknowledgement, call]),
  ]) {
    // It says its last word and goes on listening, without taking anything.
    const socket = dial({ port, host: "127.0.0.1", allowHalfOpen: true });
    socket.on("error", () => {});
    await once(socket, "connect");
    await new Promise<void>((ended) => socket.end(bytes, ended));
    await new Promise(setImmediate);
    await clock.advance(30_000);
    socket.destroy();
  }
});

test("a client that calls after a long silence is served", async () => {
  const session = connect(`http://127.0.0.1:${port}`);
  await once(session, "remoteSettings");
  await clock.advance(60_000);
  const stream = session.request({
    ":method": "POST",
    ":path": "/etcdserverpb.KV/Range",
    "content-type": "application/grpc",
  });
  stream.end(Buffer.alloc(5));
  stream.resume();
  const [trailers] = await once(stream, "trailers");
  assert.equal(trailers["grpc-status"], "0");
  session.destroy();
});
