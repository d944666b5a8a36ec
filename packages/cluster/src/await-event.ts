import type { Timeline, TimelineEvent } from "./timeline.ts";

/** Where to look for an event, and until when to wait for it. */
export interface AwaitEventOptions {
  /** Looks at events after this one only; default 0: also at all that have passed. */
  readonly afterSeq?: number;
  /** Ends the wait: the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The first event like that: one that has passed, or the first one to come. Waits for ever without a signal. */
export function awaitEvent(
  timeline: Timeline,
  isIt: (event: TimelineEvent) => boolean,
  { afterSeq = 0, signal }: AwaitEventOptions = {},
): Promise<TimelineEvent> {
  // Events have their numbers without gaps, so the first one to look at is found by counting.
  const firstSeq = timeline.events[0]?.seq ?? 0;
  const past = timeline.events.slice(Math.max(0, afterSeq + 1 - firstSeq)).find(isIt);
  if (past !== undefined) return Promise.resolve(past);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const end = () => {
      stop();
      signal?.removeEventListener("abort", abort);
    };
    const abort = () => {
      end();
      reject(signal?.reason as Error);
    };
    const stop = timeline.onEvent((event) => {
      if (!isIt(event)) return;
      end();
      resolve(event);
    });
    signal?.addEventListener("abort", abort, { once: true });
  });
}
