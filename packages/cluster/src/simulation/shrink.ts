import type { InvariantName } from "../invariants/invariant-table.ts";
import {
  type SimulationHooks,
  type SimulationOptions,
  simulate,
  type Violation,
} from "./simulate.ts";
import { leaderName, type Span } from "./span.ts";

/** A run that breaks an invariant. */
export interface FailingRun {
  readonly options: SimulationOptions;
  readonly schedule: readonly Span[];
  readonly violation: Violation;
}

/** How much work shrinking may be. */
export interface ShrinkOptions {
  /** The most simulations. Default 200. */
  readonly maxRuns?: number;
  readonly planted?: SimulationHooks["planted"];
  /** Told after each simulation; returning false ends the work with what has been reached. */
  readonly onRun?: (runs: number, smallest: FailingRun) => boolean | undefined;
}

/**
 * Makes a failing run as small as can be had with so many simulations: fewer nodes, fewer faults (delta debugging over
 * the schedule), shorter ones, closer together. The result breaks the same invariant.
 */
export async function shrink(run: FailingRun, options: ShrinkOptions = {}): Promise<FailingRun> {
  const search = new Search(run, options);
  await search.dropWhatComesLater();
  await search.useFewerNodes();
  await search.dropSpans();
  await search.shortenSpans();
  await search.useFewerNodes();
  return search.smallest;
}

class Search {
  smallest: FailingRun;
  readonly #invariant: InvariantName;
  readonly #options: ShrinkOptions;
  #runs = 0;
  #isOver = false;

  constructor(run: FailingRun, options: ShrinkOptions) {
    this.smallest = run;
    this.#invariant = run.violation.invariant;
    this.#options = options;
  }

  async dropWhatComesLater(): Promise<void> {
    const { schedule, violation, options } = this.smallest;
    const before = schedule.filter(({ atMs }) => atMs <= violation.atMs);
    const durationMs = Math.min(options.durationMs, endOf(before));
    await this.#tries({ durationMs }, before);
  }

  async useFewerNodes(): Promise<void> {
    const { nodes } = this.smallest.options;
    for (let fewer = 1; fewer < nodes; fewer = fewer < 4 ? fewer + 1 : fewer * 2) {
      const mentioned = this.smallest.schedule.filter((span) => isWithin(span, fewer));
      if (await this.#tries({ nodes: fewer }, mentioned)) return;
    }
  }

  /** Zeller's ddmin: leaves out one part after the other, of ever finer parts. */
  async dropSpans(): Promise<void> {
    let parts = 2;
    while (this.smallest.schedule.length > 0 && !this.#isOver) {
      const { schedule } = this.smallest;
      const size = Math.ceil(schedule.length / parts);
      let hasDropped = false;
      for (let from = 0; from < schedule.length && !hasDropped; from += size) {
        const rest = [...schedule.slice(0, from), ...schedule.slice(from + size)];
        hasDropped = await this.#tries({}, rest);
      }
      if (hasDropped) parts = Math.max(2, parts - 1);
      else if (size <= 1) return;
      else parts = Math.min(schedule.length, parts * 2);
    }
  }

  /** Halves how long each span lasts, and how long it keeps waiting, as often as the run still fails. */
  async shortenSpans(): Promise<void> {
    for (let index = 0; index < this.smallest.schedule.length; index++) {
      for (const field of ["lastsMs", "atMs"] as const) {
        for (let again = true; again && !this.#isOver; ) {
          const { schedule } = this.smallest;
          const halved = schedule.map((span, at) =>
            at === index ? { ...span, [field]: Math.floor(span[field] / 2) } : span,
          );
          const isLong = (schedule[index]?.[field] ?? 0) > 500;
          const durationMs = Math.min(this.smallest.options.durationMs, endOf(halved));
          again = isLong && (await this.#tries({ durationMs }, halved));
        }
      }
    }
  }

  /** Whether a run with these changes breaks the invariant too; then it is the smallest one known. */
  async #tries(changes: Partial<SimulationOptions>, schedule: readonly Span[]): Promise<boolean> {
    const { maxRuns = 200, planted, onRun } = this.#options;
    if (this.#isOver || this.#runs >= maxRuns) {
      this.#isOver = true;
      return false;
    }
    this.#runs += 1;
    const options = { ...this.smallest.options, ...changes };
    const { violations } = await simulate(options, schedule, { ...(planted && { planted }) });
    const violation = violations.find(({ invariant }) => invariant === this.#invariant);
    if (violation !== undefined) this.smallest = { options, schedule, violation };
    if (onRun?.(this.#runs, this.smallest) === false) this.#isOver = true;
    return violation !== undefined;
  }
}

/** When the last span is over, and a moment later. */
function endOf(schedule: readonly Span[]): number {
  return Math.max(1000, ...schedule.map(({ atMs, lastsMs }) => atMs + lastsMs + 1000));
}

/** Whether a span is about nodes that there are. */
function isWithin(span: Span, nodes: number): boolean {
  const named = [...JSON.stringify(span).matchAll(/"(@leader|lnd-(\d+))(?::[^"]*)?"/g)];
  return named.every(([, name, number]) => name === leaderName || Number(number) <= nodes);
}
