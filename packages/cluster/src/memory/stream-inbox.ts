/**
 * Messages of a stream on their way to its one reader, in order. What is not read yet waits; a stream's sender is held
 * to little by what it is: one answer for each keep-alive, one message for each change of a watched key.
 */
export class StreamInbox<T> implements AsyncIterableIterator<T> {
  readonly #waiting: T[] = [];
  readonly #onLeave: () => void;
  #listener: ((message: T) => unknown) | undefined;
  #end: { readonly error: unknown } | undefined;
  #reader:
    | {
        readonly resolve: (result: IteratorResult<T>) => void;
        readonly reject: (error: unknown) => void;
      }
    | undefined;

  /** `onLeave` is called when the reader leaves before the stream's end. */
  constructor(onLeave: () => void) {
    this.#onLeave = onLeave;
  }

  /** Returns what a listener returned. */
  push(message: T): unknown {
    if (this.#end !== undefined) return undefined;
    if (this.#listener !== undefined) return this.#listener(message);
    const reader = this.#reader;
    this.#reader = undefined;
    if (reader === undefined) this.#waiting.push(message);
    else reader.resolve({ done: false, value: message });
    return undefined;
  }

  /** Tells what waits and what comes, in place of the iteration; rejects at the stream's end. */
  hear(listener: (message: T) => unknown): Promise<never> {
    for (const message of this.#waiting.splice(0)) listener(message);
    this.#listener = listener;
    return this.next() as Promise<never>;
  }

  /** The reader gets the error after what came before it; a later one is no matter. */
  fail(error: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    const reader = this.#reader;
    this.#reader = undefined;
    reader?.reject(error);
  }

  /** As `fail`, but what waits is dropped: the reader has gone. */
  abort(error: unknown): void {
    this.#waiting.length = 0;
    this.fail(error);
  }

  next(): Promise<IteratorResult<T>> {
    const message = this.#waiting.shift();
    if (message !== undefined) return Promise.resolve({ done: false, value: message });
    if (this.#end !== undefined) return Promise.reject(this.#end.error);
    return new Promise((resolve, reject) => {
      this.#reader = { resolve, reject };
    });
  }

  return(): Promise<IteratorResult<T>> {
    if (this.#end === undefined) this.#onLeave();
    this.abort(new Error("the stream was left"));
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
