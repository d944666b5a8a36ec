import type { Clock } from "@leaderlab/clock";

/** etcd's log levels, the least first. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "fatal";

/** Writes one line of the log: a message and what belongs to it. */
export type Log = (
  level: LogLevel,
  message: string,
  fields?: { readonly [name: string]: unknown },
) => void;

const ranks: readonly LogLevel[] = ["debug", "info", "warn", "error", "fatal"];

/**
 * A log in etcd's form, one JSON object a line: level, ts (UTC, microseconds), caller, msg, then the fields. Tools
 * wait for some of its messages. Lines below `least` are left out.
 */
export function createJsonLog(
  write: (line: string) => void,
  clock: Pick<Clock, "unixNow">,
  least: LogLevel = "info",
): Log {
  return (level, message, fields = {}) => {
    if (ranks.indexOf(level) < ranks.indexOf(least)) return;
    const ts = new Date(clock.unixNow()).toISOString().replace("Z", "000Z");
    write(`${JSON.stringify({ level, ts, caller: "leaderlab/etcd", msg: message, ...fields })}\n`);
  };
}

/** A log that nobody reads: for a server inside a test or a playground. */
export const silentLog: Log = () => {};

/** An error as a field of a log line: with its stack, since it is a fault of ours. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
