import type { Deadline } from "../deadline-queue.ts";
import { rangeContains } from "../key-range.ts";
import type { ByteString, KeyRange, WatchCreateRequest } from "../requests.ts";
import type { WatchEvent } from "../responses.ts";
import type { ChangeEvent } from "./change-event.ts";

/**
 * Where a watcher stands.
 *
 * - synced: it has been told everything so far, and is told each change as it happens.
 * - unsynced: history holds changes that it has not been told.
 * - compacted: changes that it was to be told are gone; it is told nothing any more. Its id stays
 *   taken, and progress of its whole stream is not answered, until it is canceled.
 */
export type WatcherState = "synced" | "unsynced" | "compacted";

/** A stream, as whoever brings news to its watchers sees it. */
export interface WatchingStream {
  /** All its watchers, the oldest first. */
  readonly watchers: Iterable<Watcher>;
  /** When the stream was opened; progress is told at whole intervals after it. */
  readonly openedMs: number;
  /** Whether the consumer takes no more events for now. */
  readonly isFull: boolean;
  /** Unsynced watchers that wait for the stream to take more. */
  readonly stalled: Set<Watcher>;
  /** When the stream is next told of progress; none while no watcher asks for that. */
  tick: Deadline<WatchingStream> | undefined;
  /** How many watchers ask for progress. */
  progressWatchers: number;
  /** Tells a watcher what of the changes it wants. */
  tell(watcher: Watcher, changes: readonly ChangeEvent[]): void;
  /** Tells a watcher that its history is gone. */
  tellCompacted(watcher: Watcher, compactRevision: number): void;
  /** Tells those watchers of progress who asked for that and had no events since the last time. */
  tellProgress(): void;
}

/** A watcher as it is at this moment, for whoever looks into the store. */
export interface WatcherFacts extends KeyRange {
  /** 1 for the stream that was opened first. */
  readonly stream: number;
  readonly id: bigint;
  readonly startRevision: number;
  readonly state: WatcherState;
}

/** One watcher on a stream: a range of keys and a place in history. */
export class Watcher implements KeyRange {
  readonly stream: WatchingStream;
  readonly id: bigint;
  readonly key: ByteString;
  readonly rangeEnd: ByteString;
  /** The revision that was asked for; 0 for "from now on". */
  readonly startRevision: number;
  readonly progressNotify: boolean;
  readonly fragment: boolean;
  readonly #prevKv: boolean;
  readonly #withoutPuts: boolean;
  readonly #withoutDeletes: boolean;

  state: WatcherState;
  /** Where an unsynced watcher goes on; a synced one is told of nothing below it. */
  nextRevision: number;
  /**
   * Whether the next tick is to tell of progress: not when events have done so since the last one.
   */
  progressDue = true;

  constructor(stream: WatchingStream, id: bigint, request: WatchCreateRequest, revision: number) {
    const { startRevision = 0 } = request;
    this.stream = stream;
    this.id = id;
    this.key = request.key;
    this.rangeEnd = request.rangeEnd;
    this.startRevision = startRevision;
    this.progressNotify = request.progressNotify ?? false;
    this.fragment = request.fragment ?? false;
    this.#prevKv = request.prevKv ?? false;
    this.#withoutPuts = request.withoutPuts ?? false;
    this.#withoutDeletes = request.withoutDeletes ?? false;
    this.nextRevision = startRevision === 0 ? revision + 1 : startRevision;
    this.state = this.nextRevision > revision ? "synced" : "unsynced";
  }

  watches(key: ByteString): boolean {
    return rangeContains(this, key);
  }

  /** The events among these that are wanted, in the shape that is wanted. */
  select(events: readonly ChangeEvent[]): WatchEvent[] {
    const selected: WatchEvent[] = [];
    for (const event of events) {
      if (event.plain.type === "put" ? this.#withoutPuts : this.#withoutDeletes) continue;
      selected.push(this.#prevKv ? event.withPrevious : event.plain);
    }
    return selected;
  }
}
