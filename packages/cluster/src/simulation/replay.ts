import { z } from "zod";
import { type TimelineFile, TimelineFileError, timelineEventLine } from "../timeline-file.ts";
import { type SimulationOptions, type SimulationResult, simulate } from "./simulate.ts";
import { type Span, spanSchema } from "./span.ts";

const optionsSchema = z.strictObject({
  nodes: z.int().min(1).max(10_000),
  ttlSeconds: z.int().min(1),
  durationMs: z.number().min(0),
  hasProxy: z.boolean().optional(),
});

/** What a recorded simulation was made of. */
export interface RecordedRun {
  readonly options: SimulationOptions;
  readonly schedule: readonly Span[];
}

/** How a run that was made again compares with its recording. */
export interface ReplayOutcome {
  readonly result: SimulationResult;
  /** The first place where the two differ; undefined when they are equal. */
  readonly difference?: {
    readonly seq: number;
    /** The events as lines of JSON; undefined where one timeline has ended. */
    readonly recorded: string | undefined;
    readonly replayed: string | undefined;
  };
}

/** Reads from a timeline's header what it takes to make it again. Throws a TimelineFileError. */
export function recordedRun({ header }: TimelineFile, name: string): RecordedRun {
  const { seed, schedule } = header;
  if (seed === undefined || schedule === undefined) {
    throw new TimelineFileError(
      `${name}:1:1: this timeline was not simulated: only one with a seed and a schedule is replayed`,
    );
  }
  const options = optionsSchema.safeParse(header.options);
  if (!options.success) throw wrongHeader(name, "options", options.error);
  const spans = z.array(spanSchema).safeParse(schedule);
  if (!spans.success) throw wrongHeader(name, "schedule", spans.error);
  return { options: { seed, ...options.data }, schedule: spans.data as readonly Span[] };
}

function wrongHeader(name: string, field: string, { issues }: z.ZodError): TimelineFileError {
  const [issue] = issues;
  const path = [field, ...(issue?.path ?? [])].join(".");
  return new TimelineFileError(`${name}:1:1: ${path}: ${issue?.message ?? "is wrong"}`);
}

/** Makes a recorded simulation again, and compares it event by event. Throws a TimelineFileError. */
export async function replay(file: TimelineFile, name: string): Promise<ReplayOutcome> {
  const { options, schedule } = recordedRun(file, name);
  let index = 0;
  let difference: ReplayOutcome["difference"];
  const result = await simulate(options, schedule, {
    onEvent: (event) => {
      const recorded = file.events[index];
      index += 1;
      if (difference !== undefined) return;
      const [before, now] = [recorded && timelineEventLine(recorded), timelineEventLine(event)];
      if (before !== now) {
        difference = { seq: event.seq, recorded: before?.trimEnd(), replayed: now.trimEnd() };
      }
    },
  });
  const next = file.events[index];
  if (difference === undefined && next !== undefined) {
    const recorded = timelineEventLine(next).trimEnd();
    difference = { seq: next.seq, recorded, replayed: undefined };
  }
  return { result, ...(difference && { difference }) };
}
