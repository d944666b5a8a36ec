/** So many pieces of work at once, and no more; the others wait for their turn, in order. */
export class Lane {
  readonly #width: number;
  readonly #waiting: (() => void)[] = [];
  #taken = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Does the work when there is room for it, and settles as it does. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.#taken >= this.#width)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#taken += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#taken -= 1;
      else next();
    }
  }
}
