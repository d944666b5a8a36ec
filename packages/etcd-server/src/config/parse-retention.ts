import { GoValueError, parseGoDuration, parseGoInteger, toMs } from "@leaderlab/golang";
import type { AutoCompaction } from "../auto-compactor.ts";
import { configTexts } from "./config-texts.ts";
import type { EtcdConfig } from "./etcd-config.ts";

const hourMs = 3_600_000;

/** How much history is to be kept; undefined: all. Throws GoValueError. Mirrors: etcd embed parseCompactionRetention. */
export function parseRetention({
  mode,
  retention,
}: EtcdConfig["autoCompaction"]): AutoCompaction | undefined {
  const count = wholeNumber(retention);
  const isPeriodic = mode === "periodic";
  if (count === 0) return undefined;
  if (count !== undefined) {
    return isPeriodic ? { mode, periodMs: count * hourMs } : { mode: "revision", revisions: count };
  }
  const nanoseconds = durationOf(retention);
  if (nanoseconds === 0n) return undefined;
  if (nanoseconds < 0n) {
    throw new GoValueError(configTexts.notSimulated(`--auto-compaction-retention=${retention}`));
  }
  // etcd takes a duration for a number of revisions, too: that of its nanoseconds.
  return isPeriodic
    ? { mode, periodMs: toMs(nanoseconds) }
    : { mode: "revision", revisions: Number(nanoseconds) };
}

function durationOf(text: string): bigint {
  try {
    return parseGoDuration(text);
  } catch (error) {
    throw new GoValueError(configTexts.compactionRetention((error as Error).message));
  }
}

function wholeNumber(text: string): number | undefined {
  try {
    const value = parseGoInteger(text, { bits: 64, isSigned: true, anyBase: false });
    return value < 0n ? undefined : Number(value);
  } catch {
    return undefined;
  }
}
