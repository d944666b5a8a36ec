import type { Clock } from "@leaderlab/clock";
import { EtcdClientError } from "./errors.ts";

const firstDelayMs = 25;
const longestDelayMs = 500;

/** Waits between attempts: 25 ms, then twice as long each time, 500 ms at most. */
export interface Backoff {
  /** Rejects with the signal's reason when it aborts. */
  wait(): Promise<void>;
  /** Starts again from the shortest wait. */
  reset(): void;
}

/** Go waits 25 ms and leaves the rest to its connection's own, much longer backoff; here this is all there is. */
export function createBackoff(clock: Clock, signal?: AbortSignal): Backoff {
  let delayMs = firstDelayMs;
  return {
    wait() {
      const nowMs = delayMs;
      delayMs = Math.min(longestDelayMs, delayMs * 2);
      return clock.sleep(nowMs, signal);
    },
    reset() {
      delayMs = firstDelayMs;
    },
  };
}

export interface UntilAvailableOptions {
  readonly clock: Clock;
  /** Ends the attempts; without it they go on for as long as etcd is away. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Whether doing the request twice is the same as doing it once. A request that is not is repeated only when it
   * surely never reached etcd; a connection lost half-way is then an error, as with Go.
   */
  readonly repeatable: boolean;
}

/**
 * Makes a call again and again while etcd is away. Rejects with any error but UNAVAILABLE, and with the signal's
 * reason when it aborts.
 *
 * Mirrors: etcd clientv3, which waits for a connection before each call and repeats reads, grants and revocations.
 */
export async function untilAvailable<Result>(
  options: UntilAvailableOptions,
  call: () => Promise<Result>,
): Promise<Result> {
  const { clock, signal, repeatable } = options;
  const backoff = createBackoff(clock, signal);
  for (;;) {
    try {
      return await call();
    } catch (error) {
      signal?.throwIfAborted();
      if (!isUnavailable(error)) throw error;
      if (!repeatable && !error.notSent) throw error;
    }
    await backoff.wait();
  }
}

function isUnavailable(error: unknown): error is EtcdClientError {
  return error instanceof EtcdClientError && error.code === "UNAVAILABLE";
}
