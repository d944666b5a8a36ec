import assert from "node:assert/strict";
import { test } from "node:test";
import { openSession, orphanedSession } from "./session.ts";
import { createLab } from "./testing/lab.ts";

test("a session asks for a lease of its TTL, and for 60 s when that is 0 or below", async () => {
  const lab = createLab();
  for (const ttlSeconds of [7, 0, -1]) await lab.join("node", { ttlSeconds });
  const asked = lab.etcd.requests("grant").map((call) => call.request);
  assert.deepEqual(asked, [7, 60, 60]);
});

test("a session may adopt a lease and then grants none", async () => {
  const lab = createLab();
  const first = await lab.join("before", { ttlSeconds: 9 });
  await first.orphan();
  const second = await lab.join("after", { lease: first.lease });
  await lab.clock.advance(20_000);
  assert.equal(second.lease, first.lease);
  assert.equal(second.signal.aborted, false);
  assert.equal(lab.etcd.requests("grant", "after").length, 0);
});

test("an adopted lease that does not exist ends the session at once", async () => {
  const lab = createLab();
  const session = await lab.join("node", { lease: 42n });
  await lab.settle();
  assert.equal(await session.done, "expired");
});

test("an orphaned session has a lease and does not keep it alive", async () => {
  const lab = createLab();
  const client = lab.etcd.connect("node");
  const { clock } = lab;
  const session = await orphanedSession(client, { clock });
  assert.deepEqual(lab.etcd.requests("grant")[0]?.request, 60);
  const adopting = await orphanedSession(client, { clock, lease: session.lease });
  assert.equal(adopting.lease, session.lease);
  assert.equal(lab.etcd.requests("grant").length, 1);
  await clock.advance(59_000);
  assert.equal(lab.etcd.renew(session.lease), 60);
  await clock.advance(61_000);
  assert.equal(lab.etcd.renew(session.lease), 0);
});

test("opening waits for an etcd that is away, however long", async () => {
  const lab = createLab();
  const client = lab.etcd.connect();
  lab.etcd.stop();
  const opening = openSession(client, { clock: lab.clock, ttlSeconds: 5 });
  await lab.clock.advance(600_000);
  lab.etcd.start();
  await lab.clock.advance(500);
  assert.equal((await opening).signal.aborted, false);
});

test("opening is given up with the signal's reason", async () => {
  const lab = createLab();
  const client = lab.etcd.connect();
  const stop = new AbortController();
  lab.etcd.stop();
  const opening = openSession(client, { clock: lab.clock, signal: stop.signal });
  await lab.clock.advance(5000);
  stop.abort(new Error("context canceled"));
  await assert.rejects(opening, /context canceled/);
  assert.equal(lab.clock.pending, 0);
});

test("closing revokes the lease; orphaning leaves it to expire", async () => {
  const lab = createLab();
  const closed = await lab.join("closed");
  const orphaned = await lab.join("orphaned");
  await closed.close();
  await orphaned.orphan();
  assert.equal(lab.etcd.renew(closed.lease), 0);
  assert.equal(lab.etcd.renew(orphaned.lease), 5);
  assert.equal(await closed.done, "stopped");
  await lab.clock.advance(5000);
  assert.equal(lab.etcd.renew(orphaned.lease), 0);
});

test("closing a session whose lease is gone fails with etcd's text; disposing of it does not", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  lab.etcd.revoke(session.lease);
  await assert.rejects(session.close(), {
    code: "NOT_FOUND",
    message: "etcdserver: requested lease not found",
  });
  await session[Symbol.asyncDispose]();
});

test("closing while etcd is away gives up after one TTL", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  lab.etcd.stop();
  const closing = assert.rejects(session.close(), { message: "context deadline exceeded" });
  await lab.clock.advance(5000);
  await closing;
});

test("the end of a session names what broke its stream", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  await lab.settle();
  session.client.setLink("refused");
  await lab.clock.advance(6000);
  const { cause } = session.signal.reason as Error;
  assert.match(String(cause), /connection refused/);
});

test("the deadline moves on with every answer", async () => {
  const lab = createLab();
  const session = await lab.join("node");
  await lab.clock.advance(4500);
  assert.equal(session.deadlineMs, 9000);
});
