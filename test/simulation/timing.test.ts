import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Cluster,
  computeTimings,
  defaultProbe,
  defaultTakeover,
  startCluster,
  type TimelineEvent,
  type TimingName,
  timingOf,
} from "@leaderlab/cluster";

const settings = {
  ttlSeconds: 5,
  leaderCheck: { intervalMs: 10_000, attempts: 1, timeoutMs: 5000, backoffMs: 5000 },
  probe: defaultProbe,
  takeover: defaultTakeover,
};
const timings = computeTimings(settings);
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

/** A cluster whose leader has led for a while that differs from seed to seed. */
async function leadingFor(seed: number): Promise<Cluster> {
  const lndFlags = () => ["--healthcheck.leader.interval=10s"];
  const options = { fabric: "memory", seed, nodes: 2, sessionTtlSeconds: 5, lndFlags } as const;
  const cluster = await startCluster(options);
  await cluster.time.advance(20_000 + ((seed * 997) % 10_000));
  return cluster;
}

function timeOf(cluster: Cluster, isIt: (event: TimelineEvent) => boolean): number {
  const found = cluster.timeline.events.findLast(isIt);
  assert.ok(found, "it did not happen");
  return found.atMs;
}

function within(name: TimingName, ms: number, seed: number): void {
  const { minMs, maxMs } = timingOf(timings, name);
  const isWithin = minMs - 10 <= ms && ms <= maxMs;
  assert.ok(isWithin, `seed ${seed}: ${name} took ${ms} ms, not from ${minMs} to ${maxMs}`);
}

test("after a kill no simulation takes longer than the formula, or less time", async () => {
  for (const seed of seeds) {
    await using cluster = await leadingFor(seed);
    const killedMs = cluster.clock.now();
    await cluster.node("lnd-1").kill();
    await cluster.time.advance(20_000);
    const goneMs = timeOf(cluster, ({ kind }) => kind === "leaseExpired");
    const servesMs = timeOf(cluster, ({ kind }) => kind === "failover");
    within("leaseEnd", goneMs - killedMs, seed);
    within("outageAfterCrash", servesMs - killedMs, seed);
  }
});

test("a leader that is cut off notices, and overlaps the next one, for no longer than the formula says", async () => {
  for (const seed of seeds) {
    await using cluster = await leadingFor(seed);
    const cutMs = cluster.clock.now();
    await cluster.inject({ kind: "blackhole", link: "lnd-1:etcd" });
    await cluster.time.advance(120_000);
    within("detectCut", timeOf(cluster, ({ kind }) => kind === "leadershipLost") - cutMs, seed);
    const overlaps = cluster.timeline.events.flatMap((event) =>
      event.kind === "windowClosed" && event.window === "overlap" ? [event.durationMs] : [],
    );
    assert.equal(overlaps.length, 1);
    within("overlapCut", overlaps[0] ?? 0, seed);
  }
});
