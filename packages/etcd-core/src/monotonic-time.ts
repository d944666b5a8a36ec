/** The moment that the core believes it is, as far as its parts may know it. */
export interface CurrentTime {
  /** Milliseconds since some fixed moment. */
  readonly nowMs: number;
}

/** A moment that is told from outside and never goes back. */
export class MonotonicTime implements CurrentTime {
  #nowMs: number;

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Moves on. Throws an Error for a moment before the last one, and for what is no number. */
  moveTo(nowMs: number): void {
    if (!(nowMs >= this.#nowMs)) throw new Error(`time went back from ${this.#nowMs} to ${nowMs}`);
    this.#nowMs = nowMs;
  }
}
