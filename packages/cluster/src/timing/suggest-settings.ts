import { computeTimings, grantedTtlMs, keepAliveMs, seconds, timingOf } from "./compute-timings.ts";
import { fixedTimes, type TimingSettings } from "./timing-settings.ts";

/** What is wanted at most, in milliseconds. */
export interface TimingTarget {
  /** Of `outageSeen`. */
  readonly maxOutageMs?: number;
  /** Of `overlapPaused` and `overlapCut`. */
  readonly maxOverlapMs?: number;
}

/** Settings that keep a target, or why there are none. */
export interface Suggestion {
  /** The settings that are to be changed, as lnd's flags and as the probe's fields; empty when all holds already. */
  readonly changes: readonly string[];
  /** What it costs, and what cannot be had. */
  readonly remarks: readonly string[];
  readonly settings: TimingSettings;
  /** Whether `settings` keep the whole target. */
  readonly isMet: boolean;
}

/** Checks of the leader more often than this ask etcd more than they tell. */
const shortestCheck = { intervalMs: 5000, attempts: 1, timeoutMs: 2000, backoffMs: 1000 } as const;
/** A probe more often than this is a load by itself. */
const shortestProbe = { periodMs: 1000, timeoutMs: 1000 } as const;
/** Below this, one slow answer of etcd costs the leadership. */
const safeTtlSeconds = 6;
const longestTtlSeconds = 600;

/**
 * Looks for settings that keep a target and change as little as can be: of all TTLs the one nearest to the present one,
 * and checks and probe only where a TTL alone does not do it.
 */
export function suggestSettings(present: TimingSettings, target: TimingTarget): Suggestion {
  const kept = (settings: TimingSettings) => isMet(settings, target);
  const quick: TimingSettings = {
    ...present,
    leaderCheck: quickerCheck(present.leaderCheck),
    probe: {
      ...present.probe,
      periodMs: Math.min(present.probe.periodMs, shortestProbe.periodMs),
      timeoutMs: Math.min(present.probe.timeoutMs, shortestProbe.timeoutMs),
    },
  };
  const bases = [
    present,
    { ...present, probe: quick.probe },
    { ...present, leaderCheck: quick.leaderCheck },
    quick,
  ];
  for (const base of bases) {
    const found = ttlsByDistance(present.ttlSeconds)
      .map((ttlSeconds) => ({ ...base, ttlSeconds }))
      .find(kept);
    if (found !== undefined) return described(present, found, true, []);
  }
  return described(present, quick, false, whyNot(quick, target));
}

function isMet(settings: TimingSettings, { maxOutageMs, maxOverlapMs }: TimingTarget): boolean {
  const { outageMs, overlapMs } = worstOf(settings);
  return outageMs <= (maxOutageMs ?? Infinity) && overlapMs <= (maxOverlapMs ?? Infinity);
}

/** The two figures that a target is about. */
export function worstOf(settings: TimingSettings): { outageMs: number; overlapMs: number } {
  const timings = computeTimings(settings);
  return {
    outageMs: timingOf(timings, "outageSeen").maxMs,
    overlapMs: Math.max(
      timingOf(timings, "overlapPaused").maxMs,
      timingOf(timings, "overlapCut").maxMs,
    ),
  };
}

function quickerCheck(check: TimingSettings["leaderCheck"]): TimingSettings["leaderCheck"] {
  const attempts = 1;
  return {
    attempts,
    intervalMs: Math.min(check.intervalMs, shortestCheck.intervalMs),
    timeoutMs: Math.min(check.timeoutMs, shortestCheck.timeoutMs),
    backoffMs: Math.min(check.backoffMs, shortestCheck.backoffMs),
  };
}

function ttlsByDistance(present: number): readonly number[] {
  const ttls = Array.from(
    { length: longestTtlSeconds - fixedTimes.minTtlSeconds + 1 },
    (_, index) => index + fixedTimes.minTtlSeconds,
  );
  return ttls.toSorted((a, b) => Math.abs(a - present) - Math.abs(b - present));
}

function whyNot(quick: TimingSettings, { maxOutageMs, maxOverlapMs }: TimingTarget): string[] {
  const shortest = worstOf({ ...quick, ttlSeconds: fixedTimes.minTtlSeconds }).outageMs;
  const { takeover, leaderCheck } = quick;
  const remarks: string[] = [];
  if (maxOutageMs !== undefined && maxOutageMs < shortest) {
    remarks.push(
      `no outage is surely shorter than ${seconds(shortest)}: etcd grants no TTL below ` +
        `${fixedTimes.minTtlSeconds} s, and the next one needs up to ${seconds(takeover.maxMs)} to serve`,
    );
  }
  if (maxOverlapMs !== undefined) {
    const hangMs = fixedTimes.databaseTimeoutMs + fixedTimes.resignTimeoutMs;
    remarks.push(
      `a leader that is cut off serves on for ${seconds(leaderCheck.intervalMs + leaderCheck.timeoutMs + hangMs)} ` +
        `at worst even with a check every ${seconds(leaderCheck.intervalMs)}: lnd's shutdown waits up to ` +
        `${seconds(hangMs)} for etcd. Only a TTL that outlasts this keeps the next one from serving meanwhile, and ` +
        "such a TTL is an outage after each crash. End the process from outside (a liveness probe, fencing) instead",
    );
  }
  return remarks;
}

function described(
  present: TimingSettings,
  settings: TimingSettings,
  met: boolean,
  remarks: readonly string[],
): Suggestion {
  const { leaderCheck: check, probe } = settings;
  const changed = (before: number, now: number, text: string) => (before === now ? [] : [text]);
  const span = (ms: number) => `${ms / 1000}s`;
  const changes = [
    ...changed(
      present.ttlSeconds,
      settings.ttlSeconds,
      `--cluster.leader-session-ttl=${settings.ttlSeconds}`,
    ),
    ...changed(
      present.leaderCheck.intervalMs,
      check.intervalMs,
      `--healthcheck.leader.interval=${span(check.intervalMs)}`,
    ),
    ...changed(
      present.leaderCheck.attempts,
      check.attempts,
      `--healthcheck.leader.attempts=${check.attempts}`,
    ),
    ...changed(
      present.leaderCheck.timeoutMs,
      check.timeoutMs,
      `--healthcheck.leader.timeout=${span(check.timeoutMs)}`,
    ),
    ...changed(present.probe.periodMs, probe.periodMs, `probe period ${span(probe.periodMs)}`),
    ...changed(present.probe.timeoutMs, probe.timeoutMs, `probe timeout ${span(probe.timeoutMs)}`),
  ];
  const spareMs = grantedTtlMs(settings) - keepAliveMs(settings);
  const short =
    settings.ttlSeconds < safeTtlSeconds
      ? [`with this TTL an etcd that does not answer for ${seconds(spareMs)} costs the leadership`]
      : [];
  return { settings, isMet: met, changes, remarks: [...remarks, ...short] };
}
