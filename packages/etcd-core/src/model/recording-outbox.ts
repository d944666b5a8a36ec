import type { WatchEvent, WatchResponse } from "../responses.ts";
import type { Outbox } from "../watch/watch-stream.ts";

/** A consumer that remembers every message and has room for so many before it is to be emptied. */
export class RecordingOutbox implements Outbox {
  readonly responses: WatchResponse[] = [];
  /** How many messages it takes before it is to be emptied. */
  capacity: number;
  #taken = 0;

  constructor(capacity = Infinity) {
    this.capacity = capacity;
  }

  push(response: WatchResponse): boolean {
    this.responses.push(response);
    this.#taken += 1;
    return this.#taken < this.capacity;
  }

  /** Makes room again; `WatchStream.resume` is the caller's. */
  empty(): void {
    this.#taken = 0;
  }

  /** The messages since the last call. */
  take(): WatchResponse[] {
    this.empty();
    return this.responses.splice(0);
  }

  /** The messages of a watcher that hold events. */
  eventResponses(watchId: bigint): WatchResponse[] {
    const own = this.responses.filter((response) => response.watchId === watchId);
    return own.filter((response) => response.events.length > 0);
  }

  /** The events of a watcher, in the order of their coming. */
  events(watchId: bigint): WatchEvent[] {
    return this.eventResponses(watchId).flatMap((response) => response.events);
  }
}
