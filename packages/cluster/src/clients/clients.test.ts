import assert from "node:assert/strict";
import { test } from "node:test";
import { startCluster } from "../cluster.ts";
import { startInvoiceWorkload } from "./invoice-workload.ts";
import { startReadinessProbes } from "./readiness-probes.ts";

const second = 1000;

const simulate = () => startCluster({ fabric: "memory", seed: 5, nodes: 3, sessionTtlSeconds: 5 });

test("a probe turns a node ready at its first success and unready at its third failure in a row", async () => {
  await using cluster = await simulate();
  const { nodes, clock } = cluster;
  const probes = startReadinessProbes({ nodes, clock });
  const turns: string[] = [];
  probes.onTurn(({ node, isReady }) => turns.push(`${node} ${isReady}`));
  await cluster.time.advance(30 * second);
  assert.deepEqual(probes.ready, ["lnd-1"]);
  await cluster.node("lnd-1").kill();
  await cluster.time.advance(20 * second);
  assert.deepEqual(probes.ready, ["lnd-1", "lnd-2"], "two probes of the dead node have failed");
  await cluster.time.advance(10 * second);
  assert.deepEqual(probes.ready, ["lnd-2"]);
  assert.deepEqual(turns, ["lnd-1 true", "lnd-2 true", "lnd-1 false"]);
  probes.stop();
});

test("a node that is frozen, or behind a link that carries nothing, does not answer its probe in time", async () => {
  await using cluster = await simulate();
  const { nodes, clock } = cluster;
  const settings = { periodMs: 1000, failureThreshold: 1 };
  const probes = startReadinessProbes({ nodes, clock, settings });
  await cluster.time.advance(3 * second);
  const fault = await cluster.inject({ kind: "blackhole", link: "client:lnd-1" });
  await cluster.time.advance(3 * second);
  assert.deepEqual(probes.ready, []);
  await fault.undo();
  await cluster.time.advance(3 * second);
  assert.deepEqual(probes.ready, ["lnd-1"]);
  await cluster.node("lnd-1").pause();
  await cluster.time.advance(3 * second);
  assert.deepEqual(probes.ready, []);
  probes.stop();
});

test("what a client was told is written is there on the next leader, after a kill in the middle", async () => {
  await using cluster = await simulate();
  await cluster.time.advance(second);
  const workload = startInvoiceWorkload({
    clock: cluster.clock,
    target: () => cluster.nodes.find(({ state }) => state === "SERVER_ACTIVE"),
    periodMs: 100,
  });
  await cluster.time.advance(3 * second + 3);
  await cluster.node("lnd-1").kill();
  await cluster.time.advance(10 * second);
  workload.stop();
  assert.deepEqual([...new Set(workload.acknowledged.map(({ node }) => node))], ["lnd-1", "lnd-2"]);
  assert.ok(workload.failed.length > 0);
  const missing = await cluster.finish(workload.missingOn(cluster.node("lnd-2")));
  assert.deepEqual(missing, []);
});
