import type { Clock, Timer } from "@leaderlab/clock";
import { EtcdError } from "@leaderlab/etcd-core";
import { formatGoDuration } from "@leaderlab/golang";
import type { Log } from "./log.ts";
import type { Store } from "./store.ts";

/** How much history is kept: what happened in a time, or so many revisions. */
export type AutoCompaction =
  | { readonly mode: "periodic"; readonly periodMs: number }
  | { readonly mode: "revision"; readonly revisions: number };

/** Compacts by itself until it is stopped. */
export interface AutoCompactor {
  stop(): void;
}

export interface AutoCompactorParts {
  readonly store: Pick<Store, "applyAsServer" | "core">;
  readonly clock: Clock;
  readonly log: Log;
}

const hourMs = 3_600_000;
const revisionIntervalMs = 300_000;
/** A period is looked at so many times. */
const looksPerPeriod = 10;

/** Starts compacting on etcd's schedule. Mirrors: etcd server/etcdserver/api/v3compactor. */
export function startAutoCompactor(how: AutoCompaction, parts: AutoCompactorParts): AutoCompactor {
  return how.mode === "periodic"
    ? startPeriodic(how.periodMs, parts)
    : startRevision(how.revisions, parts);
}

/**
 * Notes the revision ten times a period (of an hour at the most), and once a period has gone by forgets what is older
 * than the period; from then on once an hour, or once a period that is shorter.
 *
 * With a period of 5 hours it looks every 6 minutes, keeps the last 51 revisions it saw, and compacts for the first
 * time after 5 hours at the revision of its start, then each hour at the one of 5 hours ago.
 */
function startPeriodic(periodMs: number, { store, clock, log }: AutoCompactorParts): AutoCompactor {
  const intervalMs = Math.min(periodMs, hourMs);
  const lookMs = intervalMs / looksPerPeriod;
  const kept = Math.floor(periodMs / lookMs) + 1;
  const seen = [store.core.revision];
  const period = duration(periodMs);
  let waitMs = periodMs;
  let lastRevision = 0;
  let lastMs = clock.now();
  return repeat(clock, lookMs, () => {
    const revision = seen[0] ?? 0;
    if (clock.now() - lastMs >= waitMs && revision !== lastRevision) {
      waitMs = intervalMs;
      const fields = { revision, "compact-period": period };
      if (compact(store, log, { kind: "periodic", revision, fields, retryMs: lookMs })) {
        lastRevision = revision;
        lastMs = clock.now();
      }
    }
    seen.push(store.core.revision);
    if (seen.length > kept) seen.shift();
  });
}

/** Forgets all but the last revisions every five minutes. */
function startRevision(
  revisions: number,
  { store, clock, log }: AutoCompactorParts,
): AutoCompactor {
  let last = 0;
  return repeat(clock, revisionIntervalMs, () => {
    const revision = store.core.revision - revisions;
    if (revision <= 0 || revision === last) return;
    const fields = { revision, "revision-compaction-retention": revisions };
    const retryMs = revisionIntervalMs;
    if (compact(store, log, { kind: "revision", revision, fields, retryMs })) last = revision;
  });
}

interface Compaction {
  readonly kind: "periodic" | "revision";
  readonly revision: number;
  readonly fields: { readonly [name: string]: unknown };
  readonly retryMs: number;
}

/** Whether the history below a revision is gone now; somebody else may have compacted it before. */
function compact(
  store: AutoCompactorParts["store"],
  log: Log,
  { kind, revision, fields, retryMs }: Compaction,
): boolean {
  log("info", `starting auto ${kind} compaction`, fields);
  try {
    store.applyAsServer((core) => core.compact(revision));
  } catch (error) {
    if (!(error instanceof EtcdError)) throw error;
    if (error.reason !== "compacted") {
      const more = { "retry-interval": duration(retryMs), error: error.message };
      log("warn", `failed auto ${kind} compaction`, { ...fields, ...more });
      return false;
    }
  }
  log("info", `completed auto ${kind} compaction`, { ...fields, took: "0s" });
  return true;
}

const duration = (ms: number): string => formatGoDuration(BigInt(Math.round(ms * 1e6)));

function repeat(clock: Clock, everyMs: number, work: () => void): AutoCompactor {
  let timer: Timer | undefined;
  const next = () => {
    timer = clock.setTimer(everyMs, () => {
      next();
      work();
    });
  };
  next();
  return { stop: () => timer?.cancel() };
}
