import assert from "node:assert/strict";
import { type EventEmitter, once } from "node:events";
import { test } from "node:test";
import { Etcd3, EtcdLeaseInvalidError, EtcdLockFailedError, type IOptions } from "etcd3";
import { startDefaultEtcd } from "../harness/default-etcd.ts";
import { targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** Nothing here takes as long, unless something hangs. */
const timeout = 60_000;

test(`npm's etcd3, on ${targetName}`, { timeout }, async (t) => {
  using folder = temporaryFolder();
  await using etcd = await startDefaultEtcd(folder.path, { signal: t.signal });
  const options: IOptions = { hosts: etcd.baseUrl };
  const client = new Etcd3(options);
  t.after(() => client.close());
  /** A check with keys of its own. */
  const check = (sentence: string, run: (own: ReturnType<Etcd3["namespace"]>) => Promise<void>) =>
    t.test(sentence, () => run(client.namespace(`${sentence}/`)));

  await check("put, get and delete, as strings, numbers, JSON and buffers", async (own) => {
    await own.put("n").value(7);
    await own.put("j").value(JSON.stringify({ a: 1 }));
    await own.put("b").value(Buffer.from([0, 255]));
    assert.equal(await own.get("n").number(), 7);
    assert.deepEqual(await own.get("j").json(), { a: 1 });
    assert.deepEqual(await own.get("b").buffer(), Buffer.from([0, 255]));
    assert.equal(await own.get("none"), null);
    assert.equal((await own.delete().key("n")).deleted, "1");
    assert.equal(await own.get("n").string(), null);
  });

  await check("getAll by prefix, sorted and limited", async (own) => {
    await own.put("a").value("3");
    await own.put("b").value("1");
    await own.put("c").value("2");
    assert.deepEqual(await own.getAll().strings(), { a: "3", b: "1", c: "2" });
    assert.deepEqual(await own.getAll().sort("Value", "Ascend").limit(2).keys(), ["b", "c"]);
    assert.equal(await own.getAll().prefix("a").count(), 1);
    assert.equal(
      await own
        .delete()
        .all()
        .exec()
        .then(({ deleted }) => deleted),
      "3",
    );
  });

  await check("if, then and else", async (own) => {
    await own.put("k").value("v");
    const commit = (value: string) =>
      own
        .if("k", "Value", "==", value)
        .and("none", "Create", "==", 0)
        .then(own.put("k").value("w"))
        .else(own.get("k"))
        .commit();
    assert.equal((await commit("x")).succeeded, false);
    assert.equal((await commit("v")).succeeded, true);
    assert.equal(await own.get("k").string(), "w");
  });

  await check(
    "a lease puts keys, is kept alive, and takes them when it is revoked",
    async (own) => {
      const lease = own.lease(10);
      await lease.put("k").value("v");
      const answer = await lease.keepaliveOnce();
      assert.equal(answer.TTL, "10");
      const { keys } = await client.leaseClient.leaseTimeToLive({
        ID: await lease.grant(),
        keys: true,
      });
      assert.equal(keys.length, 1);
      await lease.revoke();
      assert.equal(await own.get("k"), null);
    },
  );

  await check("a lease that was lost says so", async (own) => {
    const lease = own.lease(3);
    const lost = once(lease as unknown as EventEmitter, "lost");
    await client.leaseClient.leaseRevoke({ ID: await lease.grant() });
    const [error] = await lost;
    assert.ok(error instanceof EtcdLeaseInvalidError);
  });

  await check("a watcher is told of puts and deletes, with what was there", async (own) => {
    await own.put("k1").value("old");
    const watcher = await own.watch().prefix("k").withPreviousKV().create();
    const next = (event: string) => once(watcher as unknown as EventEmitter, event);
    const put = next("put");
    await own.put("k1").value("new");
    const [kv, previous] = await put;
    assert.deepEqual([String(kv.value), String(previous.value)], ["new", "old"]);
    const gone = next("delete");
    await own.delete().key("k1");
    assert.equal(String((await gone)[1].value), "new");
    await watcher.cancel();
  });

  await check("a watcher from the past is told the past", async (own) => {
    const { header } = await own.put("k").value("1");
    await own.put("k").value("2");
    const watcher = own.watch().key("k").startRevision(header.revision).watcher();
    const values: string[] = [];
    const both = new Promise<void>((resolve) => {
      watcher.on("put", (kv) => {
        values.push(String(kv.value));
        if (values.length === 2) resolve();
      });
    });
    await both;
    assert.deepEqual(values, ["1", "2"]);
    await watcher.cancel();
  });

  await check("a lock is held by one", async (own) => {
    const held = await own.lock("l").acquire();
    await assert.rejects(own.lock("l").acquire(), EtcdLockFailedError);
    await held.release();
    await own.lock("l").do(async () => assert.ok((await own.getAll().count()) > 0));
  });

  for (const [isolation, level] of [
    "SerializableSnapshot",
    "Serializable",
    "RepeatableReads",
  ].entries()) {
    await check(`a transaction of ${level} loses no increment`, async (own) => {
      await own.put("n").value(0);
      const increment = () =>
        own.stm({ isolation, retries: 50 }).transact(async (tx) => {
          const count = (await tx.get("n").number()) ?? 0;
          await tx.put("n").value(count + 1);
        });
      await Promise.all(Array.from({ length: 10 }, increment));
      assert.equal(await own.get("n").number(), 10);
    });
  }

  // Of a resignation that comes while a campaign only begins to wait, the library misses to be told now and then.
  await check(
    "an election: one leads, proclaims and resigns, and the next one leads",
    async (own) => {
      const election = own.election("e", 10);
      const first = election.campaign("one");
      await first.wait();
      assert.equal(await election.leader(), "one");
      await first.proclaim("one more");
      assert.equal(await election.leader(), "one more");
      await first.resign();
      assert.equal(await election.leader(), undefined);
      const second = await election.campaign("two").wait();
      assert.equal(await election.leader(), "two");
      await second.resign();
    },
  );

  await check("refusals are errors of their own classes", async () => {
    await assert.rejects(client.put("").value("v").exec(), /etcdserver: key is not provided/);
    const unknown = client.leaseClient.leaseRevoke({ ID: "404" });
    await assert.rejects(unknown, EtcdLeaseInvalidError);
  });

  await check("status and members", async () => {
    const { members } = await client.cluster.memberList({});
    const { leader } = await client.maintenance.status();
    assert.deepEqual([members.length, members[0]?.ID], [1, leader]);
  });
});
