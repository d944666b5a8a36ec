import type { Clock } from "@leaderlab/clock";

/** lnd's log levels, the least first. */
export type LogLevel = "DBG" | "INF" | "WRN" | "ERR" | "CRT";

/** Writes one line of lnd's log: level, subsystem (LTND, RPCS, CLUS …) and text. */
export type Log = (level: LogLevel, subsystem: string, text: string) => void;

/** A log in lnd's form, `2026-01-31 12:00:00.000 [INF] LTND: text`, in local time. */
export function createTextLog(write: (line: string) => void, clock: Pick<Clock, "unixNow">): Log {
  return (level, subsystem, text) => {
    write(`${timestamp(clock.unixNow())} [${level}] ${subsystem}: ${text}\n`);
  };
}

function timestamp(unixMs: number): string {
  const local = new Date(unixMs);
  const two = (value: number) => String(value).padStart(2, "0");
  const date = [local.getFullYear(), two(local.getMonth() + 1), two(local.getDate())].join("-");
  const time = [local.getHours(), local.getMinutes(), local.getSeconds()].map(two).join(":");
  return `${date} ${time}.${String(local.getMilliseconds()).padStart(3, "0")}`;
}

/** A log that nobody reads: for nodes inside a test or a playground. */
export const silentLog: Log = () => {};
