import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { AuthToken } from "./auth-token.ts";
import { toBytes } from "./bytes.ts";
import { createEtcd3Client } from "./etcd3-client.ts";
import { type GrpcAnswer, type GrpcRequest, startGrpcServer } from "./testing/grpc-server.ts";

const invalidToken: GrpcAnswer = { status: 16, text: "etcdserver: invalid auth token" };
const ok: GrpcAnswer = { messages: [Buffer.alloc(0)], status: 0 };
const key = toBytes("k");

/** An etcd with authentication; tokens are "t1", "t2" …, and `takes` says which of them it takes. */
async function guarded(takes: (token: string) => GrpcAnswer) {
  let tokens = 0;
  const answer = ({ method, headers }: GrpcRequest): GrpcAnswer => {
    if (method !== "Auth/Authenticate") return takes(String(headers["token"]));
    tokens += 1;
    const token = Buffer.from(`t${tokens}`);
    return { messages: [Buffer.concat([Buffer.of(0x12, token.length), token])], status: 0 };
  };
  const server = await startGrpcServer(answer);
  const user = { name: "root", password: "secret" };
  const clock = createVirtualClock();
  const client = createEtcd3Client({ endpoints: [server.address], clock, user });
  const stop = async () => {
    client.close();
    await server.stop();
  };
  const calls = () => server.requests.map(({ method, headers }) => [method, headers["token"]]);
  return { server, client, calls, [Symbol.asyncDispose]: stop };
}

test("a user logs in before the first call, once, and the token goes with every call", async () => {
  await using lab = await guarded(() => ok);
  await Promise.all([lab.client.get({ key }), lab.client.get({ key })]);
  await lab.client.grant(5);
  assert.deepEqual(lab.calls(), [
    ["Auth/Authenticate", undefined],
    ["KV/Range", "t1"],
    ["KV/Range", "t1"],
    ["Lease/LeaseGrant", "t1"],
  ]);
  const login = lab.server.requests[0]?.body.toString("latin1");
  assert.equal(login, "\n\x04root\x12\x06secret");
});

test("a token that etcd no longer takes is renewed and the request made again", async () => {
  await using lab = await guarded((token) => (token === "t1" ? invalidToken : ok));
  await Promise.all([lab.client.get({ key }), lab.client.get({ key })]);
  assert.equal(lab.calls().filter(([method]) => method === "Auth/Authenticate").length, 2);
});

test("callers that find a token stale at the same time share one new one", async () => {
  let fetched = 0;
  const token = new AuthToken(async () => `t${++fetched}`);
  const first = await token.current();
  const renewed = await Promise.all([token.replace(first), token.replace(first)]);
  assert.deepEqual(renewed, ["t2", "t2"]);
});

test("a token is renewed once for a request and no more", async () => {
  await using lab = await guarded(() => invalidToken);
  await assert.rejects(lab.client.get({ key }), { code: "UNAUTHENTICATED" });
  assert.deepEqual(
    lab.calls().map(([method]) => method),
    ["Auth/Authenticate", "KV/Range", "Auth/Authenticate", "KV/Range"],
  );
});

test("each stream gets a token of its own, since it outlives many", async () => {
  const ttl5 = Buffer.from("10011805", "hex");
  await using lab = await guarded(() => ({ messages: [ttl5] }));
  const stream = lab.client.keepAlive(1n, new AbortController().signal);
  stream.send();
  const answers = stream[Symbol.asyncIterator]();
  await answers.next();
  await answers.return?.();
  assert.deepEqual(lab.calls(), [
    ["Auth/Authenticate", undefined],
    ["Lease/LeaseKeepAlive", "t1"],
  ]);
});

test("a wrong password shows when logging in, with etcd's text", async () => {
  const text = "etcdserver: authentication failed, invalid user ID or password";
  const server = await startGrpcServer(() => ({ status: 3, text }));
  const user = { name: "root", password: "wrong" };
  const clock = createVirtualClock();
  const client = createEtcd3Client({ endpoints: [server.address], clock, user });
  const refused = { code: "INVALID_ARGUMENT", message: text };
  await assert.rejects(client.authenticate(), refused);
  await assert.rejects(client.get({ key }), refused);
  client.close();
  await server.stop();
});

test("a user is no hindrance when etcd has no authentication", async () => {
  const text = "etcdserver: authentication is not enabled";
  const server = await startGrpcServer(({ method }) =>
    method === "Auth/Authenticate" ? { status: 9, text } : ok,
  );
  const user = { name: "root", password: "secret" };
  const clock = createVirtualClock();
  const client = createEtcd3Client({ endpoints: [server.address], clock, user });
  await client.authenticate();
  await client.get({ key });
  assert.equal(server.requests.at(-1)?.headers["token"], undefined);
  client.close();
  await server.stop();
});
