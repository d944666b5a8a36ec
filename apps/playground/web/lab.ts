import type { ClusterSnapshot, TimelineEvent } from "./wire.ts";

/** How it is with the connection to the server: not yet there, there, or gone after (or before) it was there. */
export type Link = "connecting" | "live" | "gone";

/** The oldest events are forgotten beyond this many, as the server does. */
const maxEvents = 10_000;

/**
 * What the page knows of the lab. `live-feed.ts` tells it the news, and it tells the views, once per snapshot: the
 * server sends one after each event and twice a second.
 *
 * What somebody chose to look at, such as the timeline's filter, is not in here but in the view.
 */
export class Lab {
  #link: Link = "connecting";
  #snapshot: ClusterSnapshot | undefined;
  #events: TimelineEvent[] = [];
  #connection = 0;
  /** This machine's time when the snapshot came. */
  #heardMs = 0;
  readonly #deadlines = new Map<string, number>();
  readonly #listeners = new Set<() => void>();

  get link(): Link {
    return this.#link;
  }

  /** Undefined until the first connection has told. */
  get snapshot(): ClusterSnapshot | undefined {
    return this.#snapshot;
  }

  /** Oldest first. */
  get events(): readonly TimelineEvent[] {
    return this.#events;
  }

  /** Counts connections: with another number, the events may be those of another server. */
  get connection(): number {
    return this.#connection;
  }

  /** Calls back after each change, for as long as the page is open. */
  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  /**
   * The lab's time of day at a moment of this machine's: it may be another machine's, go faster, or stand still. All that
   * the page shows of time is in it.
   */
  labTime(nowMs: number): number {
    const { unixMs = nowMs, time } = this.#snapshot ?? {};
    return unixMs + Math.max(0, nowMs - this.#heardMs) * (time?.speed ?? 1);
  }

  /** When a lease runs out by what is known, in the lab's time; undefined for one that is gone. */
  leaseDeadline(lease: string): number | undefined {
    return this.#deadlines.get(lease);
  }

  /** A connection begins; the server tells everything anew. */
  hearConnected(): void {
    this.#connection += 1;
    this.#events = [];
  }

  /** One event. It is shown with the snapshot that follows it. */
  hearEvent(event: TimelineEvent): void {
    const last = this.#events.at(-1);
    if (last !== undefined && event.seq <= last.seq) return;
    this.#events.push(event);
    if (this.#events.length > maxEvents) this.#events.shift();
  }

  /** The cluster as it is after the events so far. */
  hearSnapshot(snapshot: ClusterSnapshot, nowMs: number): void {
    this.#heardMs = nowMs;
    this.#link = "live";
    this.#snapshot = snapshot;
    this.#keepDeadlines(snapshot);
    this.#tell();
  }

  /** The server does not answer. What was known stays on the page, as the past. */
  hearGone(): void {
    if (this.#link === "gone") return;
    this.#link = "gone";
    this.#tell();
  }

  #keepDeadlines({ nodes, queue, sessionTtlSeconds, unixMs }: ClusterSnapshot): void {
    for (const { lease, leaseRemainingMs } of [...nodes, ...queue]) {
      if (lease === null) continue;
      if (leaseRemainingMs === null) this.#deadlines.delete(lease);
      else this.#deadlines.set(lease, unixMs + leaseRemainingMs);
    }
    // A lease of an earlier process runs out unseen; it is forgotten one session later.
    for (const [lease, deadlineMs] of this.#deadlines) {
      if (deadlineMs + sessionTtlSeconds * 1000 < unixMs) this.#deadlines.delete(lease);
    }
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
