import type { Timer } from "./clock.ts";

/** A timer that waits for its moment; cancelling it takes it out of its queue. */
export interface Pending extends Timer {
  readonly dueMs: number;
  /** Counts the timers of a queue: of those for the same moment the one that was set first comes first. */
  readonly order: number;
  readonly callback: () => void;
}

/**
 * Timers in the order (time, insertion): a binary heap in an array, in which each timer knows its place, so that a
 * cancelled one leaves at once.
 */
export class TimerQueue {
  readonly #heap: Entry[] = [];
  #order = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The order that the next timer will have. */
  get nextOrder(): number {
    return this.#order;
  }

  /** The timer whose turn it is. */
  get first(): Pending | undefined {
    return this.#heap[0];
  }

  add(dueMs: number, callback: () => void): Pending {
    const entry = new Entry(this, { dueMs, order: this.#order++, callback }, this.#heap.length);
    this.#heap.push(entry);
    this.#rise(entry);
    return entry;
  }

  /** Takes a timer out; one that is not in the queue any more is left alone. */
  remove(pending: Pending): void {
    const entry = pending as Entry;
    if (this.#heap[entry.at] !== entry) return;
    const last = this.#heap.pop();
    if (last === undefined || last === entry) return;
    this.#place(last, entry.at);
    this.#rise(last);
    this.#sink(last);
  }

  #rise(entry: Entry): void {
    for (;;) {
      const parent = this.#heap[(entry.at - 1) >> 1];
      if (entry.at === 0 || parent === undefined || isBefore(parent, entry)) return;
      this.#swap(parent, entry);
    }
  }

  #sink(entry: Entry): void {
    for (;;) {
      const [left, right] = [this.#heap[entry.at * 2 + 1], this.#heap[entry.at * 2 + 2]];
      if (left === undefined) return;
      const child = right !== undefined && isBefore(right, left) ? right : left;
      if (isBefore(entry, child)) return;
      this.#swap(entry, child);
    }
  }

  #swap(upper: Entry, lower: Entry): void {
    const at = upper.at;
    this.#place(upper, lower.at);
    this.#place(lower, at);
  }

  #place(entry: Entry, at: number): void {
    this.#heap[at] = entry;
    entry.at = at;
  }
}

class Entry implements Pending {
  readonly dueMs: number;
  readonly order: number;
  readonly callback: () => void;
  at: number;
  readonly #queue: TimerQueue;

  constructor(queue: TimerQueue, timer: Omit<Pending, "cancel">, at: number) {
    this.dueMs = timer.dueMs;
    this.order = timer.order;
    this.callback = timer.callback;
    this.at = at;
    this.#queue = queue;
  }

  cancel(): void {
    this.#queue.remove(this);
  }
}

function isBefore(a: Pending, b: Pending): boolean {
  return a.dueMs === b.dueMs ? a.order < b.order : a.dueMs < b.dueMs;
}

/** Lets every promise that can settle do so: a turn of the event loop begins when the microtasks are done. */
export function settle(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets every promise that can settle do so, without a turn of the event loop: Node's ticks come behind microtasks. */
export function settleMicrotasks(): Promise<void> {
  return new Promise((resolve) => process.nextTick(resolve));
}
