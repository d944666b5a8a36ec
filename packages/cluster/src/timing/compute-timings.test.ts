import assert from "node:assert/strict";
import { test } from "node:test";
import { computeTimings, keepAliveMs, timingOf } from "./compute-timings.ts";
import { suggestSettings, worstOf } from "./suggest-settings.ts";
import { defaultProbe, defaultTakeover, type TimingSettings } from "./timing-settings.ts";

const lndDefaults: TimingSettings = {
  ttlSeconds: 90,
  leaderCheck: { intervalMs: 60_000, attempts: 1, timeoutMs: 5000, backoffMs: 5000 },
  probe: defaultProbe,
  takeover: defaultTakeover,
};
const timing = (settings: TimingSettings, name: Parameters<typeof timingOf>[1]) => {
  const { minMs, maxMs } = timingOf(computeTimings(settings), name);
  return [minMs, maxMs];
};

test("keep-alives go out at a third of the TTL, rounded up to half a second", () => {
  for (const [ttlSeconds, ms] of [
    [90, 30_000],
    [5, 2000],
    [3, 1000],
    [1, 1000],
  ] as const) {
    assert.equal(keepAliveMs({ ttlSeconds }), ms);
  }
});

test("with lnd's defaults a crash costs 60 to 92.5 s and a cut-off leader notices within 65 s", () => {
  assert.deepEqual(timing(lndDefaults, "leaseEnd"), [60_000, 90_500]);
  assert.deepEqual(timing(lndDefaults, "outageAfterCrash"), [60_200, 92_500]);
  assert.deepEqual(timing(lndDefaults, "detectCut"), [5000, 65_000]);
  assert.deepEqual(timing(lndDefaults, "detectDeposed"), [0, 60_000]);
  assert.deepEqual(timing(lndDefaults, "overlapCut"), [0, 39_800]);
});

test("what was measured on a real lnd lies within the formula", () => {
  const measured: TimingSettings = {
    ...lndDefaults,
    ttlSeconds: 5,
    leaderCheck: { ...lndDefaults.leaderCheck, intervalMs: 10_000 },
  };
  for (const [name, ms] of [
    ["leaseEnd", 4240],
    ["leaseEnd", 5100],
    ["outageAfterCrash", 4915],
    ["outageAfterCrash", 3943],
    ["detectCut", 9400],
    ["overlapCut", 44_500 - 3700],
  ] as const) {
    const [least = 0, most = 0] = timing(measured, name);
    assert.ok(least <= ms && ms <= most, `${name}: ${ms} is not from ${least} to ${most}`);
  }
});

test("without attempts a deposed leader never notices", () => {
  const blind = { ...lndDefaults, leaderCheck: { ...lndDefaults.leaderCheck, attempts: 0 } };
  assert.deepEqual(timing(blind, "overlapCut"), [0, Number.POSITIVE_INFINITY]);
});

test("a suggestion keeps its target, and changes nothing that holds", () => {
  const outage = suggestSettings(lndDefaults, { maxOutageMs: 40_000 });
  assert.equal(outage.isMet, true);
  assert.ok(worstOf(outage.settings).outageMs <= 40_000);
  assert.deepEqual(outage.changes, ["--cluster.leader-session-ttl=26"]);
  const both = suggestSettings(lndDefaults, { maxOutageMs: 120_000, maxOverlapMs: 10_000 });
  assert.equal(both.isMet, true);
  assert.ok(worstOf(both.settings).overlapMs <= 10_000);
  assert.deepEqual(suggestSettings(lndDefaults, { maxOutageMs: 200_000 }).changes, []);
});

test("a target that cannot be kept is refused with the reason", () => {
  const { isMet, remarks } = suggestSettings(lndDefaults, { maxOutageMs: 3000 });
  assert.equal(isMet, false);
  assert.match(remarks[0] ?? "", /etcd grants no TTL below 2 s/);
  const conflict = suggestSettings(lndDefaults, { maxOutageMs: 10_000, maxOverlapMs: 1000 });
  assert.equal(conflict.isMet, false);
  assert.match(conflict.remarks.join(), /lnd's shutdown waits up to 35 s for etcd/);
});
