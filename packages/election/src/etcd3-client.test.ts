import assert from "node:assert/strict";
import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { toBytes } from "./bytes.ts";
import { createEtcd3Client, type Etcd3ClientOptions } from "./etcd3-client.ts";
import { type GrpcAnswer, type GrpcRequest, startGrpcServer } from "./testing/grpc-server.ts";

/** A server that answers so, a client of it whose time stands still, and their end. */
async function connect(
  answer: (request: GrpcRequest) => GrpcAnswer,
  options: Partial<Etcd3ClientOptions> = {},
) {
  const clock = createVirtualClock();
  const server = await startGrpcServer(answer);
  const client = createEtcd3Client({ endpoints: [server.address], clock, ...options });
  const stop = async () => {
    client.close();
    await server.stop();
  };
  return { clock, server, client, [Symbol.asyncDispose]: stop };
}

const ok: GrpcAnswer = { messages: [Buffer.alloc(0)], status: 0 };
const key = toBytes("k");
const http2Cancel = 8;
const untilStopped = new AbortController().signal;

/** A port of this machine on which nobody listens any more. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

test("each option of a range, a transaction and a put goes over the wire as etcd defines it", async () => {
  await using lab = await connect(() => ok);
  const { client, server } = lab;
  await client.get({
    key,
    rangeEnd: Uint8Array.of(0),
    limit: 1000,
    revision: 5,
    serializable: true,
    sortOrder: "descend",
    sortTarget: "key",
  });
  await client.txn({
    compare: [
      { key, target: "mod", result: "equal", operand: 0 },
      { key, target: "mod", result: "less", operand: 6 },
      { key, target: "version", result: "greater", operand: 1 },
      { key, target: "create", result: "notEqual", operand: 2 },
    ],
    success: [{ kind: "put", request: { key: Uint8Array.of(0xff, 0), value: key, lease: -1n } }],
    failure: [{ kind: "deleteRange", request: { key } }],
  });
  await client.txn({ compare: [], success: [], failure: [] });
  const sent = server.requests.map((request) => request.body.toString("hex"));
  assert.deepEqual(sent, [
    "0a016b" + "120100" + "18e807" + "2005" + "2802" + "3801",
    "0a07" +
      "10021a016b3000" +
      "0a09" +
      "080210021a016b3006" +
      "0a07" +
      "08011a016b2001" +
      "0a09" +
      "080310011a016b2802" +
      "1214" +
      "1212" +
      "0a02ff00" +
      "12016b" +
      "18ffffffffffffffffff01" +
      "1a05" +
      "1a03" +
      "0a016b",
    "",
  ]);
});

test("an error carries etcd's text and gRPC's code by name", async () => {
  const text = "etcdserver: mvcc: database space exceeded";
  await using lab = await connect(() => ({ status: 8, text }));
  await assert.rejects(lab.client.get({ key }), {
    name: "EtcdClientError",
    code: "RESOURCE_EXHAUSTED",
    message: text,
    notSent: false,
  });
});

test("a port on which nobody listens is UNAVAILABLE at once, and the request was not sent", async () => {
  const clock = createVirtualClock();
  const client = createEtcd3Client({ endpoints: [`127.0.0.1:${await closedPort()}`], clock });
  await assert.rejects(client.grant(5), { code: "UNAVAILABLE", notSent: true });
  const watching = client.watch({ key }, 0, untilStopped)[Symbol.asyncIterator]();
  await assert.rejects(watching.next(), { code: "UNAVAILABLE" });
  client.close();
});

test("a peer that accepts and never speaks is UNAVAILABLE after the dial timeout", async () => {
  const silent = createServer().listen(0, "127.0.0.1");
  await once(silent, "listening");
  const clock = createVirtualClock();
  const { port } = silent.address() as AddressInfo;
  const client = createEtcd3Client({ endpoints: [`127.0.0.1:${port}`], clock, dialTimeoutMs: 700 });
  const refused = { code: "UNAVAILABLE", notSent: true };
  const call = assert.rejects(client.get({ key }), refused);
  const stream = client.keepAlive(1n, untilStopped)[Symbol.asyncIterator]();
  const broken = assert.rejects(Promise.resolve(stream.next()), refused);
  const [socket] = await once(silent, "connection");
  await clock.advance(700);
  await Promise.all([call, broken]);
  client.close();
  // grpc-js leaves a connection that it is still making to the peer to end.
  socket.destroy();
  silent.close();
});

test("an etcd that takes a request and never answers is DEADLINE_EXCEEDED after the request timeout", async () => {
  await using lab = await connect(() => "silence");
  const call = lab.client.get({ key });
  const late = assert.rejects(call, {
    code: "DEADLINE_EXCEEDED",
    message: "context deadline exceeded",
  });
  await lab.server.nextRequest();
  await lab.clock.advance(30_000);
  await late;
});

test("an abort rejects a request with the signal's reason and cancels it on the wire", async () => {
  await using lab = await connect(() => "silence");
  const stop = new AbortController();
  const aborted = assert.rejects(lab.client.get({ key }, stop.signal), /stopped/);
  await lab.server.nextRequest();
  const closed = lab.server.nextClose();
  stop.abort(new Error("stopped"));
  await aborted;
  assert.equal(await closed, http2Cancel);
  assert.equal(lab.clock.pending, 0);
  await assert.rejects(lab.client.get({ key }, stop.signal), /stopped/);
});

test("leaving a watch closes its stream", async () => {
  const created = Buffer.from("0a0218071801", "hex");
  await using lab = await connect(() => ({ messages: [created] }));
  const closed = lab.server.nextClose();
  for await (const result of lab.client.watch({ key }, 7, untilStopped)) {
    assert.deepEqual(result, { revision: 7, created: true, events: [] });
    break;
  }
  assert.equal(await closed, http2Cancel);
  assert.equal(lab.clock.pending, 0);
});

test("a watch from a revision that is gone fails as compacted", async () => {
  const created = Buffer.from("0a0218071801", "hex");
  const compacted = Buffer.from("0a0020012805", "hex");
  await using lab = await connect(() => ({ messages: [created, compacted] }));
  const watching = lab.client.watch({ key }, 2, untilStopped)[Symbol.asyncIterator]();
  await watching.next();
  await assert.rejects(watching.next(), {
    code: "OUT_OF_RANGE",
    message: "etcdserver: mvcc: required revision has been compacted",
  });
});

test("a watch that etcd refuses fails with the code and text in etcd's reason", async () => {
  const reason = "rpc error: code = PermissionDenied desc = etcdserver: permission denied";
  const field = Buffer.concat([Buffer.of(0x32, reason.length), Buffer.from(reason)]);
  const refusal = Buffer.concat([Buffer.from("0a02180718012001", "hex"), field]);
  await using lab = await connect(() => ({ messages: [refusal] }));
  const watching = lab.client.watch({ key }, 2, untilStopped)[Symbol.asyncIterator]();
  await assert.rejects(watching.next(), {
    code: "PERMISSION_DENIED",
    message: "etcdserver: permission denied",
  });
});

test("a stream that the server ends without an error is UNAVAILABLE, so that it is opened anew", async () => {
  await using lab = await connect(() => ({ messages: [], status: 0 }));
  const watching = lab.client.watch({ key }, 2, untilStopped)[Symbol.asyncIterator]();
  await assert.rejects(watching.next(), { code: "UNAVAILABLE" });
});

test("keep-alives ask for a leader, go out when told to, and give the TTL", async () => {
  const ttl5 = Buffer.from("10011805", "hex");
  await using lab = await connect(() => ({ messages: [ttl5] }));
  const stream = lab.client.keepAlive(1n, untilStopped);
  // Two requests before the stream is open are one.
  stream.send();
  stream.send();
  const answers = stream[Symbol.asyncIterator]();
  assert.deepEqual((await answers.next()).value, { ttlSeconds: 5 });
  stream.send();
  assert.deepEqual((await answers.next()).value, { ttlSeconds: 5 });
  assert.equal(lab.server.requests.length, 2);
  assert.equal(lab.server.requests[0]?.headers["hasleader"], "true");
  await answers.return?.();
});

test("closing ends all calls and streams, closes every socket, and refuses further calls", async () => {
  await using lab = await connect(() => "silence");
  const closing = { code: "CANCELLED", message: "grpc: the client connection is closing" };
  const call = assert.rejects(lab.client.get({ key }), closing);
  await lab.server.nextRequest();
  const watching = lab.client.watch({ key }, 0, untilStopped)[Symbol.asyncIterator]();
  const stream = assert.rejects(Promise.resolve(watching.next()), closing);
  await lab.server.nextRequest();
  assert.equal(lab.server.openConnections, 1, "all services share one connection");
  lab.client.close();
  await Promise.all([call, stream, lab.server.allClosed()]);
  await assert.rejects(lab.client.get({ key }), closing);
  assert.equal(lab.clock.pending, 0);
});

test("clients in one process have a connection each, so that one can be cut without the other", async () => {
  await using lab = await connect(() => ok);
  const other = createEtcd3Client({ endpoints: [lab.server.address], clock: lab.clock });
  await Promise.all([lab.client.get({ key }), other.get({ key })]);
  assert.equal(lab.server.openConnections, 2);
  other.close();
});

test("a call after UNAVAILABLE goes to the next endpoint", async () => {
  const dead = `127.0.0.1:${await closedPort()}`;
  const clock = createVirtualClock();
  const server = await startGrpcServer(() => ok);
  const client = createEtcd3Client({ endpoints: [dead, server.address], clock });
  await assert.rejects(client.get({ key }), { code: "UNAVAILABLE" });
  assert.equal((await client.get({ key })).revision, 0);
  client.close();
  await server.stop();
});

test("channel options reach grpc-js: a factory for channels is asked for one", async () => {
  const asked: string[] = [];
  const channelFactoryOverride = (address: string) => {
    asked.push(address);
    throw new Error("no channel today");
  };
  const clock = createVirtualClock();
  const options = { endpoints: ["https://127.0.0.1:1"], clock };
  const client = createEtcd3Client({ ...options, channelOptions: { channelFactoryOverride } });
  await assert.rejects(client.get({ key }), /no channel today/);
  assert.deepEqual(asked, ["127.0.0.1:1"]);
  client.close();
});
