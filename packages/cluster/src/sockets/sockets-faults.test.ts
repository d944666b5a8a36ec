import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, test } from "node:test";
import { createScaledClock, createSystemRandom, type ScaledClock } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import * as lnd from "@leaderlab/proto/lnd";
import { awaitEvent } from "../await-event.ts";
import { startCluster } from "../cluster.ts";
import type { Cluster } from "../running-cluster.ts";
import type { TimelineEvent } from "../timeline.ts";

let folder: string;
let clock: ScaledClock;
let cluster: Cluster;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "leaderlab-faults-"));
  clock = createScaledClock(createRealClock());
  const random = createSystemRandom();
  cluster = await startCluster({ clock, random, folder, nodes: 2, sessionTtlSeconds: 3 });
  await happened((event) => event.kind === "state" && event.state === "SERVER_ACTIVE");
  await happened((event) => event.kind === "campaigning" && event.node === "lnd-2");
});
afterEach(async () => {
  await cluster.stop();
  rmSync(folder, { recursive: true });
});

const happened = (isIt: (event: TimelineEvent) => boolean, afterSeq = 0) =>
  awaitEvent(cluster.timeline, isIt, { afterSeq });
const serves = (node: string) => (event: TimelineEvent) =>
  event.kind === "state" && event.node === node && event.state === "SERVER_ACTIVE";
/** What happened after an event, but for what the test did to time. */
const kindsAfter = (seq: number) =>
  cluster.timeline.events.flatMap((event) =>
    event.seq > seq && !event.kind.startsWith("time") ? [event.kind] : [],
  );
const seqNow = () => cluster.timeline.events.at(-1)?.seq ?? 0;

/** Lets time pass, however slow this machine is. */
async function pass(ms: number): Promise<void> {
  cluster.time.pause();
  await cluster.time.advance(ms);
  cluster.time.resume();
}

/** Asks a node for its state over the link that its clients use. */
async function askState(name: string) {
  const client = cluster.node(name).connect();
  try {
    return (await client.unary(lnd.state.methods.GetState, {})).state;
  } finally {
    client.close();
  }
}

test("a leader that is cut off from etcd is replaced, and serves on beside the next one", async () => {
  await using _cut = await cluster.inject({ kind: "blackhole", link: "lnd-1:etcd" });
  await happened((event) => event.kind === "leaseExpired" && event.node === "lnd-1");
  await happened(serves("lnd-2"));
  assert.equal(cluster.node("lnd-1").state, "SERVER_ACTIVE");
  assert.equal(await askState("lnd-1"), "SERVER_ACTIVE");
});

test("a leader whose keep-alives get lost loses its lease, while it reads and writes on", async () => {
  await using _lost = await cluster.inject({ kind: "dropKeepAlives", link: "lnd-1:etcd" });
  await happened((event) => event.kind === "leaseExpired" && event.node === "lnd-1");
  await happened(serves("lnd-2"));
  assert.equal(cluster.node("lnd-1").state, "SERVER_ACTIVE");
});

test("a follower that hears no events of its watch does not see its predecessor go", async () => {
  const fault = await cluster.inject({ kind: "dropWatchEvents", link: "lnd-2:etcd" });
  await cluster.node("lnd-1").stop();
  const lease = cluster.node("lnd-2").leaseId;
  await pass(4000);
  assert.deepEqual(
    [cluster.node("lnd-2").isElected, cluster.node("lnd-2").leaseId],
    [false, lease],
  );
  await fault.undo();
});

test("a reset of its link costs a node no more than a new connection", async () => {
  const fault = await cluster.inject({ kind: "reset", link: "*:etcd" });
  await fault.undo();
  const seq = seqNow();
  await pass(4000);
  assert.equal(cluster.snapshot().leader, "lnd-1");
  assert.deepEqual(kindsAfter(seq), []);
});

test("a paused leader answers nobody and is replaced; resumed, it answers what was asked meanwhile", async () => {
  await cluster.node("lnd-1").pause();
  const asked = askState("lnd-1");
  await happened(serves("lnd-2"));
  await cluster.node("lnd-1").resume();
  assert.equal(await asked, "SERVER_ACTIVE");
});

test("a paused node can be killed, and started anew it is as any other", async () => {
  await cluster.node("lnd-2").pause();
  await cluster.node("lnd-2").kill();
  const seq = seqNow();
  await cluster.node("lnd-2").start();
  await happened((event) => event.kind === "campaigning" && event.node === "lnd-2", seq);
  assert.equal(await askState("lnd-2"), "WAITING_TO_START");
});

test("a link to a node's clients can be cut, and the node does not notice", async () => {
  const cut = await cluster.inject({ kind: "blackhole", link: "client:lnd-1" });
  const asked = askState("lnd-1");
  assert.equal(await askState("lnd-2"), "WAITING_TO_START");
  await cut.undo();
  assert.equal(await asked, "SERVER_ACTIVE");
  assert.equal(cluster.snapshot().leader, "lnd-1");
});

test("etcd that comes back within the TTL has lost nothing: leases have their whole TTL, the leader leads on", async () => {
  const down = await cluster.inject({ kind: "etcdDown" });
  await pass(1000);
  await down.undo();
  const seq = seqNow();
  for (const { leaseRemainingMs } of cluster.snapshot().queue) assert.ok(leaseRemainingMs !== null);
  await pass(5000);
  assert.deepEqual([cluster.snapshot().leader, cluster.snapshot().queue.length], ["lnd-1", 2]);
  assert.deepEqual(kindsAfter(seq), []);
});

test("an error of etcd's own reaches the nodes, as often as was said", async () => {
  await using fault = await cluster.inject({
    kind: "rpcError",
    method: "LeaseKeepAlive",
    code: "UNAVAILABLE",
    count: 1,
  });
  await pass(4000);
  assert.deepEqual([cluster.snapshot().leader, cluster.faults], ["lnd-1", [fault]]);
});

test("what this cluster does not have is refused by name", async () => {
  const refused = (spec: Parameters<Cluster["inject"]>[0], message: RegExp) =>
    assert.rejects(cluster.inject(spec), { name: /FaultError|NodeStateError/, message });
  await refused(
    { kind: "blackhole", link: "lnd-9:etcd" },
    /there is no link lnd-9:etcd; there are client:lnd-1, lnd-1:etcd, client:lnd-2, lnd-2:etcd/,
  );
  await refused(
    { kind: "dropKeepAlives", link: "client:lnd-1" },
    /messages of client:lnd-1 cannot/,
  );
  await refused({ kind: "loss", link: "lnd-1:etcd", rate: 0.1 }, /loss is for a cluster in memory/);
  await refused({ kind: "pause", node: "lnd-9" }, /there is no node lnd-9; there are lnd-1, lnd-2/);
  await refused(
    { kind: "rpcError", method: "Nope", code: "UNAVAILABLE" },
    /no method is called Nope/,
  );
  assert.deepEqual(cluster.faults, []);
});

test("time that stands still lets reads through and no lease run; moved on, keep-alives go with it", async () => {
  cluster.time.pause();
  assert.equal(cluster.time.mode, "paused");
  const queue = () => cluster.snapshot().queue.map(({ leaseRemainingMs }) => leaseRemainingMs);
  await cluster.time.advance(0); // what was on its way has arrived
  const before = queue();
  for (let turn = 0; turn < 20; turn++) assert.equal(await askState("lnd-1"), "SERVER_ACTIVE");
  assert.deepEqual(queue(), before);
  await cluster.time.advance(60_000);
  assert.deepEqual([cluster.snapshot().leader, queue().length], ["lnd-1", 2]);
  await cluster.node("lnd-1").kill();
  await cluster.time.advance(4000);
  await happened((event) => event.kind === "elected" && event.node === "lnd-2");
  await cluster.time.advance(0);
  await cluster.time.step();
  const { kind } = cluster.timeline.events.at(-1) ?? {};
  assert.equal(kind, "timeAdvanced");
  cluster.time.setSpeed(100);
  await happened(serves("lnd-2"));
  assert.equal(cluster.time.mode, "scaled");
});
