import type { MessageStream } from "./message-stream.ts";
import type { Plain } from "./plain-message.ts";

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
  readonly #stream: MessageStream;
  readonly #isOneBody: boolean;
  readonly #kept: Plain[] = [];
  #nextOwnId = firstOwnId;
  #endId: number | undefined;

  /**
   * `isOneBody`: the stream takes no request after its first message was waited for; then `untilWatching` can be
   * waited for once, and `untilAnswered` not at all.
   */
  constructor(stream: MessageStream, { isOneBody = false } = {}) {
    this.#stream = stream;
    this.#isOneBody = isOneBody;
  }

  /** Sends a request: `{ create_request }`, `{ cancel_request }` or `{ progress_request }`. */
  send(request: Plain): void {
    this.#stream.send(request);
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
    if (this.#isOneBody) this.#endId = this.#create({ key: endKey });
    const id = this.#create({ ...allKeys, start_revision: revision });
    await this.#until((message) => message["watch_id"] === id && message["events"] !== undefined);
    if (this.#isOneBody) return;
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
    this.#stream.leave();
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
      const next = await this.#stream.next();
      if ("ended" in next) throw new Error(`the watch stream ended: ${JSON.stringify(next.ended)}`);
      this.#keep(next.message);
      if (isIt(next.message)) return;
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
