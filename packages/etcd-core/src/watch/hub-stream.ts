import type { Access } from "../auth/access.ts";
import type { Deadline } from "../deadline-queue.ts";
import { EtcdError, watchRefusals } from "../errors.ts";
import { isEmptyRange } from "../key-range.ts";
import type { KeyRange, WatchCreateRequest } from "../requests.ts";
import type { WatchResponse } from "../responses.ts";
import type { ChangeEvent } from "./change-event.ts";
import { splitIntoFragments } from "./fragments.ts";
import type { Outbox, WatchStream } from "./watch-stream.ts";
import { Watcher, type WatchingStream } from "./watcher.ts";

/** The id on messages that are about no watcher, or about all. */
const noWatcher = -1n;

/** The smallest key there is; a watcher of the empty key watches it. */
const smallestKey = "\0";

/** What a stream asks of the hub that it belongs to. */
export interface StreamHub {
  /** The store's revision. */
  readonly revision: number;
  /** The size below which parts of a message stay. */
  readonly maxResponseBytes: number;
  /** What whoever asks may do. */
  readonly access: Pick<Access, "requireRead">;
  /** Throws an Error when an outbox is taking a message at this moment. */
  assertNotPushing(): void;
  /** Gives the outbox a message and returns whether it takes more. */
  push(outbox: Outbox, response: WatchResponse): boolean;
  /** Takes up a new watcher. */
  add(watcher: Watcher): void;
  /** Forgets a watcher. */
  remove(watcher: Watcher): void;
  /** Takes up those watchers of a stream again that waited for it. */
  unstall(stream: WatchingStream): void;
  /** Catches up watchers, as far as one call may go. */
  sync(): void;
  /** Forgets a stream whose watchers are all removed. */
  closeStream(stream: WatchingStream): void;
}

/**
 * A watch stream of a hub: it answers its consumer's requests and brings him what the hub tells its
 * watchers.
 *
 * Mirrors: serverWatchStream in etcd server/etcdserver/api/v3rpc/watch.go, and watchStream below
 * it.
 */
export class HubStream implements WatchStream, WatchingStream {
  readonly openedMs: number;
  readonly stalled = new Set<Watcher>();
  tick: Deadline<WatchingStream> | undefined;
  progressWatchers = 0;
  readonly #hub: StreamHub;
  readonly #outbox: Outbox;
  readonly #watchers = new Map<bigint, Watcher>();
  #nextId = 0n;
  #isFull = false;
  #isClosed = false;

  constructor(hub: StreamHub, outbox: Outbox, openedMs: number) {
    this.#hub = hub;
    this.#outbox = outbox;
    this.openedMs = openedMs;
  }

  get watchers(): Iterable<Watcher> {
    return this.#watchers.values();
  }

  get isFull(): boolean {
    return this.#isFull;
  }

  create(request: WatchCreateRequest): void {
    this.#hub.assertNotPushing();
    if (this.#isClosed) return;
    const key = request.key === "" ? smallestKey : request.key;
    const refusal = this.#refusal({ ...request, key });
    if (refusal !== undefined) {
      this.#answer({ watchId: noWatcher, created: true, canceled: true, cancelReason: refusal });
      return;
    }
    const id = request.watchId || this.#chooseId();
    const watcher = new Watcher(this, id, { ...request, key }, this.#hub.revision);
    this.#watchers.set(id, watcher);
    this.#answer({ watchId: id, created: true });
    this.#hub.add(watcher);
    this.#hub.sync();
  }

  cancel(watchId: bigint): void {
    this.#hub.assertNotPushing();
    const watcher = this.#watchers.get(watchId);
    if (watcher === undefined) return;
    this.#watchers.delete(watchId);
    this.#hub.remove(watcher);
    this.#answer({ watchId, canceled: true });
  }

  requestProgress(): void {
    this.#hub.assertNotPushing();
    if (this.#isFull || this.#watchers.size === 0) return;
    for (const watcher of this.#watchers.values()) if (!this.#isUpToDate(watcher)) return;
    this.#answer({ watchId: noWatcher });
  }

  resume(): void {
    this.#hub.assertNotPushing();
    if (this.#isClosed) return;
    this.#isFull = false;
    this.#hub.unstall(this);
    this.#hub.sync();
  }

  close(): void {
    this.#hub.assertNotPushing();
    if (this.#isClosed) return;
    this.#isClosed = true;
    for (const watcher of this.#watchers.values()) this.#hub.remove(watcher);
    this.#watchers.clear();
    this.#hub.closeStream(this);
  }

  tell(watcher: Watcher, changes: readonly ChangeEvent[]): void {
    const events = watcher.select(changes);
    if (events.length === 0) return;
    watcher.progressDue = false;
    const response = { revision: this.#hub.revision, watchId: watcher.id, events };
    const parts = watcher.fragment
      ? splitIntoFragments(response, this.#hub.maxResponseBytes)
      : [response];
    for (const part of parts) this.#push(part);
  }

  tellCompacted(watcher: Watcher, compactRevision: number): void {
    watcher.state = "compacted";
    this.#push({ revision: 0, watchId: watcher.id, canceled: true, compactRevision, events: [] });
  }

  tellProgress(): void {
    for (const watcher of this.#watchers.values()) {
      if (!watcher.progressNotify) continue;
      const isDue = watcher.progressDue && !this.#isFull && this.#isUpToDate(watcher);
      watcher.progressDue = true;
      if (isDue) this.#answer({ watchId: watcher.id });
    }
  }

  #refusal(request: WatchCreateRequest): string | undefined {
    const { startRevision = 0, watchId = 0n } = request;
    if (startRevision < 0) return watchRefusals.compacted;
    const forbidden = this.#readRefusal(request);
    if (forbidden !== undefined) return forbidden;
    if (isEmptyRange(request)) return watchRefusals.emptyRange;
    if (watchId !== 0n && this.#watchers.has(watchId)) return watchRefusals.duplicateId;
    return undefined;
  }

  /** Asked once, when the watcher is made: what changes about its maker later does not end it. */
  #readRefusal(range: KeyRange): string | undefined {
    try {
      this.#hub.access.requireRead(range);
      return undefined;
    } catch (error) {
      if (!(error instanceof EtcdError)) throw error;
      const texts: { readonly [reason: string]: string } = watchRefusals;
      return texts[error.reason] ?? watchRefusals.permissionDenied;
    }
  }

  #chooseId(): bigint {
    while (this.#watchers.has(this.#nextId)) this.#nextId += 1n;
    const id = this.#nextId;
    this.#nextId += 1n;
    return id;
  }

  #isUpToDate(watcher: Watcher): boolean {
    return watcher.state === "synced" && watcher.startRevision <= this.#hub.revision;
  }

  #answer(response: Omit<WatchResponse, "revision" | "events">): void {
    this.#push({ revision: this.#hub.revision, ...response, events: [] });
  }

  #push(response: WatchResponse): void {
    if (!this.#hub.push(this.#outbox, response)) this.#isFull = true;
  }
}
