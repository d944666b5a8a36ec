import { type Clock, sleepWith, type Timer } from "./clock.ts";
import { settle, settleMicrotasks, TimerQueue } from "./timer-queue.ts";

/** The most timers that one `advance` fires, so that a timer that sets itself anew cannot hang a test. */
const mostTimersPerAdvance = 10_000_000;

/** A clock that stands still until it is told to move. */
export interface VirtualClock extends Clock {
  /**
   * Moves time on and fires what is due on the way, in the order (time, insertion), each timer at its own moment.
   * Between two timers every promise that can settle does, so that awaiting code runs as it would on a real clock.
   */
  advance(ms: number): Promise<void>;
  /** Advances from timer to timer until the condition holds; throws when `limitMs` pass first or no timer is left. */
  runUntil(condition: () => boolean, limitMs: number): Promise<void>;
  /** Moves time on to the next timer and fires that one; resolves with false when none waits. */
  step(): Promise<boolean>;
  /** How many timers wait. */
  readonly pending: number;
}

/** How a virtual clock waits between two timers. */
export interface VirtualClockOptions {
  /**
   * "turn" (the default): a turn of the event loop, in which something real may happen too. "microtasks": until no
   * promise is left that can go on, which is several times as fast and enough where nothing real is waited for.
   */
  readonly settle?: "turn" | "microtasks";
}

/** With "microtasks", so many timers fire before the event loop gets a turn: for signals and progress on a terminal. */
const timersPerTurn = 10_000;

/** A virtual clock; `unixStartMs` is its time of day at the start (default 2026-01-01T00:00:00Z). */
export function createVirtualClock(
  unixStartMs = Date.UTC(2026, 0, 1),
  options: VirtualClockOptions = {},
): VirtualClock {
  let nowMs = 0;
  let fired = 0;
  const timers = new TimerQueue();
  const isQuick = options.settle === "microtasks";
  const afterTimer = () =>
    isQuick && ++fired % timersPerTurn !== 0 ? settleMicrotasks() : settle();

  const setTimer = (delayMs: number, callback: () => void): Timer =>
    timers.add(nowMs + Math.max(0, delayMs), callback);
  const fireNext = async (untilMs: number): Promise<boolean> => {
    const next = timers.first;
    if (next === undefined || next.dueMs > untilMs) return false;
    timers.remove(next);
    nowMs = Math.max(nowMs, next.dueMs);
    next.callback();
    await afterTimer();
    return true;
  };
  const clock: VirtualClock = {
    now: () => nowMs,
    unixNow: () => unixStartMs + nowMs,
    setTimer,
    sleep: (delayMs, signal) => sleepWith(clock, delayMs, signal),
    async advance(ms) {
      const untilMs = nowMs + ms;
      await settle();
      for (let fired = 0; await fireNext(untilMs); fired++) {
        if (fired >= mostTimersPerAdvance) throw new Error("advance: timers keep setting timers");
      }
      nowMs = untilMs;
    },
    async runUntil(condition, limitMs) {
      const untilMs = nowMs + limitMs;
      await settle();
      while (!condition()) {
        if (await fireNext(untilMs)) continue;
        throw new Error(`runUntil: the condition did not hold within ${limitMs} ms`);
      }
    },
    async step() {
      await settle();
      return fireNext(Number.POSITIVE_INFINITY);
    },
    get pending() {
      return timers.size;
    },
  };
  return clock;
}
