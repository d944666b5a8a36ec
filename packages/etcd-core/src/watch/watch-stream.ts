import type { WatchCreateRequest } from "../requests.ts";
import type { WatchResponse } from "../responses.ts";

/** Where a watch stream's messages go: a consumer with room for some of them. */
export interface Outbox {
  /**
   * Takes a message, always; returns false when no further one is wanted for now. Events then wait
   * in history, not in memory of their own, until `WatchStream.resume` is called. Answers to the
   * consumer's own requests (created, canceled) come even then: one a request, so whoever reads on
   * is to bound the requests.
   *
   * Must neither throw nor call back into the store that pushes; reading from it is allowed.
   */
  push(response: WatchResponse): boolean;
}

/**
 * Many watchers that share one way to their consumer. Every request is answered by messages, a
 * refused one too. Each watcher is told every change of its keys once, in the order of revisions,
 * all changes of a revision in one message; after `close` nothing has an effect any more.
 */
export interface WatchStream {
  /**
   * Makes a watcher. The answer says that it was created; what it has missed follows. A refused one
   * is answered as created and canceled at once, with watch id -1.
   */
  create(request: WatchCreateRequest): void;
  /** Ends a watcher; an unknown id is not answered. */
  cancel(watchId: bigint): void;
  /**
   * Asks how far the stream is. Answered, with the store's revision and watch id -1, only when
   * there are watchers, all of them are up to date, none waits for a revision to come, and the
   * consumer takes messages; otherwise there is no answer.
   */
  requestProgress(): void;
  /** Says that the consumer takes messages again; what its watchers have missed follows. */
  resume(): void;
  /** Ends the stream and all its watchers without a word. */
  close(): void;
}
