import type { ByteString } from "../requests.ts";

/**
 * How many entries a node may hold. 64 keeps both the depth and the cost of shifting an array
 * small.
 */
export const maxEntries = 64;

/**
 * A node with fewer entries is joined with its neighbour. A quarter, so that add and delete do not
 * take turns.
 */
export const minEntries = 16;

/** A node of a `KeyTree`: all leaves stand at the same depth. */
export type TreeNode<V> = Leaf<V> | Branch<V>;

/** What is left over when a node was too full: everything from `separator` on. */
export interface Split<V> {
  readonly separator: ByteString;
  readonly right: TreeNode<V>;
}

/** Returns false to end a visit early. */
export type Visitor<V> = (value: V) => boolean;

/** Keys in ascending order, each with the value at the same place. */
export class Leaf<V> {
  readonly keys: ByteString[];
  readonly values: V[];

  constructor(keys: ByteString[] = [], values: V[] = []) {
    this.keys = keys;
    this.values = values;
  }

  get size(): number {
    return this.keys.length;
  }

  get(key: ByteString): V | undefined {
    const place = firstNotBelow(this.keys, key);
    return this.keys[place] === key ? this.values[place] : undefined;
  }

  insert(key: ByteString, value: V): Split<V> | undefined {
    const place = firstNotBelow(this.keys, key);
    if (this.keys[place] === key) throw new Error("the key is in the tree already");
    this.keys.splice(place, 0, key);
    this.values.splice(place, 0, value);
    // Keys that arrive in ascending order would leave every leaf half empty if it were cut in the
    // middle.
    if (this.size <= maxEntries) return undefined;
    return this.split(place === this.size - 1 ? maxEntries : this.size >> 1);
  }

  delete(key: ByteString): boolean {
    const place = firstNotBelow(this.keys, key);
    if (this.keys[place] !== key) return false;
    this.keys.splice(place, 1);
    this.values.splice(place, 1);
    return true;
  }

  visit(from: ByteString, to: ByteString | undefined, visitor: Visitor<V>): boolean {
    for (let place = firstNotBelow(this.keys, from); place < this.size; place++) {
      if (to !== undefined && (this.keys[place] as ByteString) >= to) return false;
      if (!visitor(this.values[place] as V)) return false;
    }
    return true;
  }

  split(place: number): Split<V> {
    const right = new Leaf(this.keys.splice(place), this.values.splice(place));
    return { separator: right.keys[0] as ByteString, right };
  }

  absorb(right: Leaf<V>): void {
    this.keys.push(...right.keys);
    this.values.push(...right.values);
  }
}

/**
 * Children in the order of their keys; separators[i] is above all of children[i] and not above any
 * of children[i+1].
 */
export class Branch<V> {
  readonly separators: ByteString[];
  readonly children: TreeNode<V>[];

  constructor(separators: ByteString[], children: TreeNode<V>[]) {
    this.separators = separators;
    this.children = children;
  }

  get size(): number {
    return this.children.length;
  }

  get(key: ByteString): V | undefined {
    return this.#child(firstAbove(this.separators, key)).get(key);
  }

  insert(key: ByteString, value: V): Split<V> | undefined {
    const place = firstAbove(this.separators, key);
    const split = this.#child(place).insert(key, value);
    if (split === undefined) return undefined;
    this.separators.splice(place, 0, split.separator);
    this.children.splice(place + 1, 0, split.right);
    if (this.size <= maxEntries) return undefined;
    return this.split(place + 1 === this.size - 1 ? maxEntries : this.size >> 1);
  }

  delete(key: ByteString): boolean {
    const place = firstAbove(this.separators, key);
    const child = this.#child(place);
    if (!child.delete(key)) return false;
    if (child.size < minEntries && this.size > 1) this.#rebalance(Math.max(0, place - 1));
    return true;
  }

  visit(from: ByteString, to: ByteString | undefined, visitor: Visitor<V>): boolean {
    for (let place = firstAbove(this.separators, from); place < this.size; place++) {
      if (!this.#child(place).visit(from, to, visitor)) return false;
    }
    return true;
  }

  split(place: number): Split<V> {
    const children = this.children.splice(place);
    const separators = this.separators.splice(place - 1);
    const separator = separators.shift() as ByteString;
    return { separator, right: new Branch(separators, children) };
  }

  absorb(separator: ByteString, right: Branch<V>): void {
    this.separators.push(separator, ...right.separators);
    this.children.push(...right.children);
  }

  /**
   * Joins the child at `place` with the next one, and cuts them in halves again when that is too
   * much for one.
   */
  #rebalance(place: number): void {
    const [left, right] = [this.#child(place), this.#child(place + 1)];
    if (left instanceof Leaf) left.absorb(right as Leaf<V>);
    else left.absorb(this.separators[place] as ByteString, right as Branch<V>);
    if (left.size <= maxEntries) {
      this.separators.splice(place, 1);
      this.children.splice(place + 1, 1);
      return;
    }
    const split = left.split(left.size >> 1);
    this.separators[place] = split.separator;
    this.children[place + 1] = split.right;
  }

  #child(place: number): TreeNode<V> {
    return this.children[place] as TreeNode<V>;
  }
}

/** The place of the first key that is not below `key`. */
function firstNotBelow(keys: readonly ByteString[], key: ByteString): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as ByteString) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The place of the first key that is above `key`. */
function firstAbove(keys: readonly ByteString[], key: ByteString): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] as ByteString) <= key) low = middle + 1;
    else high = middle;
  }
  return low;
}
