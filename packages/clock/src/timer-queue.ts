import type { Timer } from "./clock.ts";

/** A timer that waits for its moment in a queue, or has left it. */
export interface Pending extends Timer {
  readonly dueMs: number;
  /** Counts the timers of a queue: of those for the same moment the one that was set first comes first. */
  readonly order: number;
  readonly callback: () => unknown;
}

/** How much time a slot of timers spans. */
const slotMs = 1000;

/**
 * Timers in the order (time, insertion). Those of the present second and before stand in a heap; later ones wait,
 * unsorted, in a slot for each second, and the slots stand in a heap, too. So a heap is small however many timers wait
 * for their keep-alive, and most that are cancelled never were in one.
 *
 *     near  [0.5, 0.7]   far  [second 2: 2.9, 2.1] [second 30: 30.4]
 */
export class TimerQueue {
  readonly #near: Entry[] = [];
  /** Timers of this second and before stand in the near heap. */
  #nearSlot = Number.NEGATIVE_INFINITY;
  readonly #far: Slot[] = [];
  readonly #slots = new Map<number, Slot>();
  readonly #now: () => number;
  #order = 0;
  #size = 0;

  /** `now` is the present moment, for timers that are set anew. */
  constructor(now: () => number) {
    this.#now = now;
  }

  get size(): number {
    return this.#size;
  }

  /** The order that the next timer will have. */
  get nextOrder(): number {
    return this.#order;
  }

  /** The timer whose turn it is. */
  get first(): Pending | undefined {
    while (this.#near.length === 0 && this.#far.length > 0) this.#bringNear();
    return this.#near[0];
  }

  add(dueMs: number, callback: () => unknown): Pending {
    const entry = new Entry(this, dueMs, this.#order++, callback);
    this.#insert(entry);
    return entry;
  }

  /** Gives a timer another moment, and its turn as one that is set now; one that has left the queue is in it again. */
  reset(pending: Pending, delayMs: number): void {
    this.remove(pending);
    const entry = pending as Entry;
    entry.dueMs = this.#now() + Math.max(0, delayMs);
    entry.order = this.#order++;
    this.#insert(entry);
  }

  /** Takes a timer out; one that is not in the queue any more is left alone. */
  remove(pending: Pending): void {
    const entry = pending as Entry;
    const { slot } = entry;
    if (slot !== undefined) slot.remove(entry);
    else if (this.#near[entry.at] === entry) pull(this.#near, entry);
    else return;
    this.#size -= 1;
  }

  #insert(entry: Entry): void {
    const slot = Math.floor(entry.dueMs / slotMs);
    this.#size += 1;
    if (slot <= this.#nearSlot) push(this.#near, entry);
    else this.#slotOf(slot).add(entry);
  }

  #slotOf(number: number): Slot {
    const known = this.#slots.get(number);
    if (known !== undefined) return known;
    const slot = new Slot(number);
    this.#slots.set(number, slot);
    push(this.#far, slot);
    return slot;
  }

  /** The next second begins. */
  #bringNear(): void {
    const slot = this.#far[0] as Slot;
    pull(this.#far, slot);
    this.#slots.delete(slot.dueMs);
    this.#nearSlot = slot.dueMs;
    for (const entry of slot.entries) {
      entry.slot = undefined;
      push(this.#near, entry);
    }
  }
}

/** What stands in a heap and knows its place there. */
interface Place {
  readonly dueMs: number;
  readonly order: number;
  at: number;
}

class Entry implements Pending, Place {
  dueMs: number;
  order: number;
  readonly callback: () => unknown;
  /** The place in the heap, or in the slot. */
  at = -1;
  /** Where it waits while it is not near. */
  slot: Slot | undefined = undefined;
  readonly #queue: TimerQueue;

  constructor(queue: TimerQueue, dueMs: number, order: number, callback: () => unknown) {
    this.dueMs = dueMs;
    this.order = order;
    this.callback = callback;
    this.#queue = queue;
  }

  cancel(): void {
    this.#queue.remove(this);
  }

  reset(delayMs: number): void {
    this.#queue.reset(this, delayMs);
  }
}

/** The timers of one second. Its `dueMs` is the number of that second: slots are ordered by it. */
class Slot implements Place {
  readonly dueMs: number;
  readonly order = 0;
  at = -1;
  readonly entries: Entry[] = [];

  constructor(number: number) {
    this.dueMs = number;
  }

  add(entry: Entry): void {
    entry.slot = this;
    entry.at = this.entries.length;
    this.entries.push(entry);
  }

  /** The last one takes its place. */
  remove(entry: Entry): void {
    const last = this.entries.pop() as Entry;
    if (last !== entry) {
      this.entries[entry.at] = last;
      last.at = entry.at;
    }
    entry.slot = undefined;
    entry.at = -1;
  }
}

/*
 * A binary heap in an array: the children of place i stand at 2i+1 and 2i+2, and no child is before its parent.
 */

function push<T extends Place>(heap: T[], item: T): void {
  item.at = heap.length;
  heap.push(item);
  rise(heap, item);
}

function pull<T extends Place>(heap: T[], item: T): void {
  const last = heap.pop();
  if (last !== undefined && last !== item) {
    heap[item.at] = last;
    last.at = item.at;
    rise(heap, last);
    sink(heap, last);
  }
  item.at = -1;
}

function rise<T extends Place>(heap: T[], item: T): void {
  let { at } = item;
  while (at > 0) {
    const up = (at - 1) >> 1;
    const parent = heap[up] as T;
    if (isBefore(parent, item)) break;
    heap[at] = parent;
    parent.at = at;
    at = up;
  }
  heap[at] = item;
  item.at = at;
}

function sink<T extends Place>(heap: T[], item: T): void {
  const { length } = heap;
  let { at } = item;
  for (let down = 2 * at + 1; down < length; down = 2 * at + 1) {
    if (down + 1 < length && isBefore(heap[down + 1] as T, heap[down] as T)) down += 1;
    const child = heap[down] as T;
    if (isBefore(item, child)) break;
    heap[at] = child;
    child.at = at;
    at = down;
  }
  heap[at] = item;
  item.at = at;
}

function isBefore(a: Place, b: Place): boolean {
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
