import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import type { Duplex } from "node:stream";
import { type TestContext, test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { etcd } from "@leaderlab/proto";
import { framed, openHttp2 } from "../harness/raw-grpc.ts";
import { callHeaders, frame, frameTypes, preface } from "./frames.ts";
import { mostKeptBytes, type ServedEtcd, serveEtcd } from "./serve-etcd.ts";

/** So much is sent, unless the server takes no more or closes. */
const floodBytes = 128 * 1024 * 1024;
/** A server that takes nothing for so long holds the flood back. */
const patienceMs = 3000;
const clock = createRealClock();

const { headers, reset, settings, ping, continuation } = frameTypes;
const endHeaders = 4;
const none = Buffer.alloc(0);
const http2 = Buffer.concat([preface, frame(settings, 0, 0, none)]);
/** Bytes on a connection that follow no rules, not those of flow control either. */
interface Flood {
  /** What comes before it. */
  readonly start: Buffer;
  /** What is sent again and again: the piece of this number. */
  piece(index: number): Buffer;
}

const repeated = (start: Buffer, bytes: Buffer): Flood => ({ start, piece: () => bytes });
/** Many of these in one piece, so that a flood is one. */
const many = (bytes: Buffer) => Buffer.concat(Array.from({ length: 200 }, () => bytes));
const { Watch } = etcd.watch.methods;
const { LeaseKeepAlive } = etcd.lease.methods;
const refusedWatcher = { key: Buffer.from("k"), start_revision: "-1" };

const floods: Readonly<Record<string, Flood>> = {
  "calls that are cancelled at once": {
    start: http2,
    piece: (index) => {
      const call = (place: number) => {
        const stream = 1 + 2 * (index * 200 + place);
        const opening = frame(headers, endHeaders, stream, callHeaders("/etcdserverpb.KV/Range"));
        return Buffer.concat([opening, frame(reset, 0, stream, Buffer.from([0, 0, 0, 8]))]);
      };
      return Buffer.concat(Array.from({ length: 200 }, (_, place) => call(place)));
    },
  },
  "headers without an end": repeated(
    Buffer.concat([http2, frame(headers, 0, 1, callHeaders("/etcdserverpb.KV/Range"))]),
    frame(continuation, 0, 1, Buffer.alloc(16_000, 0x20)),
  ),
  "pings whose answers nobody reads": repeated(http2, many(frame(ping, 0, 0, Buffer.alloc(8)))),
  "settings whose answers nobody reads": repeated(http2, many(frame(settings, 0, 0, none))),
  "a header line of HTTP/1.1 that never ends": repeated(
    Buffer.from("GET /health HTTP/1.1\r\nX: "),
    Buffer.alloc(16_000, 0x61),
  ),
  "a body for a path that nobody serves": repeated(
    Buffer.from("POST /nothing HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n"),
    Buffer.concat([Buffer.from("3e80\r\n"), Buffer.alloc(16_000), Buffer.from("\r\n")]),
  ),
};

/** What a call is sent by a client that keeps to HTTP/2, but reads no answer. */
const calls: Readonly<Record<string, { readonly path: string; readonly body: Flood }>> = {
  "a message that never ends": {
    path: etcd.kv.methods.Put.path,
    body: repeated(Buffer.from([0, 0xff, 0xff, 0xff, 0xff]), Buffer.alloc(16_000)),
  },
  "requests on a watch stream whose answers nobody reads": {
    path: Watch.path,
    // Refused, each with an answer: so none of them is a watcher that has to be kept.
    body: repeated(none, many(framed(Watch.encodeRequest({ create_request: refusedWatcher })))),
  },
  "keep-alives whose answers nobody reads": {
    path: LeaseKeepAlive.path,
    body: repeated(none, many(framed(LeaseKeepAlive.encodeRequest({ ID: "7" })))),
  },
};

for (const [name, flood] of Object.entries(floods)) {
  test(`${name} fill no server`, { timeout: 240_000 }, async (t) => {
    await using server = await serveEtcd();
    const [host = "", port] = server.address.split(":");
    const socket = connect(Number(port), host);
    socket.on("error", () => {});
    socket.pause();
    await endure(t, server, () => pour(socket, flood));
    socket.destroy();
  });
}

for (const [name, { path, body }] of Object.entries(calls)) {
  test(`${name} fill no server`, { timeout: 240_000 }, async (t) => {
    await using server = await serveEtcd();
    const session = openHttp2(`http://${server.address}`);
    const stream = session.request({
      ":method": "POST",
      ":path": path,
      "content-type": "application/grpc",
      te: "trailers",
    });
    stream.on("error", () => {});
    stream.pause();
    await endure(t, server, () => pour(stream, body));
    session.destroy();
  });
}

/** While the flood stands, the server keeps little of it and serves others. */
async function endure(
  t: TestContext,
  server: ServedEtcd,
  flood: () => Promise<number>,
): Promise<void> {
  const before = await server.bytesInUse();
  const sent = await flood();
  const kept = (await server.bytesInUse()) - before;
  await server.requireService();
  t.diagnostic(`${Math.round(sent / 1024)} KiB were taken, ${Math.round(kept / 1024)} KiB kept`);
  assert.ok(kept < mostKeptBytes, `${kept} bytes of ${sent} are kept`);
  assert.deepEqual(server.faults, []);
}

/** Sends a flood, until all is sent or nothing is taken any more; returns how much was. */
async function pour(to: Duplex, { start, piece }: Flood): Promise<number> {
  if (start.length > 0) to.write(start);
  let sent = 0;
  for (let index = 0; sent < floodBytes && to.writable; index++) {
    const bytes = piece(index);
    sent += bytes.length;
    if (to.write(bytes)) continue;
    const patience = new AbortController();
    const { signal } = patience;
    const drained = Promise.race([once(to, "drain", { signal }), once(to, "close", { signal })]);
    const waited = clock.sleep(patienceMs, signal).then(() => false);
    const isTaken = await Promise.race([drained.then(() => true), waited]).catch(() => false);
    patience.abort();
    await Promise.allSettled([drained, waited]);
    if (!isTaken) break;
  }
  return sent;
}
