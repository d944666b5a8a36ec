import type { Access } from "../auth/access.ts";
import { DeadlineQueue } from "../deadline-queue.ts";
import type { CurrentTime } from "../monotonic-time.ts";
import type { MvccStore } from "../mvcc/mvcc-store.ts";
import type { ByteString } from "../requests.ts";
import type { KeyValue, WatchResponse } from "../responses.ts";
import { nextBatch } from "./catch-up.ts";
import { ChangeEvent } from "./change-event.ts";
import { HubStream, type StreamHub } from "./hub-stream.ts";
import type { Outbox, WatchStream } from "./watch-stream.ts";
import type { Watcher, WatcherFacts, WatchingStream } from "./watcher.ts";
import { WatcherGroup } from "./watcher-group.ts";

/** How many revisions one `sync` may look at before it leaves the rest to the next. */
const maxScannedPerSync = 100_000;

/** How many streams one `tick` tells of progress before it leaves the rest to the next. */
const maxStreamsPerTick = 1000;

export interface WatchHubOptions {
  readonly progressIntervalMs: number;
  readonly maxResponseBytes: number;
  readonly time: CurrentTime;
  readonly access: Pick<Access, "requireRead">;
}

/**
 * Brings changes to watchers. Whoever is up to date is told at once; whoever is not is caught up
 * from history. A watcher whose stream takes no more becomes one of those who are not, and nothing
 * is kept for it but its place:
 *
 *     a new watcher ── from now on, or from a revision to come ──────► synced
 *     a new watcher ── from the past ────────────────────────────────► behind
 *     behind        ── was told all that it had missed ──────────────► synced
 *     behind        ── its place in history is compacted ────────────► compacted
 *     behind        ── its stream is full ───────────────────────────► stalled
 *     synced        ── a change of its keys, but its stream is full ─► stalled
 *     stalled       ── the stream is resumed ────────────────────────► behind
 *
 * "behind" and "stalled" are both unsynced: the first can be served, the second waits for its
 * stream.
 *
 * Mirrors: watchableStore in etcd server/storage/mvcc/watchable_store.go.
 */
export class WatchHub implements StreamHub {
  readonly #store: MvccStore;
  readonly #options: WatchHubOptions;
  readonly #synced = new WatcherGroup();
  /** Who can be caught up, the one whose turn it is at the front. */
  readonly #behind = new Set<Watcher>();
  readonly #ticks = new DeadlineQueue<WatchingStream>();
  /** The streams that are open, with the number of each. */
  readonly #streams = new Map<WatchingStream, number>();
  #opened = 0;
  #watcherCount = 0;
  #unsyncedCount = 0;
  #pushing = false;

  constructor(store: MvccStore, options: WatchHubOptions) {
    this.#store = store;
    this.#options = options;
  }

  get streamCount(): number {
    return this.#streams.size;
  }

  get watcherCount(): number {
    return this.#watcherCount;
  }

  get unsyncedCount(): number {
    return this.#unsyncedCount;
  }

  get revision(): number {
    return this.#store.revision;
  }

  get access(): Pick<Access, "requireRead"> {
    return this.#options.access;
  }

  get maxResponseBytes(): number {
    return this.#options.maxResponseBytes;
  }

  /** Whether a watcher waits to be caught up. */
  get hasWork(): boolean {
    return this.#behind.size > 0;
  }

  /** When a stream is next to be told of progress. */
  get nextTickMs(): number | undefined {
    return this.#ticks.peek()?.dueMs;
  }

  openStream(outbox: Outbox): WatchStream {
    const stream = new HubStream(this, outbox, this.#options.time.nowMs);
    this.#opened += 1;
    this.#streams.set(stream, this.#opened);
    return stream;
  }

  /** Forgets a stream whose watchers are all removed. */
  closeStream(stream: WatchingStream): void {
    this.#streams.delete(stream);
  }

  /** Every watcher, by stream and age. */
  watchers(): WatcherFacts[] {
    return [...this.#streams].flatMap(([{ watchers }, stream]) =>
      Array.from(watchers, (watcher) => {
        const { id, key, rangeEnd, startRevision, state } = watcher;
        return { stream, id, key, rangeEnd, startRevision, state };
      }),
    );
  }

  /**
   * Calls the outbox. Throws an Error when it is called from within such a call: watchers would be
   * told of a later revision before an earlier one.
   */
  push(outbox: Outbox, response: WatchResponse): boolean {
    this.assertNotPushing();
    this.#pushing = true;
    try {
      return outbox.push(response);
    } finally {
      this.#pushing = false;
    }
  }

  assertNotPushing(): void {
    if (this.#pushing) throw new Error("an outbox must not call back while it takes a message");
  }

  /** Takes up a new watcher, in the state that it is in. */
  add(watcher: Watcher): void {
    this.#watcherCount += 1;
    if (watcher.progressNotify) this.#startTicking(watcher.stream);
    if (watcher.state === "synced") {
      this.#synced.add(watcher);
    } else {
      this.#unsyncedCount += 1;
      this.#behind.add(watcher);
    }
  }

  remove(watcher: Watcher): void {
    this.#watcherCount -= 1;
    if (watcher.progressNotify) this.#stopTicking(watcher.stream);
    if (watcher.state === "synced") this.#synced.delete(watcher);
    if (watcher.state !== "unsynced") return;
    this.#unsyncedCount -= 1;
    this.#behind.delete(watcher);
    watcher.stream.stalled.delete(watcher);
  }

  /** Takes up those watchers of a stream again that waited for it. */
  unstall(stream: WatchingStream): void {
    for (const watcher of stream.stalled) this.#behind.add(watcher);
    stream.stalled.clear();
  }

  /**
   * Tells of the newest revision whoever watches what it changed, at a cost that grows with those
   * only.
   */
  notify(changes: readonly KeyValue[]): void {
    const batches = new Map<Watcher, ChangeEvent[]>();
    for (const record of changes) {
      const watchers = this.#synced.watchersOf(record.key);
      if (watchers.length === 0) continue;
      const event = new ChangeEvent(record, this.#readAt);
      for (const watcher of watchers) {
        const batch = batches.get(watcher);
        if (batch === undefined) batches.set(watcher, [event]);
        else batch.push(event);
      }
    }
    for (const [watcher, events] of batches) this.#tell(watcher, events);
  }

  /** Catches up watchers in turn, one response each, as far as one call may go. */
  sync(): void {
    let budget = maxScannedPerSync;
    for (const watcher of this.#behind) {
      if (budget <= 0) return;
      this.#behind.delete(watcher);
      // At least 1, as watchers that cost nothing are work as well.
      budget -= Math.max(1, this.#catchUp(watcher));
    }
  }

  /** Tells of progress where it is time to. */
  tick(): void {
    const { nowMs } = this.#options.time;
    for (let streams = 0; streams < maxStreamsPerTick; streams++) {
      const due = this.#ticks.peek();
      if (due === undefined || due.dueMs > nowMs) return;
      due.item.tellProgress();
      this.#ticks.move(due, this.#nextTickMs(due.dueMs));
    }
  }

  #tell(watcher: Watcher, events: readonly ChangeEvent[]): void {
    const { revision } = this.#store;
    if (revision < watcher.nextRevision) return;
    if (watcher.stream.isFull) {
      this.#synced.delete(watcher);
      watcher.state = "unsynced";
      watcher.nextRevision = revision;
      watcher.stream.stalled.add(watcher);
      this.#unsyncedCount += 1;
      return;
    }
    watcher.stream.tell(watcher, events);
  }

  /**
   * Tells an unsynced watcher the next piece of history and returns how many revisions were looked
   * at.
   */
  #catchUp(watcher: Watcher): number {
    const { revision, compactRevision, log } = this.#store;
    if (watcher.stream.isFull) {
      watcher.stream.stalled.add(watcher);
      return 0;
    }
    if (watcher.nextRevision < compactRevision) {
      this.#unsyncedCount -= 1;
      watcher.stream.tellCompacted(watcher, compactRevision);
      return 0;
    }
    const batch = nextBatch(watcher, log, revision, this.#readAt);
    watcher.nextRevision = batch.nextRevision;
    if (batch.nextRevision > revision) {
      watcher.state = "synced";
      this.#unsyncedCount -= 1;
      this.#synced.add(watcher);
    } else {
      this.#behind.add(watcher);
    }
    watcher.stream.tell(watcher, batch.events);
    return batch.scannedRevisions;
  }

  readonly #readAt = (key: ByteString, revision: number): KeyValue | undefined => {
    if (revision < this.#store.compactRevision) return undefined;
    return this.#store.index.get(key, revision);
  };

  #startTicking(stream: WatchingStream): void {
    stream.progressWatchers += 1;
    stream.tick ??= this.#ticks.add(this.#nextTickMs(stream.openedMs), stream);
  }

  #stopTicking(stream: WatchingStream): void {
    stream.progressWatchers -= 1;
    if (stream.progressWatchers > 0 || stream.tick === undefined) return;
    this.#ticks.remove(stream.tick);
    stream.tick = undefined;
  }

  /** The first moment after now that is a whole number of intervals after the given one. */
  #nextTickMs(fromMs: number): number {
    const { progressIntervalMs, time } = this.#options;
    const passed = Math.floor((time.nowMs - fromMs) / progressIntervalMs);
    return fromMs + (passed + 1) * progressIntervalMs;
  }
}
