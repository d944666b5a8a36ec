import type { ByteString } from "./requests.ts";

/** From `begin` up to, but not including, `end`; without an end, every key from `begin` on. */
export interface Interval {
  readonly begin: ByteString;
  readonly end: ByteString | undefined;
}

interface Node<T> {
  readonly interval: Interval;
  readonly items: Set<T>;
  left: Node<T> | undefined;
  right: Node<T> | undefined;
  height: number;
  /** The greatest end in the subtree; undefined when one has none. */
  maxEnd: ByteString | undefined;
}

/**
 * Items by the interval of keys that each belongs to. Adding and deleting cost O(log n); finding
 * the m items whose interval holds a key costs O(log n + m), so that a change is told to those who
 * asked for it at no cost to the rest.
 *
 * An AVL tree ordered by (begin, end), where each node knows the greatest end below it and so which
 * subtrees cannot hold a key. Example: who watches "d"?
 *
 *               [c, f) max z          "d" lies in [c, f): found
 *              /            \
 *      [a, b) max b     [e, z) max z   left: nothing there ends after "d"; right: begins after "d"
 *
 * Mirrors: etcd pkg/adt/interval_tree.go. An interval without keys (begin not below end) must not
 * be added.
 */
export class IntervalTree<T> {
  #root: Node<T> | undefined;

  add(interval: Interval, item: T): void {
    this.#root = add(this.#root, interval, item);
  }

  /** Deletes an item that was added with an equal interval; does nothing when there is none. */
  delete(interval: Interval, item: T): void {
    const items = find(this.#root, interval)?.items;
    if (items === undefined || !items.delete(item) || items.size > 0) return;
    this.#root = remove(this.#root, interval);
  }

  /**
   * Calls the visitor with the items of every interval that holds the key. The visitor must not
   * alter the tree.
   */
  visit(key: ByteString, visitor: (items: ReadonlySet<T>) => void): void {
    visit(this.#root, key, visitor);
  }

  /** Whether any interval holds the key. */
  covers(key: ByteString): boolean {
    let found = false;
    this.visit(key, () => {
      found = true;
    });
    return found;
  }

  /** Every interval with its items, in order. */
  *entries(): IterableIterator<readonly [Interval, ReadonlySet<T>]> {
    yield* entries(this.#root);
  }
}

/** Below 0 when a comes first, 0 when they are equal. */
function compare(a: Interval, b: Interval): number {
  if (a.begin !== b.begin) return a.begin < b.begin ? -1 : 1;
  if (a.end === b.end) return 0;
  return isAfter(b.end, a.end) ? -1 : 1;
}

/** Whether an end lies after another; undefined is the last of all. */
function isAfter(end: ByteString | undefined, other: ByteString | undefined): boolean {
  if (other === undefined) return false;
  return end === undefined || end > other;
}

function find<T>(root: Node<T> | undefined, interval: Interval): Node<T> | undefined {
  let node = root;
  while (node !== undefined) {
    const order = compare(interval, node.interval);
    if (order === 0) return node;
    node = order < 0 ? node.left : node.right;
  }
  return undefined;
}

function visit<T>(
  node: Node<T> | undefined,
  key: ByteString,
  visitor: (items: ReadonlySet<T>) => void,
): void {
  if (node === undefined || !(node.maxEnd === undefined || node.maxEnd > key)) return;
  visit(node.left, key, visitor);
  if (node.interval.begin > key) return;
  if (isAfter(node.interval.end, key)) visitor(node.items);
  visit(node.right, key, visitor);
}

function* entries<T>(
  node: Node<T> | undefined,
): IterableIterator<readonly [Interval, ReadonlySet<T>]> {
  if (node === undefined) return;
  yield* entries(node.left);
  yield [node.interval, node.items];
  yield* entries(node.right);
}

function add<T>(node: Node<T> | undefined, interval: Interval, item: T): Node<T> {
  if (node === undefined) {
    const items = new Set([item]);
    return { interval, items, left: undefined, right: undefined, height: 1, maxEnd: interval.end };
  }
  const order = compare(interval, node.interval);
  if (order === 0) {
    node.items.add(item);
    return node;
  }
  if (order < 0) node.left = add(node.left, interval, item);
  else node.right = add(node.right, interval, item);
  return balance(node);
}

function remove<T>(node: Node<T> | undefined, interval: Interval): Node<T> | undefined {
  if (node === undefined) return undefined;
  const order = compare(interval, node.interval);
  if (order === 0) return join(node.left, node.right);
  if (order < 0) node.left = remove(node.left, interval);
  else node.right = remove(node.right, interval);
  return balance(node);
}

/**
 * One tree of the two that a deleted node leaves: the first node of the right one takes its place.
 */
function join<T>(left: Node<T> | undefined, right: Node<T> | undefined): Node<T> | undefined {
  if (right === undefined) return left;
  let first = right;
  while (first.left !== undefined) first = first.left;
  const rest = remove(right, first.interval);
  first.left = left;
  first.right = rest;
  return balance(first);
}

function balance<T>(node: Node<T>): Node<T> {
  refresh(node);
  const lean = height(node.left) - height(node.right);
  if (lean > 1 && node.left !== undefined) {
    if (height(node.left.left) < height(node.left.right)) node.left = rotateLeft(node.left);
    return rotateRight(node);
  }
  if (lean < -1 && node.right !== undefined) {
    if (height(node.right.right) < height(node.right.left)) node.right = rotateRight(node.right);
    return rotateLeft(node);
  }
  return node;
}

function rotateLeft<T>(node: Node<T>): Node<T> {
  const top = node.right;
  if (top === undefined) return node;
  node.right = top.left;
  top.left = node;
  refresh(node);
  return refresh(top);
}

function rotateRight<T>(node: Node<T>): Node<T> {
  const top = node.left;
  if (top === undefined) return node;
  node.left = top.right;
  top.right = node;
  refresh(node);
  return refresh(top);
}

function height<T>(node: Node<T> | undefined): number {
  return node === undefined ? 0 : node.height;
}

/** Computes a node's height and greatest end anew from its children. */
function refresh<T>(node: Node<T>): Node<T> {
  node.height = 1 + Math.max(height(node.left), height(node.right));
  let maxEnd = node.interval.end;
  if (node.left !== undefined && isAfter(node.left.maxEnd, maxEnd)) maxEnd = node.left.maxEnd;
  if (node.right !== undefined && isAfter(node.right.maxEnd, maxEnd)) maxEnd = node.right.maxEnd;
  node.maxEnd = maxEnd;
  return node;
}
