import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import {
  drawSchedule,
  type FailingRun,
  type SimulationResult,
  type Span,
  shrink,
  simulate,
  type TimelineEvent,
  timelineEventLine,
  timelineHeaderLine,
} from "@leaderlab/cluster";
import type { Terminal } from "../terminal.ts";
import type { SimOptions } from "./sim-options.ts";

/** What a search through seeds came to. */
export interface SimOutcome {
  /** Of the last run. */
  readonly result: SimulationResult;
  readonly runs: number;
  readonly seed: number;
  readonly tookMs: number;
  readonly failure?: { readonly run: FailingRun; readonly path: string };
}

const progressEveryMs = 1000;
const shrinkRuns = 200;

/** Tries the seeds one after the other until one fails, the time is over or all have been tried. */
export async function runSimulations(
  options: SimOptions,
  terminal: Terminal,
  say: (line: string) => void,
): Promise<SimOutcome> {
  const startMs = terminal.clock.now();
  const isOver = () => terminal.clock.now() - startMs > options.limitSeconds * 1000;
  for (let runs = 1; ; runs++) {
    const seed = options.firstSeed + runs - 1;
    const simulation = { seed, ...shapeOf(options) };
    const { profile } = options;
    const schedule = drawSchedule({ ...simulation, profile });
    const result = await simulateOnce(options, schedule, seed, { terminal, say, isOver });
    const tookMs = terminal.clock.now() - startMs;
    const [violation] = result.violations;
    if (violation !== undefined) {
      say(`seed ${seed} breaks ${violation.invariant}: ${violation.message}; shrinking …`);
      const found = { options: simulation, schedule, violation };
      const run = await shrink(found, { maxRuns: shrinkRuns, onRun: () => !isOver() });
      const path = await record(run, options.folder);
      return { result, runs, seed, tookMs, failure: { run, path } };
    }
    if (runs >= options.runs || isOver()) return { result, runs, seed, tookMs };
  }
}

interface Watching {
  readonly terminal: Terminal;
  say(line: string): void;
  isOver(): boolean;
}

async function simulateOnce(
  options: SimOptions,
  schedule: readonly Span[],
  seed: number,
  { terminal, say, isOver }: Watching,
): Promise<SimulationResult> {
  const { durationMs, timelinePath } = options;
  const shape = shapeOf(options);
  let toldMs = terminal.clock.now();
  const onProgress = (atMs: number, events: number) => {
    if (terminal.clock.now() - toldMs >= progressEveryMs) {
      toldMs = terminal.clock.now();
      say(`seed ${seed}: ${hours(atMs)} of ${hours(durationMs)} virtual hours, ${events} events`);
    }
    return !isOver();
  };
  const lines = timelinePath === undefined ? undefined : new LineFile(timelinePath);
  lines?.add(timelineHeaderLine({ seed, options: shape, schedule }));
  const onEvent = (event: TimelineEvent) => lines?.add(timelineEventLine(event));
  const hooks = { onProgress, onEvent };
  try {
    return await simulate({ seed, ...shape }, schedule, hooks);
  } finally {
    lines?.close();
  }
}

/** All that decides how a run goes, but for its seed and schedule. */
function shapeOf({ nodes, ttlSeconds, durationMs, hasProxy }: SimOptions) {
  return { nodes, ttlSeconds, durationMs, ...(hasProxy && { hasProxy }) };
}

/** Virtual hours, with two digits behind the point. */
export function hours(ms: number): string {
  return (ms / 3_600_000).toFixed(2);
}

/** Writes a failing run with its timeline, so that it can be replayed. */
async function record({ options, schedule }: FailingRun, folder: string): Promise<string> {
  const { seed, ...rest } = options;
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `leaderlab-sim-${seed}.jsonl`);
  const lines = new LineFile(path);
  lines.add(timelineHeaderLine({ seed, options: rest, schedule }));
  await simulate(options, schedule, { onEvent: (event) => lines.add(timelineEventLine(event)) });
  lines.close();
  return path;
}

const linesPerWrite = 1000;

/** A file that is written in parts, so that a long timeline need not be held. */
class LineFile {
  readonly #path: string;
  #lines: string[] = [];

  constructor(path: string) {
    this.#path = path;
    writeFileSync(path, "");
  }

  add(line: string): void {
    if (this.#lines.push(line) >= linesPerWrite) this.close();
  }

  close(): void {
    writeFileSync(this.#path, this.#lines.join(""), { flag: "a" });
    this.#lines = [];
  }
}
