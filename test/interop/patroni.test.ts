import assert from "node:assert/strict";
import { test } from "node:test";
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
