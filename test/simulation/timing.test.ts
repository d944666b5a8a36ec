import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type Cluster,
  computeTimings,
  defaultProbe,
  defaultTakeover,
  seconds,
  simulateTimings,
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

test("what many seeds measure never leaves the formula, whatever the settings", async () => {
  for (const [ttlSeconds, intervalMs, attempts] of [
    [90, 60_000, 1],
    [2, 5000, 2],
    [10, 5000, 0],
  ] as const) {
    const leaderCheck = { ...settings.leaderCheck, intervalMs, attempts };
    const varied = { ...settings, ttlSeconds, leaderCheck };
    const { seeds: ran, distributions } = await simulateTimings(varied, { seeds: 5 });
    assert.equal(ran, 5);
    assert.equal(distributions.length, attempts === 0 ? 3 : 7);
    const formulas = computeTimings(varied);
    for (const { name, count, ...spread } of distributions) {
      const { minMs, maxMs } = timingOf(formulas, name);
      const shown = `TTL ${ttlSeconds} s, ${name}: ${seconds(spread.minMs)} to ${seconds(spread.maxMs)}`;
      assert.ok(minMs <= spread.minMs && spread.maxMs <= maxMs, shown);
      assert.ok(spread.minMs <= spread.p50Ms && spread.p50Ms <= spread.p99Ms, shown);
      assert.equal(count, 5, shown);
    }
  }
});

test("the same settings and seeds give the same distribution, and a limit ends it between two seeds", async () => {
  const [first, again] = [
    await simulateTimings(settings, { seeds: 2 }),
    await simulateTimings(settings, { seeds: 2 }),
  ];
  assert.deepEqual(again, first);
  const cut = await simulateTimings(settings, { seeds: 9, isOver: () => true });
  assert.equal(cut.seeds, 1);
  assert.equal((await simulateTimings(settings, { seeds: 0 })).distributions.length, 0);
});
