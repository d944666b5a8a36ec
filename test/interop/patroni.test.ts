import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, grpcCaller } from "../conformance/caller.ts";
import { call } from "../conformance/cases/case.ts";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { PatroniNode } from "./patroni-node.ts";

/** Long enough for a lease of a few seconds to run out. */
const timeout = 60_000;
const folder = "/service/demo/";
const leader = `${folder}leader`;
const lost = { status: 404, code: 5, message: "etcdserver: requested lease not found" };

test(`database nodes keep a leader's key over the gateway as Patroni does, on ${targetName}`, {
  timeout,
}, async (t) => {
  using place = temporaryFolder();
  await using etcd = await startDefaultEtcd(place.path, { signal: t.signal });
  const node = (name: string, ttlSeconds: number) =>
    new PatroniNode({ url: etcd.baseUrl, name, folder, ttlSeconds });
  const [a, b] = [node("a", 2), node("b", 60)];

  await t.test("they find the version, the path of the API and the members", async () => {
    assert.deepEqual(await a.start(), [etcd.baseUrl]);
    assert.deepEqual(await b.start(), [etcd.baseUrl]);
  });

  await t.test("one takes the leader's key, and the other is told by whom it is held", async () => {
    await a.grant();
    await b.grant();
    await a.touch("running");
    await b.touch("running");
    assert.equal(await a.acquire(), "a");
    assert.equal(await b.acquire(), "a");
    assert.equal(await a.refresh(), true);
    assert.equal(await b.refresh(), false);
  });

  await t.test("the configuration is changed by who saw its last change", async () => {
    assert.equal(await a.configure("{}", "0"), true);
    assert.equal(await b.configure('{"ttl":30}', "0"), false);
    const { kvs } = await b.cluster();
    const seen = kvs.get(`${folder}config`)?.mod_revision ?? "";
    assert.equal(await b.configure('{"ttl":30}', seen), true);
    assert.deepEqual(
      [...kvs.keys()].toSorted(),
      [`${folder}config`, leader, `${folder}members/a`, `${folder}members/b`].toSorted(),
    );
  });

  const events = b.watch((await b.cluster()).revision);
  const next = async () => (await events.next()).value;

  await t.test("who keeps its session alive keeps the key", async () => {
    assert.equal(await a.keepAlive(), true);
    assert.equal(await a.refresh(), true);
    assert.deepEqual(await next(), { type: "PUT", key: leader, value: "a" });
  });

  await t.test(
    "a leader that dies loses the key with its session; the other takes it",
    async () => {
      const gone = [await next(), await next()].map((event) => event?.key);
      assert.deepEqual(gone, [leader, `${folder}members/a`]);
      assert.equal(await b.acquire(), "b");
      assert.deepEqual(await next(), { type: "PUT", key: leader, value: "b" });
    },
  );

  await t.test("who comes back too late is told that its session is gone", async () => {
    assert.equal(await a.keepAlive(), false);
    await assert.rejects(a.touch("late"), lost);
    await a.grant();
    await a.touch("back");
    assert.equal(await a.acquire(), "b");
    assert.equal(await a.release(), false);
  });

  await t.test("a leader that steps down hands the key on at once", async () => {
    assert.equal(await b.release(), true);
    assert.equal((await next())?.key, `${folder}members/a`);
    assert.deepEqual(await next(), { type: "DELETE", key: leader, value: undefined });
    assert.equal(await a.acquire(), "a");
    b.stop();
    await assert.rejects(next(), { name: "AbortError" });
  });
});

test(`a node that logs in may keep its cluster's keys and no others, on ${targetName}`, {
  timeout,
}, async ({ signal }) => {
  using place = temporaryFolder();
  await using etcd = await startDefaultEtcd(place.path, { flags: ["--bcrypt-cost=4"], signal });
  const caller = grpcCaller(etcd.rpc);
  const range = { key: folder, range_end: `${folder.slice(0, -1)}0` };
  for (const ask of [
    call("UserAdd", { name: "root", password: "root" }),
    call("UserGrantRole", { user: "root", role: "root" }),
    call("UserAdd", { name: "patroni", password: "secret" }),
    call("RoleAdd", { name: "patroni" }),
    call("RoleGrantPermission", { name: "patroni", perm: { permType: "READWRITE", ...range } }),
    call("UserGrantRole", { user: "patroni", role: "patroni" }),
    call("AuthEnable"),
  ]) {
    await answerOf(caller, ask);
  }
  const node = (at: string, password: string) => {
    const login = { name: "patroni", password };
    return new PatroniNode({ url: etcd.baseUrl, name: "a", folder: at, ttlSeconds: 60, login });
  };
  const message = "etcdserver: authentication failed, invalid user ID or password";
  await assert.rejects(node(folder, "wrong").start(), { status: 400, code: 3, message });
  const own = node(folder, "secret");
  await own.start();
  await own.grant();
  assert.equal(await own.acquire(), "a");
  assert.equal(await own.refresh(), true);
  const foreign = node("/service/other/", "secret");
  await foreign.start();
  await foreign.grant();
  const denied = { status: 403, code: 7, message: "etcdserver: permission denied" };
  await assert.rejects(foreign.acquire(), denied);
});
