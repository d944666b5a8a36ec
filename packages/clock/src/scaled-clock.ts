import { type Clock, sleepWith, type Timer } from "./clock.ts";
import { type Pending, settle, TimerQueue } from "./timer-queue.ts";

/** The fastest that time may go. */
const maxSpeed = 1000;

/** The most timers that one `advance` fires, so that a timer that sets itself anew cannot hang it. */
const maxTimersPerAdvance = 10_000_000;

/** A clock that follows another one at a speed of its own, and can be stopped. */
export interface ScaledClock extends Clock {
  /** 1: as the other clock; 0: time is stopped. */
  readonly speed: number;
  /** From 0 to 1000; what it was until now has passed at the old speed. Throws a RangeError. */
  setSpeed(speed: number): void;
  /**
   * Moves a stopped clock on and fires what is due on the way, as a virtual clock's `advance` does; before each timer,
   * and in the end, it waits for `untilQuiet` (default: until every promise that can settle has). Rejects with an Error
   * while time runs.
   */
  advance(ms: number, untilQuiet?: () => Promise<void>): Promise<void>;
  /**
   * Moves a stopped clock on to its next timer and fires that one; resolves with false when none waits. Rejects with an
   * Error while time runs.
   */
  step(): Promise<boolean>;
}

/** A clock that runs like `base` until its speed is set. While it is stopped, none of its timers fires. */
export function createScaledClock(base: Clock): ScaledClock {
  return new FollowingClock(base);
}

class FollowingClock implements ScaledClock {
  readonly #base: Clock;
  readonly #timers = new TimerQueue(() => this.now());
  readonly #unixOffsetMs: number;
  /** Where both clocks stood when the speed was set last. */
  #since: { readonly baseMs: number; readonly nowMs: number };
  #speed = 1;
  #armed: { readonly dueMs: number; readonly timer: Timer } | undefined;

  constructor(base: Clock) {
    this.#base = base;
    const baseMs = base.now();
    this.#since = { baseMs, nowMs: baseMs };
    this.#unixOffsetMs = base.unixNow() - baseMs;
  }

  get speed(): number {
    return this.#speed;
  }

  now(): number {
    if (this.#speed === 0) return this.#since.nowMs;
    return this.#since.nowMs + (this.#base.now() - this.#since.baseMs) * this.#speed;
  }

  unixNow(): number {
    return this.#unixOffsetMs + this.now();
  }

  setTimer(delayMs: number, callback: () => unknown): Timer {
    const pending = this.#timers.add(this.now() + Math.max(0, delayMs), callback);
    this.#arm();
    return {
      cancel: () => {
        pending.cancel();
        this.#arm();
      },
      reset: (newDelayMs) => {
        pending.reset(newDelayMs);
        this.#arm();
      },
    };
  }

  sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
    return sleepWith(this, delayMs, signal);
  }

  setSpeed(speed: number): void {
    if (!(speed >= 0 && speed <= maxSpeed)) {
      throw new RangeError(`setSpeed: ${speed} is not between 0 and ${maxSpeed}`);
    }
    this.#moveTo(this.now());
    this.#speed = speed;
    this.#disarm();
    this.#arm();
  }

  async advance(ms: number, untilQuiet = settle): Promise<void> {
    this.#requireStopped("advance");
    const untilMs = this.now() + ms;
    await untilQuiet();
    for (let fired = 0; this.#speed === 0; fired++) {
      const next = this.#timers.first;
      if (next === undefined || next.dueMs > untilMs) break;
      if (fired >= maxTimersPerAdvance) throw new Error("advance: timers keep setting timers");
      await this.#fireAtItsMoment(next, untilQuiet);
    }
    if (this.#speed === 0) this.#moveTo(untilMs);
  }

  async step(): Promise<boolean> {
    this.#requireStopped("step");
    await settle();
    const next = this.#timers.first;
    if (next === undefined || this.#speed !== 0) return false;
    await this.#fireAtItsMoment(next);
    return true;
  }

  #requireStopped(verb: string): void {
    if (this.#speed !== 0) throw new Error(`${verb}: time runs by itself; stop it first`);
  }

  async #fireAtItsMoment(next: Pending, untilQuiet = settle): Promise<void> {
    this.#moveTo(Math.max(this.now(), next.dueMs));
    this.#fire(next);
    await untilQuiet();
  }

  #moveTo(nowMs: number): void {
    this.#since = { baseMs: this.#base.now(), nowMs };
  }

  #fire(pending: Pending): void {
    this.#timers.remove(pending);
    pending.callback();
  }

  /** Has the base clock wake this one when its next timer is due. */
  #arm(): void {
    const dueMs = this.#speed === 0 ? undefined : this.#timers.first?.dueMs;
    if (dueMs === this.#armed?.dueMs) return;
    this.#disarm();
    if (dueMs === undefined) return;
    const delayMs = (dueMs - this.now()) / this.#speed;
    this.#armed = { dueMs, timer: this.#base.setTimer(delayMs, () => this.#wake()) };
  }

  #disarm(): void {
    this.#armed?.timer.cancel();
    this.#armed = undefined;
  }

  /** Fires what is due; timers that these set wait for the next turn, so that time goes on in between. */
  #wake(): void {
    this.#armed = undefined;
    const { nextOrder } = this.#timers;
    const nowMs = this.now();
    try {
      for (let next = this.#timers.first; next !== undefined; next = this.#timers.first) {
        if (next.dueMs > nowMs || next.order >= nextOrder) break;
        this.#fire(next);
      }
    } finally {
      this.#arm();
    }
  }
}
