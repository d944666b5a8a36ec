import { parseGoDuration } from "@leaderlab/golang";
import { UsageError } from "../usage-error.ts";

const nanosecondsPerMs = 1_000_000;

/** Milliseconds of a text such as `10s`, `1m30s` or `250ms`. Throws a UsageError that names the flag or word. */
export function parseMs(name: string, text: string): number {
  try {
    const ms = Number(parseGoDuration(text)) / nanosecondsPerMs;
    if (ms >= 0) return ms;
  } catch {
    // Said below.
  }
  throw new UsageError(`${name} takes a duration such as 10s, 1m30s or 250ms, not "${text}"`);
}
