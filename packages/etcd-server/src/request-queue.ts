/** Requests that one side pushes and the other iterates; the iteration ends when the signal aborts. */
export interface RequestQueue<Request> extends AsyncIterable<Request> {
  /** Does nothing when the queue is over, or full because the other side takes nothing. */
  push(request: Request): void;
}

/** More than this wait for nobody. */
const limit = 1024;

/** An empty queue. It is iterated once. */
export function createRequestQueue<Request>(signal: AbortSignal): RequestQueue<Request> {
  const waiting: Request[] = [];
  let wake = () => {};
  signal.addEventListener("abort", () => wake(), { once: true });
  return {
    push(request) {
      if (!signal.aborted && waiting.length < limit) waiting.push(request);
      wake();
    },
    async *[Symbol.asyncIterator]() {
      while (!signal.aborted) {
        const request = waiting.shift();
        if (request !== undefined) {
          yield request;
          continue;
        }
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}
