/** What is called with each picture the browser draws. `nowMs` is the time of day in Unix milliseconds. */
export type FrameListener = (nowMs: number) => void;

/**
 * The one loop behind everything that moves by itself: lease bars, running times, the next attempt to connect. It
 * stands still while nobody can see the page.
 */
export class Frames {
  readonly #listeners = new Set<FrameListener>();
  readonly #isCalm = matchMedia("(prefers-reduced-motion: reduce)");

  /** Begins to call the listeners. */
  start(): void {
    requestAnimationFrame(() => {
      this.start();
      const nowMs = currentMs();
      for (const listener of this.#listeners) listener(nowMs);
    });
  }

  /** Calls back with each frame, until the returned function ends that. */
  onFrame(listener: FrameListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back once, `delayMs` from now at the earliest. */
  after(delayMs: number, callback: () => void): void {
    const dueMs = currentMs() + delayMs;
    const stop = this.onFrame((nowMs) => {
      if (nowMs < dueMs) return;
      stop();
      callback();
    });
  }

  /** Whether whoever looks has asked for little motion. */
  get isCalm(): boolean {
    return this.#isCalm.matches;
  }
}

/** The time of day in Unix milliseconds, to a fraction of one. */
export function currentMs(): number {
  return performance.timeOrigin + performance.now();
}
