import type { TimelineEvent } from "./timeline.ts";

/** The first line of a timeline file: what made the timeline, and all that it takes to make it again. */
export interface TimelineHeader {
  readonly format: typeof timelineFormat;
  /** Of the file's format. */
  readonly version: typeof formatVersion;
  /** A run on real sockets has none, and cannot be made again. */
  readonly seed?: number;
  /** How the cluster was started, as plain JSON. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** What was done to it, as plain JSON. */
  readonly schedule?: readonly unknown[];
}

/** What a timeline file holds. */
export interface TimelineFile {
  readonly header: TimelineHeader;
  readonly events: readonly TimelineEvent[];
}

const timelineFormat = "leaderlab-timeline";
const formatVersion = 1;

/** A text that is no timeline; the message begins with the place: `run.jsonl:3:17: …`. */
export class TimelineFileError extends Error {
  override readonly name = "TimelineFileError";
}

/** The header's line, with its line feed. */
export function timelineHeaderLine(
  origin: Pick<TimelineHeader, "seed" | "options" | "schedule"> = {},
): string {
  const header: TimelineHeader = { format: timelineFormat, version: formatVersion, ...origin };
  return `${JSON.stringify(header)}\n`;
}

/** One event as a line, with its line feed. */
export function timelineEventLine(event: TimelineEvent): string {
  return `${JSON.stringify(event)}\n`;
}

/** A whole timeline as JSON lines: the header, then one event a line. */
export function writeTimeline(
  events: readonly TimelineEvent[],
  origin?: Pick<TimelineHeader, "seed" | "options" | "schedule">,
): string {
  return [timelineHeaderLine(origin), ...events.map(timelineEventLine)].join("");
}

/** Reads a timeline back; `name` is the file's, for errors. Throws TimelineFileError. */
export function parseTimeline(text: string, name: string): TimelineFile {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const [first = "", ...rest] = lines;
  const header = parseHeader(parseLine(first, 1, name), name);
  const events: TimelineEvent[] = [];
  for (const [index, line] of rest.entries()) {
    const event = parseLine(line, index + 2, name);
    events.push(asEvent(event, events.at(-1), `${name}:${index + 2}:1`));
  }
  return { header, events };
}

function parseLine(line: string, number: number, name: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const { message } = error as Error;
    const position = Number(/at position (\d+)/.exec(message)?.[1] ?? line.length);
    const reason = message.replace(/ (in JSON )?at position \d+.*$/s, "");
    throw new TimelineFileError(`${name}:${number}:${position + 1}: ${reason}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new TimelineFileError(`${name}:${number}:1: expected a JSON object`);
  }
  return value as Record<string, unknown>;
}

function parseHeader(header: Record<string, unknown>, name: string): TimelineHeader {
  const { format, version, schedule, seed } = header;
  if (format !== timelineFormat) {
    throw new TimelineFileError(
      `${name}:1:1: expected a header {"format":"${timelineFormat}","version":${formatVersion}, …}`,
    );
  }
  if (version !== formatVersion) {
    throw new TimelineFileError(
      `${name}:1:1: version ${String(version)} of the format is not known, only ${formatVersion}`,
    );
  }
  if (schedule !== undefined && !Array.isArray(schedule)) {
    throw new TimelineFileError(`${name}:1:1: "schedule" is not a list`);
  }
  if (seed !== undefined && !Number.isSafeInteger(seed)) {
    throw new TimelineFileError(`${name}:1:1: "seed" is not a whole number`);
  }
  return header as unknown as TimelineHeader;
}

function asEvent(
  event: Record<string, unknown>,
  before: TimelineEvent | undefined,
  place: string,
): TimelineEvent {
  const { seq, atMs, unixMs, kind } = event;
  if (typeof kind !== "string") throw new TimelineFileError(`${place}: an event needs a "kind"`);
  for (const [field, value] of Object.entries({ seq, atMs, unixMs })) {
    if (typeof value !== "number") {
      throw new TimelineFileError(`${place}: an event needs a number "${field}"`);
    }
  }
  if (before !== undefined && seq !== before.seq + 1) {
    throw new TimelineFileError(`${place}: event ${String(seq)} follows event ${before.seq}`);
  }
  return event as unknown as TimelineEvent;
}
