import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import * as etcd from "@leaderlab/proto/etcd";
import { startEtcd } from "./etcd-server.ts";
import { embeddedEtcd, eventually } from "./testing/embedded-etcd.ts";

const { LeaseGrant } = etcd.lease.methods;
const { Put } = etcd.kv.methods;

test("a server that was asked for nothing runs in real time on a port of its own", async () => {
  await using server = await startEtcd();
  assert.match(server.endpoint, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(server.time, "real");
  await assert.rejects(server.advance(1), /time runs by itself here\. Stop it with pause\(\)/);
});

test("what is written over the wire is seen without it, and the other way round", async () => {
  await using lab = await embeddedEtcd({ clock: "virtual" });
  const { ID } = await lab.client.unary(LeaseGrant, { TTL: 10 });
  const value = Buffer.from("grün");
  await lab.client.unary(Put, { key: Buffer.from("a/1"), value, lease: ID });
  assert.equal(lab.etcd.put("a/2", "x"), 3);
  lab.etcd.put("b", "y");
  lab.etcd.put(Buffer.from([0xff]), Buffer.from([0x80]));
  assert.deepEqual(
    lab.etcd.list("a/").map((kv) => [kv.key, kv.value, kv.modRevision, kv.lease !== 0n]),
    [
      ["a/1", "grün", 2, true],
      ["a/2", "x", 3, false],
    ],
  );
  assert.equal(lab.etcd.list().length, 4);
  assert.deepEqual(lab.etcd.get(Buffer.from([0xff]))?.valueBytes, Buffer.from([0x80]));
  assert.deepEqual(
    [lab.etcd.delete("b"), lab.etcd.delete("b"), lab.etcd.revision],
    [true, false, 6],
  );
  await lab.etcd.advance(2500);
  assert.deepEqual(lab.etcd.leases(), [
    { id: BigInt(ID), grantedTtlSeconds: 10, remainingMs: 7500, keys: ["a/1"] },
  ]);
});

test("watchers are seen while they are there", async () => {
  await using lab = await embeddedEtcd();
  const watch = lab.client.bidi(etcd.watch.methods.Watch);
  watch.send({ create_request: { key: Buffer.from("a"), range_end: Buffer.from("b") } });
  for await (const { created } of watch) {
    assert.ok(created);
    assert.deepEqual(lab.etcd.watchers(), [
      { stream: 1, id: 0n, key: "a", rangeEnd: "b", startRevision: 0, state: "synced" },
    ]);
    break;
  }
  await eventually(() => lab.etcd.watchers().length === 0);
});

test("virtual time moves when it is advanced, and leases run out on the way", async () => {
  await using lab = await embeddedEtcd({ clock: "virtual" });
  assert.equal(lab.etcd.time, "virtual");
  await lab.client.unary(LeaseGrant, { TTL: 60 });
  await lab.etcd.advance("59s");
  assert.equal(lab.etcd.leases().length, 1);
  await lab.etcd.advance(1000);
  assert.equal(lab.etcd.leases().length, 0);
  assert.throws(() => lab.etcd.resume(), /virtual time has no speed/);
  await assert.rejects(lab.etcd.advance("soon"), /invalid duration/);
  await assert.rejects(lab.etcd.advance(-1), RangeError);
});

test("real time can be paused, advanced by hand, and resumed", async () => {
  await using lab = await embeddedEtcd();
  await lab.client.unary(LeaseGrant, { TTL: 3600 });
  lab.etcd.pause();
  assert.equal(lab.etcd.time, "paused");
  const before = lab.etcd.leases()[0]?.remainingMs ?? 0;
  await lab.etcd.advance("30m");
  const passed = before - (lab.etcd.leases()[0]?.remainingMs ?? 0);
  assert.equal(Math.round(passed), 1_800_000);
  lab.etcd.setSpeed(1000);
  assert.equal(lab.etcd.time, "scaled");
  lab.etcd.resume();
  assert.equal(lab.etcd.time, "real");
});

test("a lease expires at a word, with its keys; an unknown one is refused", async () => {
  await using lab = await embeddedEtcd();
  const { ID } = await lab.client.unary(LeaseGrant, { TTL: 3600 });
  await lab.client.unary(Put, { key: Buffer.from("k"), lease: ID });
  lab.etcd.expireLease(`0x${BigInt(ID).toString(16)}`);
  assert.deepEqual([lab.etcd.get("k"), lab.etcd.leases()], [undefined, []]);
  assert.throws(() => lab.etcd.expireLease(ID), { reason: "leaseNotFound" });
});

test("servers can share a clock that a test moves", async () => {
  const clock = createVirtualClock();
  await using one = await startEtcd({ clock });
  await using two = await startEtcd({ clock });
  await one.advance("1m");
  assert.deepEqual([one.time, two.time, clock.now()], ["virtual", "virtual", 60_000]);
});

test("beside the wire nobody asks who one is, and passwords are not kept in the history", async () => {
  await using lab = await embeddedEtcd();
  const { UserAdd, UserGrantRole, RoleAdd, AuthEnable, Authenticate } = etcd.auth.methods;
  await lab.client.unary(UserAdd, { name: "root", password: "secret" });
  await lab.client.unary(RoleAdd, { name: "root" });
  await lab.client.unary(UserGrantRole, { user: "root", role: "root" });
  await lab.client.unary(AuthEnable, {});
  await assert.rejects(lab.client.unary(Put, { key: Buffer.from("k") }), /user name is empty/);
  lab.etcd.put("k", "v");
  assert.equal(lab.etcd.get("k")?.value, "v");
  const login = { name: "root", password: "secret" };
  const { token } = await lab.client.unary(Authenticate, login);
  const [asked] = lab.etcd.history.calls(UserAdd);
  const [logged] = lab.etcd.history.calls(Authenticate);
  assert.equal(asked?.request?.password, "(not kept)");
  assert.deepEqual(
    [logged?.request?.password, logged?.response?.token],
    Array(2).fill("(not kept)"),
  );
  await using other = await embeddedEtcd();
  other.etcd.load(lab.etcd.dump());
  await assert.rejects(other.client.unary(Put, { key: Buffer.from("k") }), /user name is empty/);
  await other.client.unary(Authenticate, login);
  assert.notEqual(token, "");
});
