import { type Clock, nothingSettled, sleepWith, type Timer } from "./clock.ts";
import { settle, settleMicrotasks, TimerQueue } from "./timer-queue.ts";

/** The most timers that fire at one moment, so that a timer that sets itself anew without delay cannot hang a test. */
const mostTimersAtOnce = 1_000_000;

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
   * promise is left that can go on (not even that after a timer that says `nothingSettled`), which is several times as fast and enough where nothing real is waited for.
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
  let firedAtOnce = 0;
  const timers = new TimerQueue(() => nowMs);
  const isQuick = options.settle === "microtasks";
  /** Whether the timer that fired last let no promise settle. */
  let wasQuiet = false;
  const afterTimer = () => (isQuick && fired % timersPerTurn !== 0 ? settleMicrotasks() : settle());
  const canGoOn = () => isQuick && wasQuiet && fired % timersPerTurn !== 0;

  const setTimer = (delayMs: number, callback: () => unknown): Timer =>
    timers.add(nowMs + Math.max(0, delayMs), callback);
  /** Fires the next timer if it is due by then; promises are to settle after that. */
  const fireNext = (untilMs: number): boolean => {
    const next = timers.first;
    if (next === undefined || next.dueMs > untilMs) return false;
    timers.remove(next);
    firedAtOnce = next.dueMs > nowMs ? 0 : firedAtOnce + 1;
    if (firedAtOnce >= mostTimersAtOnce) throw new Error("advance: timers keep setting timers");
    nowMs = Math.max(nowMs, next.dueMs);
    fired += 1;
    wasQuiet = next.callback() === nothingSettled;
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
      while (fireNext(untilMs)) if (!canGoOn()) await afterTimer();
      nowMs = untilMs;
    },
    async runUntil(condition, limitMs) {
      const untilMs = nowMs + limitMs;
      await settle();
      while (!condition()) {
        if (!fireNext(untilMs)) {
          throw new Error(`runUntil: the condition did not hold within ${limitMs} ms`);
        }
        if (!canGoOn()) await afterTimer();
      }
    },
    async step() {
      await settle();
      const hasFired = fireNext(Number.POSITIVE_INFINITY);
      await afterTimer();
      return hasFired;
    },
    get pending() {
      return timers.size;
    },
  };
  return clock;
}
