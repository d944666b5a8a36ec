import { EtcdClientError } from "../errors.ts";
import type {
  EtcdClient,
  KeepAlive,
  KeepAliveStream,
  KeyRange,
  LeaseId,
  RangeRequest,
  TxnRequest,
  WatchEvent,
  WatchResult,
} from "../etcd-client.ts";
import { Inbox } from "./inbox.ts";
import { contains, type NaiveEtcd, type Seen } from "./naive-etcd.ts";

/**
 * How a client reaches etcd. "refused": every call and stream fails at once. "silent": nothing fails and nothing
 * arrives, as on a link that swallows packets; what was sent arrives when the link is up again.
 */
export type Link = "up" | "refused" | "silent";

/** The port on a NaiveEtcd, with a link that tests cut. Answers come in a later microtask, as they do in life. */
export class NaiveClient implements EtcdClient {
  readonly name: string;
  readonly #etcd: NaiveEtcd;
  readonly #streams = new Set<Inbox<never>>();
  #link: Link = "up";
  #waiting: (() => void)[] = [];
  #dropNext = false;

  constructor(etcd: NaiveEtcd, name: string) {
    this.#etcd = etcd;
    this.name = name;
  }

  setLink(link: Link): void {
    this.#link = link;
    if (link === "refused") this.breakStreams();
    if (link === "silent") return;
    for (const go of this.#waiting.splice(0)) go();
  }

  /** As when a connection is reset: streams fail, the next call goes through. */
  breakStreams(): void {
    for (const stream of this.#streams) stream.fail(unavailable("connection reset", false));
  }

  /** The next request is carried out, but the connection breaks before its answer comes. */
  loseNextAnswer(): void {
    this.#dropNext = true;
  }

  get(request: RangeRequest, signal?: AbortSignal) {
    return this.#call({ method: "get", request }, signal, () => this.#etcd.range(request));
  }

  txn(request: TxnRequest, signal?: AbortSignal) {
    return this.#call({ method: "txn", request }, signal, () => this.#etcd.txn(request));
  }

  deleteRange(request: KeyRange, signal?: AbortSignal) {
    return this.#call({ method: "deleteRange", request }, signal, () =>
      this.#etcd.deleteRange(request),
    );
  }

  grant(ttlSeconds: number, signal?: AbortSignal) {
    return this.#call({ method: "grant", request: ttlSeconds }, signal, () =>
      this.#etcd.grant(ttlSeconds),
    );
  }

  revoke(lease: LeaseId, signal?: AbortSignal) {
    return this.#call({ method: "revoke", request: lease }, signal, () => this.#etcd.revoke(lease));
  }

  async *watch(
    range: KeyRange,
    startRevision: number,
    signal: AbortSignal,
  ): AsyncGenerator<WatchResult> {
    const inbox = new Inbox<WatchResult>();
    const tell = (change: { revision: number; events: readonly WatchEvent[] }) => {
      const events = change.events.filter((event) => contains(range, event.kv.key));
      const result = { revision: change.revision, created: false, events };
      if (events.length > 0) this.#whenUp(() => inbox.push(result));
    };
    const request = { range, startRevision };
    await this.#call({ method: "watch", request }, signal, () => {
      const missed = this.#etcd.changesFrom(startRevision || this.#etcd.revision + 1);
      inbox.push({ revision: this.#etcd.revision, created: true, events: [] });
      for (const change of missed) tell(change);
      this.#etcd.watchers.add(tell);
    }).catch((error: unknown) => {
      this.#etcd.watchers.delete(tell);
      throw error;
    });
    try {
      yield* this.#readStream(inbox, signal);
    } finally {
      this.#etcd.watchers.delete(tell);
    }
  }

  keepAlive(lease: LeaseId, signal: AbortSignal): KeepAliveStream {
    const inbox = new Inbox<KeepAlive>();
    const send = () => {
      if (this.#link === "refused") return inbox.fail(unavailable("connection refused", true));
      this.#whenUp(() => {
        this.#see({ method: "keepAlive", request: lease });
        const ttlSeconds = this.#etcd.renew(lease);
        const delayMs = this.#etcd.keepAliveDelayMs;
        if (ttlSeconds === undefined) return;
        if (delayMs === 0) inbox.push({ ttlSeconds });
        else this.#etcd.clock.setTimer(delayMs, () => inbox.push({ ttlSeconds }));
      });
    };
    return { send, [Symbol.asyncIterator]: () => this.#readStream(inbox, signal) };
  }

  async *#readStream<T>(inbox: Inbox<T>, signal: AbortSignal): AsyncGenerator<T> {
    const stream = inbox as Inbox<never>;
    const onAbort = () => inbox.fail(signal.reason);
    this.#streams.add(stream);
    signal.addEventListener("abort", onAbort);
    if (signal.aborted) onAbort();
    try {
      yield* inbox;
    } finally {
      this.#streams.delete(stream);
      signal.removeEventListener("abort", onAbort);
    }
  }

  async #call<R>(
    call: Pick<Seen, "method" | "request">,
    signal: AbortSignal | undefined,
    answer: () => R,
  ): Promise<R> {
    signal?.throwIfAborted();
    await this.#reach(signal);
    if (this.#link === "refused") throw unavailable("connection refused", true);
    this.#see(call);
    const result = answer();
    const lost = this.#dropNext;
    this.#dropNext = false;
    await this.#reach(signal);
    if (lost || this.#link !== "up") throw unavailable("connection reset", false);
    return result;
  }

  #reach(signal: AbortSignal | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const onAbort = () => reject(signal?.reason);
      signal?.addEventListener("abort", onAbort, { once: true });
      this.#whenUp(() => {
        signal?.removeEventListener("abort", onAbort);
        queueMicrotask(resolve);
      });
    });
  }

  #whenUp(go: () => void): void {
    if (this.#link === "silent") this.#waiting.push(go);
    else go();
  }

  #see(call: Pick<Seen, "method" | "request">): void {
    this.#etcd.seen.push({ ...call, client: this.name, atMs: this.#etcd.clock.now() });
  }
}

function unavailable(message: string, notSent: boolean): EtcdClientError {
  return new EtcdClientError("UNAVAILABLE", message, { notSent });
}
