import type { ByteString } from "../requests.ts";
import { Branch, Leaf, type TreeNode, type Visitor } from "./key-tree-node.ts";

/**
 * A map from keys to values that is ordered by key: a B+tree. Finding, adding and deleting cost
 * O(log n), a visit costs O(log n) and the entries it passes.
 *
 * All entries stand in leaves of at most 64; branches only say the way. Example, with at most 4
 * entries a node, adding "a" to "e" in this order and then deleting "a", "b" and "c":
 *
 *     [a b c d]  →  [a b c d] "e" [e]  →  [b c d] "e" [e]  →  [d] "e" [e] are joined  →  [d e]
 *
 * Mirrors: the part of google/btree in etcd's index; a B+tree instead, because a range is then a
 * walk over arrays.
 */
export class KeyTree<V> {
  #root: TreeNode<V> = new Leaf();
  #size = 0;

  /** How many keys there are. */
  get size(): number {
    return this.#size;
  }

  /** How many nodes lie on the way to a key: what finding one costs. */
  get depth(): number {
    let depth = 1;
    let node = this.#root;
    for (; node instanceof Branch; depth++) node = node.children[0] as TreeNode<V>;
    return depth;
  }

  get(key: ByteString): V | undefined {
    return this.#root.get(key);
  }

  /**
   * Adds a key. Throws an Error when it is there already: its value is then to be altered, not
   * replaced.
   */
  insert(key: ByteString, value: V): void {
    const split = this.#root.insert(key, value);
    if (split !== undefined) {
      this.#root = new Branch([split.separator], [this.#root, split.right]);
    }
    this.#size += 1;
  }

  /** Deletes a key; false when it is not there. */
  delete(key: ByteString): boolean {
    if (!this.#root.delete(key)) return false;
    this.#size -= 1;
    if (this.#root instanceof Branch && this.#root.size === 1) {
      this.#root = this.#root.children[0] as TreeNode<V>;
    }
    return true;
  }

  /**
   * Calls the visitor with the values of the keys from `from` on that are below `to` (undefined: no
   * bound), in ascending order, until it returns false. The visitor must not alter the tree.
   */
  visit(from: ByteString, to: ByteString | undefined, visitor: Visitor<V>): void {
    this.#root.visit(from, to, visitor);
  }
}
