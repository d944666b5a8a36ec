import type { Outbox, WatchResponse, WatchStream } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import { type Call, type Implementation, implement } from "@leaderlab/rpc";
import type { Store, WatchTraffic } from "../store.ts";
import { watchCreateRequest, watchResponse } from "../wire.ts";

/** How many responses wait for a slow client before its watchers are left behind, to catch up from history. */
const outboxLimit = 1024;

/** etcd's Watch service over a store: one core stream for each stream of a client. */
export function createWatchService(store: Store): Implementation {
  return implement(etcd.watch, {
    async *Watch(requests, call) {
      const outbox = new ResponseQueue(outboxLimit, store.watchTraffic);
      const stream = store.apply(call, (core) => core.openWatchStream(outbox));
      call.signal.addEventListener("abort", () => outbox.end(), { once: true });
      const reading = readRequests(requests, outbox, (request) =>
        store.apply(call, () => applyRequest(stream, request)),
      );
      try {
        for (;;) {
          const response = await outbox.next();
          if (response === undefined) break;
          yield watchResponse(response, store.header);
          if (outbox.takeDrained()) store.apply(call, () => stream.resume());
        }
        await refuseBrokenStream(reading, call);
      } finally {
        stream.close();
        outbox.end();
      }
    },
  });
}

/**
 * Applies what the client asks for, no faster than it takes the answers. A client that has nothing more to ask
 * (half-close) goes on watching; a request that cannot be read ends the stream.
 */
async function readRequests(
  requests: AsyncIterable<etcd.WatchRequest>,
  outbox: ResponseQueue,
  apply: (request: etcd.WatchRequest) => void,
): Promise<unknown> {
  try {
    for await (const request of requests) {
      await outbox.untilRoom();
      apply(request);
    }
    return undefined;
  } catch (error) {
    outbox.end();
    return error;
  }
}

/** When the stream ended because its requests could not be read, the client learns why. */
async function refuseBrokenStream(reading: Promise<unknown>, call: Call): Promise<void> {
  if (call.signal.aborted) return;
  const error = await reading;
  if (error !== undefined) throw error;
}

function applyRequest(stream: WatchStream, request: etcd.WatchRequest): void {
  if (request.create_request) stream.create(watchCreateRequest(request.create_request));
  else if (request.cancel_request) stream.cancel(BigInt(request.cancel_request.watch_id));
  else if (request.progress_request) stream.requestProgress();
}

/** Responses on their way to one client. The core pushes, the client's stream pulls. */
class ResponseQueue implements Outbox {
  readonly #limit: number;
  readonly #traffic: WatchTraffic;
  readonly #waiting: WatchResponse[] = [];
  #wasFull = false;
  #ended = false;
  #wake: (() => void) | undefined;
  #wakeForRoom: (() => void) | undefined;

  constructor(limit: number, traffic: WatchTraffic) {
    this.#limit = limit;
    this.#traffic = traffic;
  }

  push(response: WatchResponse): boolean {
    this.#waiting.push(response);
    this.#traffic.queuedEvents += response.events.length;
    this.#wake?.();
    if (this.#waiting.length < this.#limit) return true;
    this.#wasFull = true;
    return false;
  }

  /** The next response, waited for; undefined when the stream has ended. */
  async next(): Promise<WatchResponse | undefined> {
    while (!this.#ended && this.#waiting.length === 0) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    return this.#ended ? undefined : this.#take();
  }

  /** Waits until the queue takes more, or has ended. */
  async untilRoom(): Promise<void> {
    while (!this.#ended && this.#waiting.length >= this.#limit) {
      await new Promise<void>((resolve) => {
        this.#wakeForRoom = resolve;
      });
    }
  }

  /** Whether the queue had been full and is empty now: the moment for watchers to catch up. */
  takeDrained(): boolean {
    if (!this.#wasFull || this.#waiting.length > 0) return false;
    this.#wasFull = false;
    return true;
  }

  end(): void {
    this.#ended = true;
    // What nobody takes any more counts as gone, as in etcd.
    while (this.#waiting.length > 0) this.#take();
    this.#wake?.();
  }

  #take(): WatchResponse | undefined {
    const response = this.#waiting.shift();
    this.#traffic.sentEvents += response?.events.length ?? 0;
    this.#wakeForRoom?.();
    return response;
  }
}
