import assert from "node:assert/strict";
import { test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { Election, Mutex, openSession } from "@leaderlab/election";
import { etcd } from "@leaderlab/proto";
import { createRpcClient, type RpcClient } from "@leaderlab/rpc/client";
import { contendersWhen } from "../harness/contenders.ts";
import { etcdVersion } from "../harness/default-etcd.ts";
import { type EtcdTarget, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** No case takes this long, unless something hangs. */
const timeout = 60_000;
const clock = createRealClock();
const { Campaign, Observe, Proclaim, Resign } = etcd.election.methods;
const { Lock, Unlock } = etcd.lock.methods;
const { LeaseGrant, LeaseRevoke } = etcd.lease.methods;
const bytes = (text: string) => Buffer.from(text);

interface Lab extends EtcdTarget {
  readonly rpc: RpcClient;
}

/** Tests that wait on each other's keys share one etcd; each has a name of its own in it. */
test(`etcd's election and lock services, on ${targetName}`, { timeout }, async (t) => {
  using folder = temporaryFolder();
  await using target = await startEtcdTarget(folder.path, { signal: t.signal });
  const rpc = createRpcClient(target.address);
  const lab = { ...target, rpc };
  for (const [name, tried] of Object.entries(facts)) {
    const skip = etcdVersion() === "3.4" && name.includes("told so") && "3.4 does not look again";
    await t.test(name, { skip }, () => tried(lab));
  }
  rpc.close();
});

const facts: Readonly<Record<string, (lab: Lab) => Promise<void>>> = {
  "a campaign waits until those before it are gone, and tells the revision at which it joined":
    async ({ rpc, client }) => {
      const name = bytes("waits");
      const first = await rpc.unary(Campaign, { name, value: bytes("a") });
      const second = rpc.unary(Campaign, { name, value: bytes("b") });
      const [, waiting] = await contendersWhen(client, "waits", 2);
      await rpc.unary(Resign, { leader: leaderOf(first) });
      const { leader, header } = await second;
      assert.equal(leader?.key.toString(), waiting?.key);
      assert.equal(header?.revision, leader?.rev);
    },

  "the service and clients that campaign by themselves stand in one election": async (lab) => {
    const { rpc, client } = lab;
    await using session = await openSession(client, { clock, ttlSeconds: 60 });
    const own = new Election(session, "shared");
    await own.campaign("own");
    const served = rpc.unary(Campaign, { name: bytes("shared"), value: bytes("served") });
    await contendersWhen(client, "shared", 2);
    await own.resign();
    const { leader } = await served;
    assert.equal((await own.leader()).kv.value.toString(), "served");
    const ownAgain = own.campaign("own again");
    await contendersWhen(client, "shared", 2);
    await rpc.unary(Resign, { leader: leader ?? {} });
    await ownAgain;
  },

  "who gives a campaign up leaves no key behind": async ({ rpc, client }) => {
    const name = bytes("given up");
    await rpc.unary(Campaign, { name, value: bytes("a") });
    const stop = new AbortController();
    const waiting = rpc.unary(Campaign, { name, value: bytes("b") }, { signal: stop.signal });
    await contendersWhen(client, "given up", 2);
    stop.abort();
    await assert.rejects(waiting, { code: "CANCELLED" });
    const [left] = await contendersWhen(client, "given up", 1);
    assert.equal(left?.value, "a");
  },

  "who gives a lock up leaves no key behind, over JSON too": async ({ rpc, client, address }) => {
    await rpc.unary(Lock, { name: bytes("left") });
    const stop = new AbortController();
    const waiting = fetch(`http://${address}/v3/lock/lock`, {
      method: "POST",
      body: JSON.stringify({ name: bytes("left").toString("base64") }),
      signal: stop.signal,
    });
    await contendersWhen(client, "left", 2);
    stop.abort();
    await assert.rejects(waiting, { name: "AbortError" });
    await contendersWhen(client, "left", 1);
  },

  "a lock passes on when it is unlocked, and tells the revision of that": async (lab) => {
    const { rpc, client } = lab;
    const name = bytes("passed on");
    const first = await rpc.unary(Lock, { name });
    const second = rpc.unary(Lock, { name });
    await contendersWhen(client, "passed on", 2);
    const unlocked = await rpc.unary(Unlock, { key: first.key });
    const { key, header } = await second;
    assert.equal(header?.revision, unlocked.header?.revision);
    await using session = await openSession(client, { clock, ttlSeconds: 60 });
    const mutex = new Mutex(session, "passed on");
    await assert.rejects(mutex.tryLock(), { message: "mutex: Locked by another session" });
    await rpc.unary(Unlock, { key });
    await mutex.lock();
  },

  "who waits for a lock with a lease that ends is told so when its turn comes": async (lab) => {
    const { rpc, client } = lab;
    const name = bytes("expired");
    const first = await rpc.unary(Lock, { name });
    const { ID } = await rpc.unary(LeaseGrant, { TTL: 60 });
    const second = rpc.unary(Lock, { name, lease: ID });
    const refused = assert.rejects(second, {
      code: "UNKNOWN",
      message: "mutex: session is expired",
    });
    await contendersWhen(client, "expired", 2);
    await rpc.unary(LeaseRevoke, { ID });
    await rpc.unary(Unlock, { key: first.key });
    await refused;
  },

  "who campaigns with a lease that ends is elected all the same, with no key": async (lab) => {
    const { rpc, client } = lab;
    const name = bytes("keyless");
    const first = await rpc.unary(Campaign, { name });
    const { ID } = await rpc.unary(LeaseGrant, { TTL: 60 });
    const second = rpc.unary(Campaign, { name, lease: ID });
    await contendersWhen(client, "keyless", 2);
    await rpc.unary(LeaseRevoke, { ID });
    await rpc.unary(Resign, { leader: leaderOf(first) });
    assert.equal((await second).leader?.lease, ID);
    await assert.rejects(rpc.unary(etcd.election.methods.Leader, { name }), {
      message: "election: no leader",
    });
  },

  "an observer is told of each leader and each value, and of nothing before there is one": async ({
    rpc,
  }) => {
    const name = bytes("observed");
    const observed = rpc.serverStream(Observe, { name })[Symbol.asyncIterator]();
    const told = async () => {
      const { header, kv } = (await observed.next()).value as etcd.LeaderResponse;
      return [kv?.value.toString(), header?.revision === kv?.mod_revision];
    };
    const firstTold = told();
    const first = await rpc.unary(Campaign, { name, value: bytes("a") });
    assert.deepEqual(await firstTold, ["a", true]);
    const leader = leaderOf(first);
    await rpc.unary(Proclaim, { leader, value: bytes("b") });
    assert.deepEqual(await told(), ["b", true]);
    const second = rpc.unary(Campaign, { name, value: bytes("c") });
    await rpc.unary(Resign, { leader });
    await second;
    assert.equal((await told())[0], "c");
    await observed.return?.();
  },
};

function leaderOf({ leader }: etcd.CampaignResponse): etcd.LeaderKey {
  assert.ok(leader);
  return leader;
}
