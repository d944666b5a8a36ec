import { fixedTimes, type TimingSettings } from "./timing-settings.ts";

/** The times that are computed, by name. */
export type TimingName =
  | "leaseEnd"
  | "outageAfterStop"
  | "outageAfterCrash"
  | "outageSeen"
  | "detectDeposed"
  | "detectCut"
  | "detectProbe"
  | "overlapPaused"
  | "overlapCut"
  | "overlapSeen";

/** One time, from its best to its worst case, and how it comes about. */
export interface Timing {
  readonly name: TimingName;
  /** What it is, in words. */
  readonly title: string;
  readonly minMs: number;
  /** Infinity: it may never happen. */
  readonly maxMs: number;
  /** How `maxMs` comes about, in words with numbers. */
  readonly formula: string;
}

/**
 * How long things take in a cluster of the real lnd and etcd, by formula. Only the leader's own settings count.
 *
 * What is taken for granted: etcd is up but for what is said, answers within 50 ms, and clocks go alike. Two nodes of
 * one `--cluster.id` overlap for ever. When etcd is away for longer than the TTL, a follower leads without a key, and
 * every leader stops at its next check: without a supervisor nobody leads from then on.
 */
export function computeTimings(settings: TimingSettings): readonly Timing[] {
  return [...leaseTimings(settings), ...detectionTimings(settings), ...overlapTimings(settings)];
}

/** One of the timings. */
export function timingOf(timings: readonly Timing[], name: TimingName): Timing {
  const found = timings.find((timing) => timing.name === name);
  if (found === undefined) throw new Error(`there is no timing ${name}`);
  return found;
}

/** The TTL as etcd grants it. */
export function grantedTtlMs({ ttlSeconds }: Pick<TimingSettings, "ttlSeconds">): number {
  return Math.max(ttlSeconds, fixedTimes.minTtlSeconds) * 1000;
}

/** Between two keep-alives: a third of the TTL, rounded up to the client's tick. Mirrors: etcd clientv3. */
export function keepAliveMs(settings: Pick<TimingSettings, "ttlSeconds">): number {
  const { keepAliveTickMs } = fixedTimes;
  return Math.ceil(grantedTtlMs(settings) / 3 / keepAliveTickMs) * keepAliveTickMs;
}

function leaseTimings(settings: TimingSettings): readonly Timing[] {
  const { takeover, probe } = settings;
  const ttlMs = grantedTtlMs(settings);
  const earliestMs = ttlMs - keepAliveMs(settings);
  const latestMs = ttlMs + fixedTimes.expiryTickMs;
  const readyMs = probe.periodMs * probe.successThreshold + probe.timeoutMs;
  const lease = `TTL ${seconds(ttlMs)} + etcd's expiry tick ${seconds(fixedTimes.expiryTickMs)}`;
  const serving = `until the next one serves ${seconds(takeover.maxMs)}`;
  return [
    {
      name: "leaseEnd",
      title: "a dead leader's key is gone",
      minMs: earliestMs,
      maxMs: latestMs,
      formula: `${lease}; at best the last keep-alive was ${seconds(keepAliveMs(settings))} ago`,
    },
    {
      name: "outageAfterStop",
      title: "outage after a graceful stop",
      minMs: takeover.minMs,
      maxMs: latestMs + takeover.maxMs,
      formula:
        `stop ${seconds(fixedTimes.stopMs)} + ${serving} when the next in line lives; a follower that was stopped ` +
        `leaves its key in front of the others for ${lease}`,
    },
    {
      name: "outageAfterCrash",
      title: "outage after a crash, kill -9 or pause of the leader",
      minMs: earliestMs + takeover.minMs,
      maxMs: latestMs + takeover.maxMs,
      formula: `${lease} + ${serving}`,
    },
    {
      name: "outageSeen",
      title: "the same, seen through the probe",
      minMs: earliestMs + takeover.minMs,
      maxMs: latestMs + takeover.maxMs + readyMs,
      formula:
        `${lease} + ${serving} + ready after ${probe.successThreshold} × period ${seconds(probe.periodMs)} ` +
        `+ timeout ${seconds(probe.timeoutMs)}`,
    },
  ];
}

/** How long a check takes that fails for want of an answer, and one that is told "no" at once. */
function failingCheck({ leaderCheck }: TimingSettings) {
  const { attempts, timeoutMs, backoffMs } = leaderCheck;
  if (attempts <= 0) return { cutMs: Number.POSITIVE_INFINITY, toldMs: Number.POSITIVE_INFINITY };
  const backoffsMs = (attempts - 1) * backoffMs;
  return { cutMs: attempts * timeoutMs + backoffsMs, toldMs: backoffsMs };
}

function detectionTimings(settings: TimingSettings): readonly Timing[] {
  const { leaderCheck, probe } = settings;
  const { intervalMs, attempts, timeoutMs, backoffMs } = leaderCheck;
  const check = failingCheck(settings);
  const interval = `check interval ${seconds(intervalMs)}`;
  const backoffs = attempts > 1 ? ` + ${attempts - 1} × backoff ${seconds(backoffMs)}` : "";
  const never = attempts <= 0 ? "no attempts: the leader never looks" : undefined;
  const missed = `${probe.failureThreshold} × period ${seconds(probe.periodMs)}`;
  return [
    {
      name: "detectDeposed",
      title: "a deposed leader that reaches etcd notices",
      minMs: check.toldMs,
      maxMs: intervalMs + check.toldMs,
      formula: never ?? `${interval}${backoffs}`,
    },
    {
      name: "detectCut",
      title: "a leader that is cut off from etcd notices",
      minMs: check.cutMs,
      maxMs: intervalMs + check.cutMs,
      formula: never ?? `${interval} + ${attempts} × timeout ${seconds(timeoutMs)}${backoffs}`,
    },
    {
      name: "detectProbe",
      title: "the probe takes a node out that no longer answers as it should",
      minMs: (probe.failureThreshold - 1) * probe.periodMs,
      maxMs: probe.failureThreshold * probe.periodMs + probe.timeoutMs,
      formula: `${missed} + timeout ${seconds(probe.timeoutMs)}`,
    },
  ];
}

function overlapTimings(settings: TimingSettings): readonly Timing[] {
  const { takeover, probe, leaderCheck } = settings;
  const check = failingCheck(settings);
  const { intervalMs } = leaderCheck;
  const nextServesMs = grantedTtlMs(settings) - keepAliveMs(settings) + takeover.minMs;
  const hangMs = fixedTimes.databaseTimeoutMs + fixedTimes.resignTimeoutMs;
  const pausedMs = Math.max(0, intervalMs + check.toldMs + fixedTimes.stopMs);
  const cutMs = Math.max(0, intervalMs + check.cutMs + hangMs - nextServesMs);
  const unseenMs = probe.failureThreshold * probe.periodMs + probe.timeoutMs;
  const less = `less ${seconds(nextServesMs)} at least until the next one serves`;
  return [
    {
      name: "overlapPaused",
      title: "two leaders after a pause, or after an etcd that was away",
      minMs: 0,
      maxMs: pausedMs,
      formula: "until the old leader's next check (see above), and its stop",
    },
    {
      name: "overlapCut",
      title: "two leaders while the old one is cut off from etcd",
      minMs: 0,
      maxMs: cutMs,
      formula:
        `until the old leader notices (see above) + its shutdown, which hangs on database reads ` +
        `${seconds(fixedTimes.databaseTimeoutMs)} and on resigning ${seconds(fixedTimes.resignTimeoutMs)}, ${less}`,
    },
    {
      name: "overlapSeen",
      title: "the longer of the two, seen through the probe",
      minMs: 0,
      maxMs: Math.max(pausedMs, cutMs) + unseenMs,
      formula: `the same + the probe takes the old one out ${seconds(unseenMs)}`,
    },
  ];
}

/** `90 s`, `0.5 s`, `never`. */
export function seconds(ms: number): string {
  if (!Number.isFinite(ms)) return "for ever";
  return `${Number((ms / 1000).toFixed(3))} s`;
}
