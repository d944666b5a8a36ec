import assert from "node:assert/strict";
import { test } from "node:test";
import { startCluster } from "../cluster.ts";
import type { Cluster } from "../running-cluster.ts";

const second = 1000;

/** What happened to the nodes, in order: `lnd-1 elected`. */
const storyOf = (cluster: Cluster, from = 0) =>
  cluster.timeline.events
    .slice(from)
    .flatMap((event) => ("node" in event ? [`${event.node} ${event.kind}`] : []));

const simulate = (seed = 1) =>
  startCluster({ fabric: "memory", seed, nodes: 3, sessionTtlSeconds: 5 });

test("a simulated cluster comes up by itself and fails over when its leader is killed", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(2 * second);
  const { leader, nodes } = cluster.snapshot();
  assert.equal(leader, "lnd-1");
  assert.deepEqual(
    nodes.map(({ state }) => state),
    ["SERVER_ACTIVE", "WAITING_TO_START", "WAITING_TO_START"],
  );
  await cluster.node("lnd-1").kill();
  await cluster.time.advance(10 * second);
  assert.equal(cluster.snapshot().leader, "lnd-2");
  const failover = cluster.timeline.events.find(({ kind }) => kind === "failover");
  assert.ok(failover?.kind === "failover" && failover.durationMs > 3000);
});

test("a leader that is frozen beyond its lease serves on beside the next one until its health check", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(2 * second);
  await cluster.node("lnd-1").pause();
  await cluster.time.advance(10 * second);
  await cluster.node("lnd-1").resume();
  await cluster.time.advance(1 * second);
  const active = cluster.nodes.filter(({ state }) => state === "SERVER_ACTIVE");
  assert.deepEqual(
    active.map(({ name }) => name),
    ["lnd-1", "lnd-2"],
  );
  await cluster.time.advance(60 * second);
  assert.deepEqual(storyOf(cluster).slice(-3), [
    "lnd-1 leadershipLost",
    "lnd-1 resigned",
    "lnd-1 exited",
  ]);
});

test("a waiting follower that is stopped leaves its key until the lease ends, and a leader resigns", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(2 * second);
  const before = cluster.timeline.events.length;
  assert.equal((await cluster.finish(cluster.node("lnd-2").stop())).code, 1);
  assert.deepEqual(await cluster.finish(cluster.node("lnd-1").stop()), { code: 0 });
  await cluster.time.advance(10 * second);
  const story = storyOf(cluster, before).filter((line) => !line.endsWith(" state"));
  assert.deepEqual(story, [
    "lnd-2 stopping",
    "lnd-2 exited",
    "lnd-1 stopping",
    "lnd-1 resigned",
    "lnd-1 exited",
    "lnd-2 leaseExpired",
    "lnd-3 elected",
  ]);
});

test("a frozen node can be killed, and its next process is not frozen", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(2 * second);
  const node = cluster.node("lnd-1");
  await node.pause();
  await assert.rejects(node.pause(), /lnd-1 is paused already/);
  await cluster.time.advance(second);
  await node.kill();
  await assert.rejects(node.resume(), /lnd-1 is not paused/);
  await node.start();
  await cluster.time.advance(10 * second);
  assert.deepEqual([node.isPaused, node.state], [false, "WAITING_TO_START"]);
  assert.equal(cluster.snapshot().leader, "lnd-2");
});

test("an invoice added over the network on the old leader is there on the new one", async () => {
  const { lightning } = await import("@leaderlab/proto/lnd");
  await using cluster = await simulate();
  await cluster.time.advance(2 * second);
  const [first, next] = [cluster.node("lnd-1"), cluster.node("lnd-2")];
  const metadata = { macaroon: first.adminMacaroon };
  const { AddInvoice, LookupInvoice } = lightning.methods;
  const client = first.connect();
  const { r_hash } = await cluster.finish(
    client.unary(AddInvoice, { value: "1000", memo: "a coffee" }, { metadata }),
  );
  await first.kill();
  await cluster.time.advance(10 * second);
  const invoice = await cluster.finish(
    next.connect().unary(LookupInvoice, { r_hash }, { metadata }),
  );
  assert.equal(invoice.memo, "a coffee");
  const again = first.connect().unary(AddInvoice, { value: "1" }, { metadata });
  await assert.rejects(cluster.finish(again), /UNAVAILABLE|No connection established/);
});

test("the same seed gives the same timeline, another seed another one", async () => {
  const timelineOf = async (seed: number) => {
    const cluster = await simulate(seed);
    await cluster.time.advance(2 * second);
    await cluster.node("lnd-1").kill();
    await cluster.time.advance(10 * second);
    await cluster.stop();
    return cluster.timeline.events.map((event) => JSON.stringify(event)).join("\n");
  };
  const first = await timelineOf(7);
  assert.equal(await timelineOf(7), first);
  assert.notEqual(await timelineOf(8), first);
});

test("a simulation's time stands still until it is moved, by one caller at a time", async () => {
  await using cluster = await simulate();
  assert.equal(cluster.time.mode, "virtual");
  assert.throws(() => cluster.time.setSpeed(10), /virtual time has no speed/);
  const moving = cluster.time.advance(second);
  await assert.rejects(cluster.time.advance(second), /time is being moved already/);
  await moving;
  await assert.rejects(
    startCluster({ fabric: "memory", seed: 1.5 }),
    /seed 1.5 is no whole number from 0 on/,
  );
});

test("a node's --sim flags count, until somebody turns the knob", async () => {
  const lndFlags = () => ["--sim.delay=RPC_ACTIVE:30s"];
  const shape = { fabric: "memory", seed: 1, nodes: 1, lndFlags } as const;
  await using cluster = await startCluster(shape);
  const node = cluster.node("lnd-1");
  await cluster.time.advance(20 * second);
  assert.equal(node.state, "RPC_ACTIVE");
  await cluster.time.advance(20 * second);
  assert.equal(node.state, "SERVER_ACTIVE");
  node.turn({ stateDelayMs: {} });
  await cluster.finish(node.restart());
  await cluster.time.advance(5 * second);
  assert.equal(node.state, "SERVER_ACTIVE");
});
