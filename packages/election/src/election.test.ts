import assert from "node:assert/strict";
import { test } from "node:test";
import { Election } from "./election.ts";
import type { RangeRequest, WatchResult } from "./etcd-client.ts";
import type { Session } from "./session.ts";
import { createLab, type Lab } from "./testing/lab.ts";
import { text } from "./testing/naive-etcd.ts";

/** A contender that campaigns in the background; `elected` turns true when it leads. */
function campaign(session: Session, value: string, options: { signal?: AbortSignal } = {}) {
  const election = new Election(session, "race");
  const contender = { election, elected: false, ended: Promise.resolve() };
  contender.ended = election.campaign(value, options).then(() => {
    contender.elected = true;
  });
  contender.ended.catch(() => {});
  return contender;
}

async function contend(lab: Lab, names: readonly string[]) {
  const contenders = [];
  for (const name of names) {
    contenders.push(campaign(await lab.join(name), name));
    await lab.settle();
  }
  return contenders as [Contender, Contender, Contender];
}

type Contender = ReturnType<typeof campaign>;

/** The keys that a client watched, in order. */
const watched = (lab: Lab, client: string) =>
  lab.etcd.requests("watch", client).map((call) => {
    const { range, startRevision } = call.request as { range: RangeRequest; startRevision: number };
    return [text(range.key), startRevision];
  });

test("the first to campaign leads at once, with its lease's key and the revision it was put at", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["lnd-1"]);
  assert.equal(first.elected, true);
  assert.deepEqual(lab.etcd.keyNames(), ["race/1000"]);
  assert.equal(text(first.election.key ?? new Uint8Array()), "race/1000");
  assert.equal(first.election.revision, 2);
});

test("a campaign asks for the youngest key before its own, as Go's client does", async () => {
  const lab = createLab();
  await contend(lab, ["lnd-1"]);
  const request = lab.etcd.requests("get")[0]?.request as RangeRequest;
  const { key, rangeEnd, ...options } = request;
  assert.equal(text(key), "race/");
  assert.equal(text(rangeEnd ?? new Uint8Array()), "race0");
  assert.deepEqual(options, {
    limit: 1,
    sortOrder: "descend",
    sortTarget: "create",
    maxCreateRevision: 1,
  });
});

test("contenders queue in the order in which they came, each watching the one before it", async () => {
  const lab = createLab();
  const [first, second, third] = await contend(lab, ["a", "b", "c"]);
  assert.deepEqual(watched(lab, "b"), [["race/1000", 3]]);
  assert.deepEqual(watched(lab, "c"), [["race/1001", 4]]);
  await first.election.resign();
  await lab.settle();
  assert.deepEqual([second.elected, third.elected], [true, false]);
  await second.election.resign();
  await lab.settle();
  assert.equal(third.elected, true);
});

test("when a waiting contender goes, the one behind it watches the one before it", async () => {
  const lab = createLab();
  const [first, second, third] = await contend(lab, ["a", "b", "c"]);
  await second.election.session.close();
  await lab.settle();
  assert.equal(third.elected, false);
  assert.deepEqual(watched(lab, "c"), [
    ["race/1001", 4],
    ["race/1000", 5],
  ]);
  await first.election.resign();
  await lab.settle();
  assert.equal(third.elected, true);
});

test("a leader that dies is followed when its lease expires, not before", async () => {
  const lab = createLab();
  const [first, second] = await contend(lab, ["a", "b"]);
  await lab.clock.advance(3000);
  const { client } = first.election.session;
  lab.etcd.clients.find((one) => one === client)?.setLink("refused");
  await lab.clock.advance(3999);
  assert.equal(second.elected, false);
  await lab.clock.advance(1);
  assert.equal(second.elected, true);
});

test("resigning deletes the key and keeps the lease; a second time does nothing", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["a"]);
  await first.election.resign();
  await first.election.resign();
  assert.deepEqual(lab.etcd.keyNames(), []);
  assert.equal(first.election.key, undefined);
  assert.equal(lab.etcd.requests("revoke").length, 0);
  assert.equal(lab.etcd.requests("txn").length, 2);
  assert.equal(lab.etcd.renew(first.election.session.lease), 5);
});

test("a leader whose key is gone resigns without an error and without harm to its successor", async () => {
  const lab = createLab();
  const [first, second] = await contend(lab, ["a", "b"]);
  lab.etcd.deleteRange({ key: first.election.key ?? new Uint8Array() });
  await lab.settle();
  await first.election.resign();
  assert.equal(second.elected, true);
  assert.deepEqual(lab.etcd.keyNames(), ["race/1001"]);
});

test("an aborted campaign takes its key back and fails with the signal's reason", async () => {
  const lab = createLab();
  await contend(lab, ["a"]);
  const stop = new AbortController();
  const waiting = campaign(await lab.join("b"), "b", { signal: stop.signal });
  await lab.settle();
  stop.abort(new Error("context canceled"));
  await assert.rejects(waiting.ended, /context canceled/);
  assert.deepEqual(lab.etcd.keyNames(), ["race/1000"]);
  assert.equal(waiting.election.key, undefined);
});

test("an aborted campaign may leave its key, which then holds up those behind it until its lease ends", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["a"]);
  const stop = new AbortController();
  const session = await lab.join("b");
  const election = new Election(session, "race");
  const waiting = election.campaign("b", { signal: stop.signal, onAbort: "leave" });
  await lab.settle();
  stop.abort(new Error("context canceled"));
  await assert.rejects(waiting, /context canceled/);
  await election.resign();
  assert.deepEqual(lab.etcd.keyNames(), ["race/1000", "race/1001"]);
  await session.orphan();
  const third = campaign(await lab.join("c"), "c");
  await first.election.resign();
  await lab.clock.advance(4999);
  assert.equal(third.elected, false);
  await lab.clock.advance(1);
  assert.equal(third.elected, true);
});

test("an aborted campaign gives up taking its key back after 5 s when etcd is away", async () => {
  const lab = createLab();
  await contend(lab, ["a"]);
  const stop = new AbortController();
  const waiting = campaign(await lab.join("b"), "b", { signal: stop.signal });
  await lab.settle();
  lab.etcd.stop();
  stop.abort(new Error("context canceled"));
  const failed = assert.rejects(waiting.ended, /context canceled/);
  await lab.clock.advance(5000);
  await failed;
});

test("campaigning anew with the same value keeps the place, without another write", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["a"]);
  await first.election.campaign("a");
  assert.equal(first.election.revision, 2);
  assert.equal(lab.etcd.revision, 2);
});

test("campaigning anew with another value keeps the place and proclaims the value", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["a"]);
  await first.election.campaign("a2");
  const { kv } = await first.election.leader();
  assert.deepEqual([text(kv.value), kv.createRevision, kv.modRevision], ["a2", 2, 3]);
});

test("two contenders may campaign with the same value and queue like any others", async () => {
  const lab = createLab();
  const [first, second] = await contend(lab, ["a", "b"]);
  const twin = campaign(await lab.join("c"), "b");
  await first.election.resign();
  await lab.settle();
  assert.deepEqual([second.elected, twin.elected], [true, false]);
});

test("proclaiming changes the leader's value and not its place", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["a", "b"]);
  await first.election.proclaim("a2");
  const { kv } = await first.election.leader();
  assert.deepEqual([text(kv.value), kv.createRevision, kv.lease], ["a2", 2, 0x1000n]);
});

test("proclaiming without having campaigned, or after losing the key, fails with Go's text", async () => {
  const lab = createLab();
  const session = await lab.join("a");
  const notLeader = { message: "election: not leader", kind: "notLeader", code: "UNKNOWN" };
  await assert.rejects(new Election(session, "race").proclaim("x"), notLeader);
  const { election } = campaign(session, "a");
  await lab.settle();
  lab.etcd.deleteRange({ key: election.key ?? new Uint8Array() });
  await assert.rejects(election.proclaim("x"), notLeader);
  assert.equal(election.key, undefined);
  await assert.rejects(election.proclaim("x"), notLeader);
});

test("asking for the leader of an election without one fails with Go's text", async () => {
  const lab = createLab();
  const election = new Election(await lab.join("a"), "race");
  await assert.rejects(election.leader(), { message: "election: no leader", kind: "noLeader" });
});

test("a waiting contender rides out an etcd that is away and misses nothing", async () => {
  const lab = createLab();
  const [first, second] = await contend(lab, ["a", "b"]);
  const link = lab.etcd.clients[1];
  link?.setLink("refused");
  await first.election.resign();
  await lab.clock.advance(2000);
  assert.equal(second.elected, false);
  link?.setLink("up");
  await lab.clock.advance(500);
  assert.equal(second.elected, true);
  assert.deepEqual(watched(lab, "b"), [
    ["race/1000", 3],
    ["race/1000", 3],
  ]);
});

test("a contender whose own key expired while waiting leads with no key in etcd, as lnd does", async () => {
  const lab = createLab();
  const [first, second] = await contend(lab, ["a", "b"]);
  lab.etcd.stop();
  await lab.clock.advance(12_000);
  assert.equal(first.election.session.signal.aborted, true);
  assert.equal(second.election.session.signal.aborted, true);
  lab.etcd.start();
  await lab.clock.advance(5500);
  assert.equal(second.elected, true);
  assert.deepEqual(lab.etcd.keyNames(), []);
  await assert.rejects(second.election.leader(), { message: "election: no leader" });
});

test("a campaign waits for an etcd that is away before its key is put", async () => {
  const lab = createLab();
  const session = await lab.join("a", { ttlSeconds: 600 });
  lab.etcd.stop();
  const contender = campaign(session, "a");
  await lab.clock.advance(60_000);
  lab.etcd.start();
  await lab.clock.advance(500);
  assert.equal(contender.elected, true);
});

test("a campaign whose connection breaks while the key is put fails, and campaigning anew finds the key", async () => {
  const lab = createLab();
  const session = await lab.join("a");
  session.client.loseNextAnswer();
  const election = new Election(session, "race");
  await assert.rejects(election.campaign("a"), { code: "UNAVAILABLE" });
  assert.deepEqual(lab.etcd.keyNames(), ["race/1000"]);
  await election.campaign("a");
  assert.equal(election.revision, 2);
});

test("a campaign with an expired lease fails with etcd's text", async () => {
  const lab = createLab();
  const session = await lab.join("a");
  lab.etcd.revoke(session.lease);
  await assert.rejects(new Election(session, "race").campaign("a"), {
    code: "NOT_FOUND",
    message: "etcdserver: requested lease not found",
  });
});

test("a leader known by its key alone can proclaim and resign", async () => {
  const lab = createLab();
  const session = await lab.join("a");
  const { election } = campaign(session, "a");
  await lab.settle();
  const key = election.key ?? new Uint8Array();
  const resumed = Election.resume(session, "race", { key, revision: election.revision });
  await resumed.proclaim("a2");
  assert.equal(resumed.headerRevision, 3);
  assert.equal(text((await resumed.leader()).kv.value), "a2");
  await resumed.resign();
  assert.equal(resumed.headerRevision, 4);
  assert.deepEqual(lab.etcd.keyNames(), []);
});

test("elections of different names do not touch each other, one name being the start of the other", async () => {
  const lab = createLab();
  const session = await lab.join("a");
  for (const name of ["race", "race/b", "rac", "race0"]) {
    await new Election(session, name).campaign("x");
  }
  assert.equal(lab.etcd.keyNames().length, 4);
});

test("the port gives each watcher the changes of its key only, in order", async () => {
  const lab = createLab();
  const [first] = await contend(lab, ["a", "b"]);
  const results: WatchResult[] = [];
  const stop = new AbortController();
  const range = { key: first.election.key ?? new Uint8Array() };
  const reading = (async () => {
    for await (const result of first.election.session.client.watch(range, 1, stop.signal)) {
      results.push(result);
    }
  })().catch(() => {});
  await first.election.proclaim("a2");
  await first.election.resign();
  await lab.settle();
  stop.abort();
  await reading;
  const kinds = results.flatMap((result) => result.events.map((event) => event.type));
  assert.deepEqual(kinds, ["put", "put", "delete"]);
});
