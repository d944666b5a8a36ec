import type { WatchCreateRequest, WatchResponse } from "@leaderlab/etcd-core";
import type { KeyChange, KeyLog } from "./key-log.ts";

/** A watcher that is not told of a change for longer than this was forgotten. */
const patienceMs = 10_000;

/** One watcher and what it is still to be told, in order. */
interface Watched {
  readonly range: { readonly key: string; readonly rangeEnd: string };
  readonly fromRevision: number;
  readonly expected: KeyChange[];
}

/** One stream of watchers, as the witness sees it. */
export interface WatchedStream {
  /** A watcher is asked for; etcd is at this revision. */
  asked(request: WatchCreateRequest, revision: number): void;
  /** A message goes out; whether the consumer takes more. */
  told(response: WatchResponse, takesMore: boolean): void;
  canceled(watchId: bigint): void;
  /** The consumer takes messages again. */
  resumed(): void;
  close(): void;
}

interface Stream {
  readonly watchers: Map<bigint, Watched>;
  isBehind: boolean;
}

/**
 * Compares what watchers of the election's keys are told with what has changed. A consumer that does not take messages
 * is left alone until it does; watchers with filters, and those that want changes from before this began, are too.
 */
export class WatchWitness {
  readonly #log: KeyLog;
  readonly #report: (message: string) => void;
  readonly #streams = new Set<Stream>();
  /** What was told in this turn: the changes themselves may be heard of only after it. */
  #told: { readonly watched: Watched; readonly response: WatchResponse }[] = [];
  /** Watchers that wait for something. */
  readonly #waiting = new Set<{ readonly stream: Stream; readonly watched: Watched }>();

  constructor(log: KeyLog, report: (message: string) => void) {
    this.#log = log;
    this.#report = report;
    log.onChange((change) => this.#expect(change));
  }

  /** Another process, other streams. */
  forget(): void {
    this.#streams.clear();
    this.#waiting.clear();
    this.#told = [];
  }

  /** A stream opens. `prefix` is that of the election's keys. */
  open(prefix: string): WatchedStream {
    const stream: Stream = { watchers: new Map(), isBehind: false };
    this.#streams.add(stream);
    let asked: Watched | undefined;
    return {
      asked: (request, revision) => {
        asked = this.#watchedBy(request, revision, prefix);
      },
      told: (response, takesMore) => {
        const { watchId, created, canceled } = response;
        stream.isBehind = !takesMore;
        if (created && !canceled && asked !== undefined) {
          stream.watchers.set(watchId, asked);
          if (asked.expected.length > 0) this.#waiting.add({ stream, watched: asked });
        }
        if (created) asked = undefined;
        const watched = stream.watchers.get(watchId);
        if (watched !== undefined && response.events.length > 0) {
          this.#told.push({ watched, response });
        }
        if (canceled) stream.watchers.delete(watchId);
      },
      canceled: (watchId) => stream.watchers.delete(watchId),
      resumed: () => {
        stream.isBehind = false;
      },
      close: () => {
        stream.watchers.clear();
        this.#streams.delete(stream);
      },
    };
  }

  /** At the end of a turn of etcd: what was told is compared with what was to be told. */
  settle(nowMs: number): void {
    for (const { watched, response } of this.#told) this.#compare(watched, response);
    this.#told = [];
    for (const waiting of this.#waiting) {
      const { stream, watched } = waiting;
      const [first] = watched.expected;
      if (first === undefined || ![...stream.watchers.values()].includes(watched)) {
        this.#waiting.delete(waiting);
      } else if (!stream.isBehind && nowMs - first.atMs > patienceMs) {
        this.#waiting.delete(waiting);
        this.#report(
          `a watcher of ${watched.range.key} was not told of revision ${first.revision}`,
        );
      }
    }
  }

  #watchedBy(request: WatchCreateRequest, revision: number, prefix: string): Watched | undefined {
    const { key, rangeEnd = "", startRevision = 0, withoutPuts, withoutDeletes } = request;
    if (!key.startsWith(prefix) || withoutPuts || withoutDeletes) return undefined;
    const fromRevision = startRevision === 0 ? revision + 1 : startRevision;
    const missed = fromRevision > revision ? [] : this.#log.since(fromRevision);
    if (missed === undefined) return undefined;
    const range = { key, rangeEnd };
    return { range, fromRevision, expected: missed.filter((change) => covers(range, change.key)) };
  }

  #expect(change: KeyChange): void {
    for (const stream of this.#streams) {
      for (const watched of stream.watchers.values()) {
        if (!covers(watched.range, change.key) || change.revision < watched.fromRevision) continue;
        watched.expected.push(change);
        this.#waiting.add({ stream, watched });
      }
    }
  }

  #compare({ range, expected }: Watched, { events }: WatchResponse): void {
    for (const { type, kv } of events) {
      const next = expected.shift();
      if (next !== undefined && next.revision === kv.modRevision && next.type === type) continue;
      const instead = next === undefined ? "nothing" : `revision ${next.revision}`;
      this.#report(
        `a watcher of ${range.key} was told of revision ${kv.modRevision}, and ${instead} was to come`,
      );
      expected.length = 0;
      return;
    }
  }
}

function covers({ key, rangeEnd }: Watched["range"], found: string): boolean {
  if (rangeEnd === "") return found === key;
  return found >= key && (rangeEnd === "\0" || found < rangeEnd);
}
