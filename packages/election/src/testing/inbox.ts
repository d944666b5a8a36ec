/** What arrives on a stream, for one reader; ends by failing, since streams of the port have no quiet end. */
export class Inbox<T> implements AsyncIterable<T> {
  readonly #items: T[] = [];
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => {};

  push(item: T): void {
    this.#items.push(item);
    this.#wake();
  }

  fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      // A failure comes first: what a broken connection had in flight is lost.
      if (this.#failure !== undefined) throw this.#failure.error;
      const item = this.#items.shift();
      if (item !== undefined) yield item;
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}
