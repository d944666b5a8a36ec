import { etcd } from "@leaderlab/proto";
import type { BidiCall, RpcClient } from "@leaderlab/rpc/client";
import { fromMessage, type Plain, toMessage } from "./plain-message.ts";

const { Watch } = etcd.watch.methods;

/** Watchers of the tape itself have ids from here on; tests stay below. */
const firstOwnId = 1_000_000;
/** Every key from this one on. */
const allKeys = { key: "\0", range_end: "\0" };
/** The tape's own watchers watch this key unless they need more. */
export const endKey = "~end";

/**
 * A watch stream whose messages are kept, and which can tell when everything has come that will come.
 *
 * A stream answers in three ways at their own pace: to what is asked of it, in that order; with live events, in the
 * order of revisions; and with the past, some time within 100 ms. The tape puts a watcher of its own last in each of
 * them and waits for what that one is told. Nothing is waited for by time.
 */
export class WatchTape {
  readonly #call: BidiCall<object, etcd.WatchResponse>;
  readonly #responses: AsyncIterator<etcd.WatchResponse>;
  readonly #kept: Plain[] = [];
  #nextOwnId = firstOwnId;
  #endId: number | undefined;

  constructor(client: RpcClient) {
    this.#call = client.bidi(Watch);
    this.#responses = this.#call[Symbol.asyncIterator]();
  }

  /** Sends a request: `{ create_request }`, `{ cancel_request }` or `{ progress_request }`. */
  send(request: Plain): void {
    this.#call.send(toMessage(request, Watch.requestType));
  }

  /** Resolves when every request so far has had its answer. */
  async untilAnswered(): Promise<void> {
    const id = this.#create({ key: endKey });
    await this.#until((message) => message["watch_id"] === id);
    if (this.#endId === undefined) this.#endId = id;
    else await this.#cancel(id);
  }

  /**
   * Resolves when every request so far has had its answer and every watcher has been told of the past. `revision` is
   * the store's present one; what made it must not be a deletion that was compacted since.
   */
  async untilWatching(revision: number): Promise<void> {
    const id = this.#create({ ...allKeys, start_revision: revision });
    await this.#until((message) => message["watch_id"] === id && message["events"] !== undefined);
    await this.#cancel(id);
    await this.untilAnswered();
  }

  /**
   * Resolves when all events up to this revision have come, which must be that of a put of `endKey` after the tape had
   * its first answers.
   */
  async untilTold(revision: number): Promise<void> {
    await this.#until(
      (message) =>
        message["watch_id"] === this.#endId &&
        (message["events"] as Plain[] | undefined)?.some(
          ({ kv }) => (kv as Plain)["mod_revision"] === revision,
        ) === true,
    );
  }

  /** The messages that have come since the last call, in their order, without events of `endKey`. */
  take(): Plain[] {
    return this.#kept.splice(0);
  }

  close(): void {
    this.#call.cancel();
  }

  #create(request: Plain): number {
    const id = this.#nextOwnId++;
    this.send({ create_request: { ...request, watch_id: id } });
    return id;
  }

  async #cancel(id: number): Promise<void> {
    this.send({ cancel_request: { watch_id: id } });
    await this.#until((message) => message["watch_id"] === id && message["canceled"] === true);
  }

  async #until(isIt: (message: Plain) => boolean): Promise<void> {
    for (;;) {
      const next = await this.#responses.next();
      if (next.done === true) throw new Error("the watch stream ended");
      const message = fromMessage(next.value, Watch.responseType);
      this.#keep(message);
      if (isIt(message)) return;
    }
  }

  /** Keeps what the tests' own watchers are told, but for the ends: watchers of one revision are told in any order. */
  #keep(message: Plain): void {
    if (Number(message["watch_id"] ?? 0) >= firstOwnId) return;
    const events = message["events"] as readonly Plain[] | undefined;
    const told = events?.filter(({ kv }) => (kv as Plain)["key"] !== endKey);
    if (told === undefined) this.#kept.push(message);
    else if (told.length > 0) this.#kept.push({ ...message, events: told });
  }
}
