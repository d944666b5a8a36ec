import assert from "node:assert/strict";
import { join } from "node:path";
import { after, test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { Election, type EtcdClient, Mutex, observeLeader, openSession } from "@leaderlab/election";
import { contendersWhen } from "../harness/contenders.ts";
import { startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { GoPeer } from "../harness/go-peer.ts";
import { buildGo } from "../harness/go-program.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { type LndPeer, rest, statesUntil } from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const built = temporaryFolder();
const { program, skip } = buildGo("peer", built.path);
after(() => built[Symbol.dispose]());
const timeout = 60_000;
const clock = createRealClock();
const election = "cluster-leader";
const gone = { code: 0, signal: null };

test(`Go's concurrency and simulated nodes in one election, on ${targetName}`, {
  skip,
  timeout,
}, async (t) => {
  const { signal } = t;
  using folder = temporaryFolder();
  await using etcd = await startEtcdTarget(folder.path, { signal });
  const { client, address } = etcd;
  const goPeer = (id: string) =>
    new GoPeer({ program, etcd: address, name: election, id, ttlSeconds: 2, signal });
  const node = (id: string, ttlSeconds: number) =>
    startNode({ id, ttlSeconds, etcd: address, folder: folder.path, signal });

  await using observer = goPeer("go-observer");
  const bothSee = observers(observer, client, signal);
  await using first = goPeer("go-1");
  first.tell("campaign");
  const elected = await first.next("elected");
  await bothSee("go-1", elected.key);
  await using lnd1 = await node("lnd-1", 3);

  await t.test("a node waits behind a Go program, with a key of the same form", async () => {
    const [leader, waiting] = await contendersWhen(client, election, 2);
    assert.deepEqual([leader?.key, leader?.value], [elected.key, "go-1"]);
    for (const one of [leader, waiting]) assert.equal(one?.key, `${election}/${one?.lease}`);
    assert.equal((await rest(lnd1.peer, "/v1/state")).body, '{"state":"WAITING_TO_START"}');
  });

  await t.test("the Go leader resigns: the node takes over and becomes active", async () => {
    const active = statesUntil(lnd1.peer, "SERVER_ACTIVE");
    first.tell("resign");
    await first.next("resigned");
    assert.deepEqual((await active).slice(-2), ["RPC_ACTIVE", "SERVER_ACTIVE"]);
    await bothSee("lnd-1");
  });

  await t.test("the node is killed: Go is elected when the lease has run out", async () => {
    first.tell("campaign");
    const [leader] = await contendersWhen(client, election, 2);
    assert.equal(leader?.value, "lnd-1");
    await lnd1.process.kill("SIGKILL");
    await first.next("elected");
    await bothSee("go-1", elected.key);
  });

  await using lnd2 = await node("lnd-2", 60);

  await t.test(
    "the Go leader is killed: the node takes over when the lease has run out",
    async () => {
      await contendersWhen(client, election, 2);
      const active = statesUntil(lnd2.peer, "SERVER_ACTIVE");
      await first.process.kill("SIGKILL");
      assert.deepEqual((await active).slice(-2), ["RPC_ACTIVE", "SERVER_ACTIVE"]);
      await bothSee("lnd-2");
    },
  );

  await using second = goPeer("go-2");

  await t.test(
    "the node is stopped: it resigns, and Go is elected long before the TTL",
    async () => {
      second.tell("campaign");
      await contendersWhen(client, election, 2);
      assert.deepEqual(await lnd2.process.kill("SIGTERM"), gone);
      const { key } = await second.next("elected");
      await bothSee("go-2", key);
    },
  );
});

test(`a leader's proclamations and its resignation are told alike, on ${targetName}`, {
  skip,
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  await using etcd = await startEtcdTarget(folder.path, { signal });
  const { client, address } = etcd;
  const options = { program, etcd: address, name: election, signal };
  await using observer = new GoPeer({ ...options, id: "go-observer", ttlSeconds: 60 });
  const bothSee = observers(observer, client, signal);
  await using leader = new GoPeer({ ...options, id: "go-1", ttlSeconds: 60 });
  leader.tell("campaign");
  await leader.next("elected");
  await bothSee("go-1");
  leader.tell("proclaim another value");
  await leader.next("proclaimed");
  await bothSee("another value");
  const session = await openSession(client, { clock, ttlSeconds: 60 });
  const ours = new Election(session, election);
  const elected = ours.campaign("ours");
  await contendersWhen(client, election, 2);
  assert.equal(Buffer.from((await ours.leader()).kv.value).toString(), "another value");
  leader.tell("resign");
  await elected;
  await bothSee("ours");
  leader.tell("leader");
  assert.equal((await leader.next("leader")).value, "ours");
  await session.close();
  leader.tell("leader");
  assert.equal((await leader.next("error")).error, "election: no leader");
});

test(`Go and etcd's election and lock services queue together, on ${targetName}`, {
  skip,
  timeout,
}, async ({ signal }) => {
  using folder = temporaryFolder();
  await using etcd = await startEtcdTarget(folder.path, { signal });
  const { client, address } = etcd;
  const options = { program, etcd: address, name: election, id: "go", ttlSeconds: 60, signal };
  await using go = new GoPeer(options);
  const ask = async (path: string, request: object) => {
    const body = JSON.stringify(request);
    const response = await fetch(`http://${address}/v3/${path}`, { method: "POST", body });
    return JSON.parse(await response.text());
  };
  const base64 = (text: string) => Buffer.from(text).toString("base64");

  go.tell("campaign");
  await go.next("elected");
  const served = ask("election/campaign", { name: base64(election), value: base64("served") });
  await contendersWhen(client, election, 2);
  go.tell("resign");
  const { leader } = await served;
  go.tell("leader");
  assert.equal((await go.next("leader")).key, Buffer.from(leader.key, "base64").toString());
  go.tell("campaign");
  await contendersWhen(client, election, 2);
  await ask("election/resign", { leader });
  await go.next("elected");

  go.tell("lock l");
  await go.next("locked");
  const lock = ask("lock/lock", { name: base64("l") });
  await contendersWhen(client, "l", 2);
  go.tell("unlock l");
  const { key } = await lock;
  go.tell("trylock l");
  assert.equal((await go.next("error")).error, "mutex: Locked by another session");
  await ask("lock/unlock", { key });
  go.tell("trylock l");
  await go.next("locked");
});

test(`a lock is shared with Go, on ${targetName}`, { skip, timeout }, async ({ signal }) => {
  using folder = temporaryFolder();
  await using etcd = await startEtcdTarget(folder.path, { signal });
  const { client, address } = etcd;
  await using go = new GoPeer({
    program,
    etcd: address,
    name: "e",
    id: "go",
    ttlSeconds: 2,
    signal,
  });
  await using session = await openSession(client, { clock, ttlSeconds: 60 });
  const mutex = new Mutex(session, "l");

  await mutex.lock();
  go.tell("trylock l");
  assert.equal((await go.next("error")).error, "mutex: Locked by another session");
  go.tell("lock l");
  const [ours, theirs] = await contendersWhen(client, "l", 2);
  assert.equal(ours?.key, `l/${session.lease.toString(16)}`);
  await mutex.unlock();
  assert.equal((await go.next("locked")).key, theirs?.key);

  await assert.rejects(mutex.tryLock(), { message: "mutex: Locked by another session" });
  const unlocked = mutex.lock();
  await contendersWhen(client, "l", 2);
  go.tell("unlock l");
  await unlocked;
  await mutex.unlock();

  go.tell("lock l");
  await go.next("locked");
  const inherited = mutex.lock();
  await contendersWhen(client, "l", 2);
  await go.process.kill("SIGKILL");
  await inherited;
  assert.deepEqual(
    (await contendersWhen(client, "l", 1)).map(({ key }) => key),
    [ours?.key],
  );
});

interface NodeOptions {
  readonly id: string;
  readonly ttlSeconds: number;
  readonly etcd: string;
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** A simulated node that makes and opens the cluster's wallet by itself; resolves when its ports are open. */
async function startNode({ id, ttlSeconds, etcd, folder, signal }: NodeOptions) {
  const peer: LndPeer = { restPort: await freePort(), rpcPort: await freePort() };
  const process = leaderlab(
    [
      "lnd",
      "--bitcoin.regtest",
      "--bitcoin.node=nochainbackend",
      "--noseedbackup",
      "--db.backend=etcd",
      `--db.etcd.host=${etcd}`,
      "--db.etcd.disabletls",
      "--cluster.enable-leader-election",
      "--cluster.leader-elector=etcd",
      `--cluster.etcd-election-prefix=${election}`,
      `--cluster.id=${id}`,
      `--cluster.leader-session-ttl=${ttlSeconds}`,
      `--lnddir=${join(folder, id)}`,
      `--restlisten=127.0.0.1:${peer.restPort}`,
      `--rpclisten=127.0.0.1:${peer.rpcPort}`,
    ],
    { cwd: folder, name: id, signal },
  );
  await process.line(/gRPC proxy started/);
  return { peer, process, [Symbol.asyncDispose]: () => process[Symbol.asyncDispose]() };
}

/**
 * Waits until Go's observer and ours have been told of the same leader, or of a leader's new value, and checks that it
 * is the one to come next.
 */
function observers(go: GoPeer, client: EtcdClient, signal: AbortSignal) {
  go.tell("observe");
  const ours = observeLeader({ client, clock, name: election, signal });
  return async (value: string, key?: string): Promise<void> => {
    const toldToGo = await go.next("observed");
    const toldToUs = (await ours.next()).value?.kv;
    assert.equal(toldToGo.value, value);
    assert.equal(Buffer.from(toldToUs?.value ?? "").toString(), value);
    assert.equal(Buffer.from(toldToUs?.key ?? "").toString(), toldToGo.key);
    if (key !== undefined) assert.equal(toldToGo.key, key);
  };
}
