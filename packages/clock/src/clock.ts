/** A timer that has been set. Cancelling it twice, or after it fired, does nothing. */
export interface Timer {
  cancel(): void;
  /**
   * Sets it anew with the same callback, `delayMs` from now, whether it waits, has fired or was cancelled. What comes
   * again and again is cheaper so than as a new timer each time. Mirrors: Go's Timer.Reset.
   */
  reset(delayMs: number): void;
}

/**
 * Time, as everything in leaderlab sees it. No other package reads the time or sets a timer by itself, so that a
 * whole cluster can run on a clock that a test moves.
 */
export interface Clock {
  /** Milliseconds since some fixed moment; never goes back, and need not be a whole number. */
  now(): number;
  /** The time of day in milliseconds since 1970, for what people read: logs, certificates, invoices. */
  unixNow(): number;
  /**
   * Calls back once, `delayMs` from now at the earliest; a delay below 0 counts as 0. A callback that has settled no
   * promise may say so by returning `nothingSettled`.
   */
  setTimer(delayMs: number, callback: () => unknown): Timer;
  /** Resolves `delayMs` from now at the earliest; rejects with the signal's reason when it aborts first. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

/**
 * What the callback of a timer returns when no promise can go on because of it: a virtual clock then goes on to the
 * next timer at once. Thousands of nodes' keep-alives are such timers.
 */
export const nothingSettled: unique symbol = Symbol("nothingSettled");

/** `Clock.sleep` in terms of `Clock.setTimer`, which every clock has. */
export function sleepWith(clock: Pick<Clock, "setTimer">, delayMs: number, signal?: AbortSignal) {
  return new Promise<void>((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const timer = clock.setTimer(delayMs, () => {
      signal?.removeEventListener("abort", onAbort);
      resolve();
    });
    const onAbort = () => {
      timer.cancel();
      reject(signal?.reason as Error);
    };
    signal?.addEventListener("abort", onAbort, { once: true });
  });
}
