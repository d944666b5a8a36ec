/** A timer that has been set. Cancelling it twice, or after it fired, does nothing. */
export interface Timer {
  cancel(): void;
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
  /** Calls back once, `delayMs` from now at the earliest; a delay below 0 counts as 0. */
  setTimer(delayMs: number, callback: () => void): Timer;
  /** Resolves `delayMs` from now at the earliest; rejects with the signal's reason when it aborts first. */
  sleep(delayMs: number, signal?: AbortSignal): Promise<void>;
}

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
