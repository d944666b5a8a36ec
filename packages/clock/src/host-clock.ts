import { type Clock, nothingSettled, sleepWith, type Timer } from "./clock.ts";

/** How far a clock may be off, in parts per million: half of its speed. */
const maxDrift = 500_000;

/** What can be chosen about a host's clock. */
export interface HostClockOptions {
  /** How much faster than its base it goes, in parts per million (below 0: slower). Default 0. */
  readonly driftPartsPerMillion?: number;
}

/**
 * The clock of one host or process on top of a clock that several share: it can be frozen as SIGSTOP freezes a process,
 * drift away from the others, and end with its process.
 *
 * While it is paused none of its timers fires and `now` goes on, as time does for a stopped process. When it resumes,
 * every timer that has come due in between fires in the order of their moments, one after the other, before any that
 * comes due later; promises settle between two of them as between two timers of its base.
 */
export interface HostClock extends Clock {
  readonly isPaused: boolean;
  readonly hasEnded: boolean;
  readonly driftPartsPerMillion: number;
  /** Holds every timer back, as SIGSTOP does. On a paused clock it does nothing. */
  pause(): void;
  /** Lets timers fire again, as SIGCONT does. On a clock that runs it does nothing. */
  resume(): void;
  /**
   * From now on the clock gains (or, below 0, loses) this much; what it shows now stays. Throws a RangeError beyond
   * 500,000 parts per million.
   */
  setDrift(partsPerMillion: number): void;
  /**
   * The process is gone: every timer is dropped and later ones are never set. A sleep does not settle any more, unless
   * its signal aborts; what waits for it is left to the garbage collector, as a killed process leaves its work undone.
   */
  end(): void;
}

/** A host's clock that follows `base`. */
export function createHostClock(base: Clock, options: HostClockOptions = {}): HostClock {
  const clock = new DriftingClock(base);
  if (options.driftPartsPerMillion !== undefined) clock.setDrift(options.driftPartsPerMillion);
  return clock;
}

/**
 * A timer of a host: it waits at the base clock, or in the backlog for its turn, or not. Those at the base clock are a
 * list in the order in which they were set, each knowing its neighbours, so that setting and cancelling cost next to
 * nothing.
 */
class HostTimer implements Timer {
  dueMs = 0;
  readonly callback: () => unknown;
  /** Its timer at the base clock, set or not. */
  base: Timer | undefined = undefined;
  /** Whether it is in the list of those that wait at the base clock. */
  isWaiting = false;
  before: HostTimer | undefined = undefined;
  after: HostTimer | undefined = undefined;
  readonly #clock: DriftingClock;

  constructor(clock: DriftingClock, callback: () => unknown) {
    this.#clock = clock;
    this.callback = callback;
  }

  cancel(): void {
    this.#clock.drop(this);
  }

  reset(delayMs: number): void {
    this.#clock.set(this, delayMs);
  }
}

class DriftingClock implements HostClock {
  readonly #base: Clock;
  #first: HostTimer | undefined;
  #last: HostTimer | undefined;
  /** Came due while the clock was paused, in order; drained one by one. */
  readonly #backlog: HostTimer[] = [];
  #draining: Timer | undefined;
  /** Where both clocks stood when the drift was set last; undefined while there never was one. */
  #since: { baseMs: number; nowMs: number } | undefined;
  #drift = 0;
  #isPaused = false;
  #hasEnded = false;

  constructor(base: Clock) {
    this.#base = base;
  }

  get isPaused(): boolean {
    return this.#isPaused;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  get driftPartsPerMillion(): number {
    return this.#drift;
  }

  get #rate(): number {
    return 1 + this.#drift / 1_000_000;
  }

  now(): number {
    if (this.#since === undefined) return this.#base.now();
    return this.#since.nowMs + (this.#base.now() - this.#since.baseMs) * this.#rate;
  }

  unixNow(): number {
    if (this.#since === undefined) return this.#base.unixNow();
    return this.#base.unixNow() + (this.now() - this.#base.now());
  }

  setTimer(delayMs: number, callback: () => unknown): Timer {
    const timer = new HostTimer(this, callback);
    this.set(timer, delayMs);
    return timer;
  }

  /** For its timers: sets one, which may wait already. */
  set(timer: HostTimer, delayMs: number): void {
    if (this.#hasEnded) return;
    if (timer.isWaiting) this.#unlink(timer);
    else this.#dropFromBacklog(timer);
    timer.dueMs = this.now() + Math.max(0, delayMs);
    this.#link(timer);
    this.#setAtBase(timer, delayMs / this.#rate);
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return sleepWith(this, delayMs, signal);
  }

  pause(): void {
    this.#isPaused = true;
    this.#draining?.cancel();
    this.#draining = undefined;
  }

  resume(): void {
    this.#isPaused = false;
    this.#drain();
  }

  setDrift(partsPerMillion: number): void {
    if (!(Math.abs(partsPerMillion) <= maxDrift)) {
      const bounds = `between -${maxDrift} and ${maxDrift} parts per million`;
      throw new RangeError(`setDrift: ${partsPerMillion} is not ${bounds}`);
    }
    if (partsPerMillion === this.#drift) return;
    const nowMs = this.now();
    this.#since = { baseMs: this.#base.now(), nowMs };
    this.#drift = partsPerMillion;
    for (let timer = this.#first; timer !== undefined; timer = timer.after) {
      this.#setAtBase(timer, (timer.dueMs - nowMs) / this.#rate);
    }
  }

  end(): void {
    this.#hasEnded = true;
    for (let timer = this.#first; timer !== undefined; timer = this.#first) {
      timer.base?.cancel();
      this.#unlink(timer);
    }
    this.#backlog.length = 0;
    this.#draining?.cancel();
  }

  /** For its timers: takes one out, wherever it waits. */
  drop(timer: HostTimer): void {
    if (!timer.isWaiting) {
      this.#dropFromBacklog(timer);
      return;
    }
    timer.base?.cancel();
    this.#unlink(timer);
  }

  #dropFromBacklog(timer: HostTimer): void {
    if (this.#backlog.length === 0) return;
    const at = this.#backlog.indexOf(timer);
    if (at >= 0) this.#backlog.splice(at, 1);
  }

  #setAtBase(timer: HostTimer, delayMs: number): void {
    if (timer.base === undefined) {
      timer.base = this.#base.setTimer(delayMs, () => this.#come(timer));
    } else timer.base.reset(delayMs);
  }

  #link(timer: HostTimer): void {
    timer.isWaiting = true;
    timer.before = this.#last;
    if (this.#last === undefined) this.#first = timer;
    else this.#last.after = timer;
    this.#last = timer;
  }

  /** Takes a timer out of the list, for good: it waits at the base clock no more. */
  #unlink(timer: HostTimer): void {
    const { before, after } = timer;
    if (before === undefined) this.#first = after;
    else before.after = after;
    if (after === undefined) this.#last = before;
    else after.before = before;
    timer.before = undefined;
    timer.after = undefined;
    timer.isWaiting = false;
  }

  /** The base clock says that a timer is due. */
  #come(timer: HostTimer): unknown {
    this.#unlink(timer);
    if (this.#isPaused || this.#backlog.length > 0) {
      this.#backlog.push(timer);
      return nothingSettled;
    }
    return this.#fire(timer);
  }

  #fire({ dueMs, callback }: HostTimer): unknown {
    // Rounding must not let a timer fire before its moment: whoever waits for what is left would wait without end.
    if (this.#since !== undefined && this.now() < dueMs) {
      this.#since = { baseMs: this.#base.now(), nowMs: dueMs };
    }
    return callback();
  }

  #drain(): void {
    this.#draining?.cancel();
    this.#draining = undefined;
    if (this.#backlog.length === 0 || this.#hasEnded) return;
    this.#draining = this.#base.setTimer(0, () => {
      this.#draining = undefined;
      const next = this.#backlog.shift();
      if (next === undefined) return;
      try {
        this.#fire(next);
      } finally {
        if (!this.#isPaused) this.#drain();
      }
    });
  }
}
