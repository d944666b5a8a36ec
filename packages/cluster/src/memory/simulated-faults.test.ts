import assert from "node:assert/strict";
import { test } from "node:test";
import { startCluster } from "../cluster.ts";
import type { FaultSpec } from "../faults/fault-table.ts";
import type { Cluster } from "../running-cluster.ts";

const second = 1000;

/** Three nodes of which the first serves, its next health check nearly a minute away. */
async function serving(sessionTtlSeconds = 5): Promise<Cluster> {
  const cluster = await startCluster({ fabric: "memory", seed: 3, sessionTtlSeconds });
  await cluster.time.advance(2 * second);
  return cluster;
}

const inject = (cluster: Cluster, spec: FaultSpec) => cluster.finish(cluster.inject(spec));

const storyOf = (cluster: Cluster, from = 0) =>
  cluster.timeline.events
    .slice(from)
    .flatMap((event) =>
      "node" in event && event.kind !== "state" ? [`${event.node} ${event.kind}`] : [],
    );

const activeNodes = (cluster: Cluster) =>
  cluster.nodes.flatMap(({ name, state }) => (state === "SERVER_ACTIVE" ? [name] : []));

test("a leader that is cut off from etcd serves on beside the next one, and its shutdown hangs on the database", async () => {
  await using cluster = await serving();
  const before = cluster.timeline.events.length;
  await inject(cluster, { kind: "blackhole", link: "lnd-1:etcd" });
  await cluster.time.advance(30 * second);
  assert.deepEqual(storyOf(cluster, before), ["lnd-1 leaseExpired", "lnd-2 elected"]);
  assert.deepEqual(activeNodes(cluster), ["lnd-1", "lnd-2"]);
  await cluster.time.advance(90 * second);
  assert.deepEqual(storyOf(cluster, before).slice(2), ["lnd-1 leadershipLost", "lnd-1 exited"]);
});

test("an etcd that is down for less than the TTL changes nothing", async () => {
  await using cluster = await serving();
  const before = cluster.timeline.events.length;
  await cluster.etcd.stop();
  await cluster.time.advance(2 * second);
  await cluster.etcd.start();
  await cluster.time.advance(55 * second);
  assert.deepEqual(storyOf(cluster, before), []);
  assert.deepEqual(activeNodes(cluster), ["lnd-1"]);
});

test("an etcd that is down for longer than the TTL makes a leader without a key, and then every node exits", async () => {
  await using cluster = await startCluster({
    fabric: "memory",
    seed: 3,
    nodes: 2,
    sessionTtlSeconds: 5,
  });
  await cluster.time.advance(2 * second);
  const before = cluster.timeline.events.length;
  await cluster.etcd.stop();
  await cluster.time.advance(12 * second);
  await cluster.etcd.start();
  await cluster.time.advance(10 * second);
  assert.deepEqual(storyOf(cluster, before), [
    "lnd-1 leaseExpired",
    "lnd-2 leaseExpired",
    "lnd-2 elected",
  ]);
  assert.deepEqual(cluster.snapshot().queue, []);
  assert.deepEqual(activeNodes(cluster), ["lnd-1", "lnd-2"]);
  await cluster.time.advance(70 * second);
  assert.deepEqual(
    cluster.nodes.map(({ status }) => status),
    ["exited", "exited"],
  );
});

test("a fault undoes itself at the end of its scope, and what it held arrives", async () => {
  await using cluster = await serving();
  {
    await using fault = await inject(cluster, {
      kind: "blackhole",
      link: "lnd-1:etcd",
      direction: "toClient",
    });
    assert.equal(fault.id, "fault-1");
    await cluster.time.advance(3 * second);
  }
  await cluster.time.advance(50 * second);
  assert.deepEqual(cluster.faults, []);
  assert.equal(cluster.snapshot().leader, "lnd-1");
});

test("without keep-alives a lease runs out while everything else works", async () => {
  await using cluster = await serving();
  const before = cluster.timeline.events.length;
  await inject(cluster, { kind: "dropKeepAlives", link: "lnd-1:etcd" });
  await cluster.time.advance(10 * second);
  assert.deepEqual(storyOf(cluster, before), ["lnd-1 leaseExpired", "lnd-2 elected"]);
});

test("connections that are reset, slow or lossy cost no leadership", async () => {
  await using cluster = await serving();
  await (await inject(cluster, { kind: "reset", link: "lnd-1:etcd" })).undo();
  await inject(cluster, { kind: "latency", link: "*:etcd", latencyMs: 100, jitterMs: 50 });
  await inject(cluster, { kind: "loss", link: "lnd-1:etcd", rate: 0.2 });
  await inject(cluster, { kind: "reorder", link: "lnd-1:etcd", rate: 0.2, delayMs: 30 });
  await inject(cluster, { kind: "duplicate", link: "lnd-1:etcd", rate: 0.2 });
  await cluster.time.advance(300 * second);
  assert.deepEqual(activeNodes(cluster), ["lnd-1"]);
  assert.equal(cluster.timeline.events.filter(({ kind }) => kind === "failover").length, 0);
});

test("etcd refuses and delays what it is told to, as often as it is told to", async () => {
  await using cluster = await serving();
  await inject(cluster, {
    kind: "rpcError",
    method: "LeaseGrant",
    code: "RESOURCE_EXHAUSTED",
    count: 1,
  });
  await cluster.node("lnd-3").kill();
  await cluster.node("lnd-3").start();
  await cluster.time.advance(second);
  const exit = cluster.timeline.events.findLast(({ kind }) => kind === "exited");
  assert.ok(exit?.kind === "exited" && exit.node === "lnd-3" && exit.code === 1);
  await inject(cluster, { kind: "rpcDelay", method: "LeaseGrant", delayMs: 700 });
  await cluster.node("lnd-3").start();
  const startedMs = cluster.timeline.events.at(-1)?.atMs ?? 0;
  await cluster.time.advance(2 * second);
  const campaign = cluster.timeline.events.findLast(({ kind }) => kind === "campaigning");
  assert.ok(campaign !== undefined && campaign.atMs - startedMs > 700);
});

test("a clock at half its speed still renews its lease in time, since it does so at a third of the TTL", async () => {
  await using cluster = await serving();
  const before = cluster.timeline.events.length;
  await inject(cluster, { kind: "clockDrift", node: "lnd-1", partsPerMillion: -500_000 });
  await cluster.time.advance(60 * second);
  assert.equal(
    storyOf(cluster, before).includes("lnd-1 leaseExpired"),
    false,
    "a third leaves room",
  );
});

test("a leader that hangs in its shutdown is ended by kill -9, and does not resign any more", async () => {
  await using cluster = await serving();
  const cut = await inject(cluster, { kind: "blackhole", link: "lnd-1:etcd" });
  const before = cluster.timeline.events.length;
  const leader = cluster.node("lnd-1");
  const stopped = leader.stop();
  await cluster.time.advance(second);
  assert.equal(leader.status, "stopping");
  const killedAtMs = cluster.clock.now();
  await cluster.finish(leader.kill());
  assert.deepEqual(await stopped, { code: 137 });
  assert.ok(cluster.clock.now() - killedAtMs < second, "it is gone at once");
  await cluster.time.advance(10 * second);
  await cluster.finish(cut.undo());
  assert.deepEqual(storyOf(cluster, before), [
    "lnd-1 stopping",
    "lnd-1 killed",
    "lnd-1 leaseExpired",
    "lnd-2 elected",
  ]);
  assert.equal(leader.status, "killed");
});
