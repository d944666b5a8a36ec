import { RpcError } from "@leaderlab/rpc";

/** How many notices may wait for a slow subscriber; one more ends its subscription. */
const maxWaiting = 10_000;

/** Tells subscribers what happens, in order. */
export interface Notices<T> {
  publish(notice: T): void;
  /**
   * What is published from now on, until the signal aborts. Throws RESOURCE_EXHAUSTED for a subscriber that is too
   * slow.
   */
  subscribe(signal: AbortSignal): Subscription<T>;
}

/** What is published; it is to be stopped, unless it was iterated, which stops it. */
export interface Subscription<T> extends AsyncIterable<T> {
  stop(): void;
}

/** Nobody subscribed yet. A subscription holds from the call on, not only from its first reading. */
export function createNotices<T>(): Notices<T> {
  const listeners = new Set<(notice: T) => void>();
  return {
    publish: (notice) => {
      for (const listener of listeners) listener(notice);
    },
    subscribe(signal) {
      const waiting: T[] = [];
      let wake = () => {};
      const listener = (notice: T) => {
        waiting.push(notice);
        if (waiting.length > maxWaiting) listeners.delete(listener);
        wake();
      };
      listeners.add(listener);
      const stop = () => {
        listeners.delete(listener);
        signal.removeEventListener("abort", stop);
        isStopped = true;
        wake();
      };
      let isStopped = signal.aborted;
      signal.addEventListener("abort", stop, { once: true });
      async function* read(): AsyncGenerator<T> {
        try {
          while (!isStopped) {
            if (waiting.length > maxWaiting) throw new RpcError("RESOURCE_EXHAUSTED", "too slow");
            const next = waiting.shift();
            if (next !== undefined) yield next;
            else {
              await new Promise<void>((resolve) => {
                wake = resolve;
              });
            }
          }
        } finally {
          stop();
        }
      }
      return { stop, [Symbol.asyncIterator]: read };
    },
  };
}
