/** A place in a `DeadlineQueue`. */
export interface Deadline<T> {
  readonly item: T;
  readonly dueMs: number;
}

class Entry<T> implements Deadline<T> {
  readonly item: T;
  /**
   * Which of two equal deadlines comes first: the one that was added first, however often it moved
   * since.
   */
  readonly order: number;
  dueMs: number;
  /** Where it stands in the heap: its moment, or an earlier one that it had before. */
  heapMs: number;
  /** The place in the heap, or -1 outside of it. */
  index: number;

  constructor(item: T, order: number, dueMs: number) {
    this.item = item;
    this.order = order;
    this.dueMs = dueMs;
    this.heapMs = dueMs;
    this.index = -1;
  }

  isBefore(other: Entry<T>): boolean {
    return this.heapMs === other.heapMs ? this.order < other.order : this.heapMs < other.heapMs;
  }
}

/**
 * Things that fall due at some moment, the earliest at hand; equal moments in the order of adding.
 *
 * A binary heap in an array: the children of place i stand at 2i+1 and 2i+2, and no child is before
 * its parent. Each entry knows its place, so that a renewed lease leaves no stale entry behind. One
 * that is put off, as leases are again and again, stays where it stands until it is the first there:
 * it moves once in a time to live, however often it is renewed. Example, adding 30, 10, 20, putting
 * the 10 off to 40, and looking at the first:
 *
 *     [30]  →  [10, 30]  →  [10, 30, 20]  →  [10 (40), 30, 20]  →  [20, 30, 40]
 */
export class DeadlineQueue<T> {
  readonly #heap: Entry<T>[] = [];
  #added = 0;

  get size(): number {
    return this.#heap.length;
  }

  /** The earliest deadline. */
  peek(): Deadline<T> | undefined {
    let first = this.#heap[0];
    while (first !== undefined && first.heapMs < first.dueMs) {
      first.heapMs = first.dueMs;
      this.#sink(first);
      first = this.#heap[0];
    }
    return first;
  }

  add(dueMs: number, item: T): Deadline<T> {
    const entry = new Entry(item, this.#added++, dueMs);
    this.#heap.push(entry);
    entry.index = this.#heap.length - 1;
    this.#rise(entry);
    return entry;
  }

  /** Gives a deadline of this queue another moment. */
  move(deadline: Deadline<T>, dueMs: number): void {
    const entry = this.#own(deadline);
    entry.dueMs = dueMs;
    if (dueMs >= entry.heapMs) return;
    entry.heapMs = dueMs;
    this.#rise(entry);
  }

  remove(deadline: Deadline<T>): void {
    const entry = this.#own(deadline);
    const last = this.#heap.pop() as Entry<T>;
    if (last !== entry) {
      this.#place(last, entry.index);
      this.#rise(last);
      this.#sink(last);
    }
    entry.index = -1;
  }

  /** Everything in the queue, the earliest first. */
  inOrder(): T[] {
    const sorted = this.#heap.toSorted((a, b) => a.dueMs - b.dueMs || a.order - b.order);
    return sorted.map((entry) => entry.item);
  }

  #own(deadline: Deadline<T>): Entry<T> {
    if (deadline instanceof Entry && this.#heap[deadline.index] === deadline) return deadline;
    throw new Error("the deadline is not in this queue");
  }

  #rise(entry: Entry<T>): void {
    while (entry.index > 0) {
      const parent = this.#heap[(entry.index - 1) >> 1];
      if (parent === undefined || !entry.isBefore(parent)) return;
      this.#swap(entry, parent);
    }
  }

  #sink(entry: Entry<T>): void {
    for (;;) {
      const left = this.#heap[2 * entry.index + 1];
      const right = this.#heap[2 * entry.index + 2];
      const child =
        right !== undefined && left !== undefined && right.isBefore(left) ? right : left;
      if (child === undefined || !child.isBefore(entry)) return;
      this.#swap(child, entry);
    }
  }

  #swap(a: Entry<T>, b: Entry<T>): void {
    const index = a.index;
    this.#place(a, b.index);
    this.#place(b, index);
  }

  #place(entry: Entry<T>, index: number): void {
    this.#heap[index] = entry;
    entry.index = index;
  }
}
