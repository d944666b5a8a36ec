import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { startCluster } from "../cluster.ts";
import { createTimeline } from "../timeline.ts";
import { followInvariants } from "./invariant-report.ts";
import { observeWindows } from "./windows.ts";

function followed(onlookers = { isWitnessed: true, hasProxy: true }) {
  const clock = createVirtualClock();
  const timeline = createTimeline(clock);
  const report = followInvariants(timeline, observeWindows(timeline, clock), () => onlookers);
  return { timeline, report };
}

test("a report of a cluster says what holds, and which windows there were and are", async () => {
  const shape = { fabric: "memory", seed: 1, nodes: 2, sessionTtlSeconds: 5 } as const;
  await using cluster = await startCluster(shape);
  await cluster.time.advance(2000);
  await cluster.inject({ kind: "blackhole", link: "lnd-1:etcd" });
  await cluster.time.advance(20_000);
  const { invariants, windows } = cluster.invariants();
  assert.deepEqual(
    invariants.find(({ name }) => name === "leaseKept"),
    {
      name: "leaseKept",
      says: "a lease lives for its TTL from its last answered renewal, and anew from a restart of etcd",
      holds: true,
      violations: [],
    },
  );
  const [overlap] = windows;
  assert.equal(overlap?.count, 0);
  const [open] = overlap?.open ?? [];
  assert.deepEqual(open?.nodes, ["lnd-1", "lnd-2"]);
  assert.ok((open?.durationMs ?? 0) > 10_000);
  await cluster.time.advance(120_000);
  const [later] = cluster.invariants().windows;
  assert.deepEqual(later?.open, []);
  assert.equal(later?.count, 1);
  assert.equal(later?.closed[0]?.durationMs, later?.longestMs);
  assert.ok((later?.longestMs ?? 0) > 20_000);
});

test("an invariant that was broken does not hold, and its violations are told", () => {
  const { timeline, report } = followed();
  timeline.append({ kind: "violation", invariant: "ownKeyOnly", message: "somebody else did it" });
  const { invariants } = report();
  const broken = invariants.filter(({ holds }) => holds === false);
  assert.deepEqual(
    broken.map(({ name, violations }) => [name, violations]),
    [["ownKeyOnly", [{ seq: 1, atMs: 0, message: "somebody else did it" }]]],
  );
});

test("what nobody checks is neither kept nor broken: all with an etcd of somebody else's", () => {
  const unchecked = (isWitnessed: boolean, hasProxy: boolean) =>
    followed({ isWitnessed, hasProxy })
      .report()
      .invariants.filter(({ holds }) => holds === null)
      .map(({ name }) => name);
  assert.deepEqual(unchecked(true, true), ["clusterRecovers", "proxyFindsLeader"]);
  assert.ok(unchecked(true, false).includes("proxyReachesLeader"));
  assert.equal(unchecked(false, false).length, 10);
});

test("of many windows the latest hundred are kept, and all are counted", () => {
  const { timeline, report } = followed();
  for (let durationMs = 1; durationMs <= 250; durationMs++) {
    timeline.append({ kind: "windowClosed", window: "noLeader", nodes: [], durationMs });
  }
  const [, noLeader] = report().windows;
  assert.deepEqual(
    [noLeader?.count, noLeader?.longestMs, noLeader?.closed.length],
    [250, 250, 100],
  );
  assert.equal(noLeader?.closed[0]?.durationMs, 151);
});
