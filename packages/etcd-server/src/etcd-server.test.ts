import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import * as etcd from "@leaderlab/proto/etcd";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { type EtcdServer, startEtcd } from "./etcd-server.ts";

const { kv, lease, cluster, maintenance } = etcd;
const clock = createVirtualClock();
let server: EtcdServer;
let client: RpcClient;

before(async () => {
  server = await startEtcd({ clock, random: createSeededRandom(1), maxRequestBytes: 10_000 });
  client = createRpcClient(server.endpoint.replace("http://", ""));
});
after(async () => {
  client.close();
  await server.stop();
});

const key = Buffer.from("key");
const post = async (path: string, body: unknown) => {
  const response = await fetch(`${server.endpoint}${path}`, {
    method: "POST",
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
  return { status: response.status, text: await response.text() };
};

test("a put is read back over gRPC and as JSON, with the header that every answer has", async () => {
  const put = await client.unary(kv.methods.Put, { key, value: Buffer.from("value") });
  assert.deepEqual(put.header, {
    cluster_id: "14841639068965178418",
    member_id: "10276657743932975437",
    revision: "2",
    raft_term: "2",
  });
  const range = await client.unary(kv.methods.Range, { key });
  assert.equal(range.kvs[0]?.value.toString(), "value");
  const json = await post("/v3/kv/range", { key: key.toString("base64") });
  assert.deepEqual(JSON.parse(json.text), {
    header: {
      cluster_id: "14841639068965178418",
      member_id: "10276657743932975437",
      revision: "2",
      raft_term: "2",
    },
    kvs: [
      { key: "a2V5", create_revision: "2", mod_revision: "2", version: "1", value: "dmFsdWU=" },
    ],
    count: "1",
  });
});

test("refusals have etcd's code and text", async () => {
  await assert.rejects(client.unary(kv.methods.Put, {}), {
    code: "INVALID_ARGUMENT",
    message: "etcdserver: key is not provided",
  });
  await assert.rejects(client.unary(lease.methods.LeaseRevoke, { ID: 5 }), {
    code: "NOT_FOUND",
    message: "etcdserver: requested lease not found",
  });
  assert.deepEqual(await post("/v3/kv/range", { key: "" }), {
    status: 400,
    text: '{"code":3,"message":"etcdserver: key is not provided"}',
  });
  assert.equal((await post("/v3/kv/range", "{bad")).status, 400);
  assert.deepEqual(await post("/v3/nope", {}), {
    status: 404,
    text: '{"code":5,"message":"Not Found"}',
  });
});

test("a write larger than the limit is refused, a smaller one is not", async () => {
  const put = (bytes: number) =>
    client.unary(kv.methods.Put, { key: Buffer.from("big"), value: Buffer.alloc(bytes) });
  await put(9_900);
  await assert.rejects(put(10_000), {
    code: "INVALID_ARGUMENT",
    message: "etcdserver: request is too large",
  });
});

test("a lease that runs out deletes its key when time has come, and a watcher hears of it", async () => {
  const granted = await client.unary(lease.methods.LeaseGrant, { TTL: 5 });
  assert.equal(granted.TTL, "5");
  const leased = Buffer.from("leased");
  await client.unary(kv.methods.Put, { key: leased, value: key, lease: granted.ID });
  const response = await fetch(`${server.endpoint}/v3/watch`, {
    method: "POST",
    body: JSON.stringify({ create_request: { key: leased.toString("base64"), prev_kv: true } }),
  });
  const lines = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.ok(lines);
  assert.match((await lines.read()).value ?? "", /"created":true/);
  await clock.advance(4_999);
  assert.equal((await client.unary(kv.methods.Range, { key: leased })).count, "1");
  await clock.advance(1);
  assert.match((await lines.read()).value ?? "", /"type":"DELETE"/);
  assert.equal((await client.unary(kv.methods.Range, { key: leased })).count, "0");
  await lines.cancel();
});

test("keep-alives over JSON renew a lease and tell of one that is gone", async () => {
  const granted = await client.unary(lease.methods.LeaseGrant, { TTL: 7, ID: "77" });
  assert.equal(granted.ID, "77");
  await clock.advance(6_000);
  const renewed = await post("/v3/lease/keepalive", { ID: "77" });
  assert.equal(JSON.parse(renewed.text).result.TTL, "7");
  const gone = await post("/v3/lease/keepalive", { ID: "78" });
  assert.equal(JSON.parse(gone.text).result.TTL, undefined);
  const found = await client.unary(lease.methods.LeaseTimeToLive, { ID: 78 });
  assert.deepEqual([found.TTL, found.grantedTTL], ["-1", "0"]);
});

test("the one member presents itself, without a revision in the header", async () => {
  const { header, members } = await client.unary(cluster.methods.MemberList, {});
  assert.equal(header?.revision, "0");
  assert.deepEqual(members, [
    {
      ID: "10276657743932975437",
      name: "default",
      peerURLs: ["http://localhost:2380"],
      clientURLs: [server.endpoint],
      isLearner: false,
    },
  ]);
});

test("status tells the version that is served", async () => {
  const status = await client.unary(maintenance.methods.Status, {});
  assert.equal(status.version, "3.6.16");
  assert.equal(status.leader, status.header?.member_id);
  assert.equal(status.raftIndex, status.raftAppliedIndex);
});

test("what is not simulated is refused by name", async () => {
  const voter = { peerURLs: ["http://127.0.0.1:1"] };
  await assert.rejects(client.unary(cluster.methods.MemberAdd, voter), {
    code: "UNIMPLEMENTED",
    message: /^leaderlab does not simulate a second voting member/,
  });
});

test("health, version and unknown paths are answered as etcd answers them", async () => {
  const get = async (path: string, method = "GET") => {
    const response = await fetch(`${server.endpoint}${path}`, { method });
    return [response.status, response.headers.get("content-type"), await response.text()];
  };
  const text = "text/plain; charset=utf-8";
  assert.deepEqual(await get("/health"), [200, text, '{"health":"true","reason":""}']);
  assert.deepEqual(await get("/version"), [
    200,
    "application/json",
    '{"etcdserver":"3.6.16","etcdcluster":"3.6.0","storage":"3.6.0"}',
  ]);
  assert.deepEqual(await get("/"), [404, text, "404 page not found\n"]);
  assert.deepEqual(await get("/v3alpha/kv/range", "POST"), [404, text, "404 page not found\n"]);
  assert.equal((await get("/health", "POST"))[0], 405);
  const options = await fetch(`${server.endpoint}/v3/kv/range`, { method: "OPTIONS" });
  assert.equal(options.headers.get("access-control-allow-origin"), "*");
  assert.equal((await post("/v3beta/kv/range", { key: "a2V5" })).status, 200);
});

test("a port that is taken is refused, and nothing is left open", async () => {
  const port = Number(server.endpoint.split(":").at(-1));
  const listen = [
    { host: "127.0.0.1", port: 0 },
    { host: "127.0.0.1", port },
  ];
  const second = startEtcd({ clock, random: createSeededRandom(2), listen });
  await assert.rejects(second, { code: "EADDRINUSE" });
});

test("a JSON answer tells its length up to 2048 bytes; a longer one comes in chunks, as from Go", async () => {
  const lengthOf = async (valueBytes: number) => {
    await client.unary(kv.methods.Put, { key, value: Buffer.alloc(valueBytes) });
    const body = JSON.stringify({ key: key.toString("base64") });
    const response = await fetch(`${server.endpoint}/v3/kv/range`, { method: "POST", body });
    const text = await response.text();
    const { headers } = response;
    return [text.length, headers.get("content-length"), headers.get("transfer-encoding")];
  };
  const [short, shortLength, shortEncoding] = await lengthOf(9);
  assert.deepEqual([shortLength, shortEncoding], [String(short), null]);
  const [long, longLength, longEncoding] = await lengthOf(2048);
  assert.ok(Number(long) > 2048);
  assert.deepEqual([longLength, longEncoding], [null, "chunked"]);
});
