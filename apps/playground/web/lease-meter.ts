import { formatLeft } from "./durations.ts";
import { setText } from "./page-parts.ts";

/** With little motion wanted, a bar moves in steps of this length. */
const calmStepMs = 500;

/** What a meter is drawn on. The bar itself is for the eye alone; the optional label says the same. */
export interface LeaseMeterParts {
  readonly fill: HTMLElement;
  readonly label?: HTMLElement;
}

/**
 * A bar that drains as a lease does, from full at its TTL to empty, and jumps back when the lease is renewed. It counts
 * down by itself between two snapshots.
 */
export class LeaseMeter {
  readonly #parts: LeaseMeterParts;
  #deadlineMs: number | undefined;
  #ttlMs = 1;
  #shown = -1;

  constructor(parts: LeaseMeterParts) {
    this.#parts = parts;
  }

  /** `deadlineMs` in the lab's time; undefined for no lease. etcd may grant more than was asked for. */
  set(deadlineMs: number | undefined, ttlSeconds: number): void {
    this.#deadlineMs = deadlineMs;
    this.#ttlMs = ttlSeconds * 1000;
  }

  /** Draws the bar for one moment of the lab's time. */
  draw(labMs: number, isCalm: boolean): void {
    const { fill, label } = this.#parts;
    const exactMs = Math.max(0, (this.#deadlineMs ?? labMs) - labMs);
    const leftMs = isCalm ? Math.ceil(exactMs / calmStepMs) * calmStepMs : exactMs;
    const share = Math.round(Math.min(1, leftMs / this.#ttlMs) * 1000) / 1000;
    if (share !== this.#shown) fill.style.transform = `scaleX(${share})`;
    this.#shown = share;
    if (label !== undefined)
      setText(label, this.#deadlineMs === undefined ? "–" : formatLeft(leftMs));
  }
}
