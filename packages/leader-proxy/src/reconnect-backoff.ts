import type { Clock } from "@leaderlab/clock";

const firstDelayMs = 100;

/** Waits between attempts to reach a backend: 100 ms, then twice as long each time, up to a bound. */
export class ReconnectBackoff {
  readonly #clock: Clock;
  readonly #longestMs: number;
  #delayMs = firstDelayMs;

  constructor(clock: Clock, longestMs: number) {
    this.#clock = clock;
    this.#longestMs = longestMs;
  }

  /** Rejects with the signal's reason when it aborts. */
  wait(signal: AbortSignal): Promise<void> {
    const nowMs = Math.min(this.#delayMs, this.#longestMs);
    this.#delayMs = Math.min(this.#longestMs, this.#delayMs * 2);
    return this.#clock.sleep(nowMs, signal);
  }

  /** Starts again from the shortest wait. */
  reset(): void {
    this.#delayMs = firstDelayMs;
  }
}
