import type { LightningHandlers } from "./lightning-parts.ts";

/** Streams of things that never happen here: they stay open and silent. */
export function eventHandlers(): LightningHandlers {
  return {
    async *SubscribePeerEvents(_request, call) {
      yield* nothingUntil(call.signal);
    },
    async *SubscribeChannelEvents(_request, call) {
      yield* nothingUntil(call.signal);
    },
    async *SubscribeChannelGraph(_request, call) {
      yield* nothingUntil(call.signal);
    },
    async *SubscribeTransactions(_request, call) {
      yield* nothingUntil(call.signal);
    },
    async *SubscribeCustomMessages(_request, call) {
      yield* nothingUntil(call.signal);
    },
  };
}

/** A stream on which nothing ever comes. */
export function nothingUntil(signal: AbortSignal): AsyncIterable<never> {
  return {
    [Symbol.asyncIterator]: () => ({
      next: () =>
        new Promise((resolve) => {
          const end = () => resolve({ done: true, value: undefined });
          if (signal.aborted) end();
          else signal.addEventListener("abort", end, { once: true });
        }),
    }),
  };
}
