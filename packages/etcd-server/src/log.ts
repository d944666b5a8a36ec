/** etcd's log levels, the least first. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "fatal";

/** Writes one line of the log: a message and what belongs to it. */
export type Log = (
  level: LogLevel,
  message: string,
  fields?: { readonly [name: string]: unknown },
) => void;

/** A log that nobody reads: for a server inside a test or a playground. */
export const silentLog: Log = () => {};

/** An error as a field of a log line: with its stack, since it is a fault of ours. */
export function describeError(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
