import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { KeyTree } from "./key-tree.ts";
import { Branch, Leaf, maxEntries, minEntries, type TreeNode } from "./key-tree-node.ts";

function keysFrom(tree: KeyTree<string>, from: string, to?: string): string[] {
  const keys: string[] = [];
  tree.visit(from, to, (key) => keys.push(key) > 0);
  return keys;
}

/** A tree of these keys, in the order given; each value is its key. */
function treeOf(keys: Iterable<string>): KeyTree<string> {
  const tree = new KeyTree<string>();
  for (const key of keys) tree.insert(key, key);
  return tree;
}

test("keys are visited in the order of their bytes, from a key up to another", () => {
  const tree = treeOf(["b", "a", "\xff", "ab", "\0"]);
  assert.deepEqual(keysFrom(tree, ""), ["\0", "a", "ab", "b", "\xff"]);
  assert.deepEqual(keysFrom(tree, "a", "b"), ["a", "ab"]);
  assert.deepEqual(keysFrom(tree, "aa", "z"), ["ab", "b"]);
  assert.deepEqual(keysFrom(tree, "b", "a"), []);
});

test("a visit ends when the visitor says so", () => {
  const tree = treeOf(Array.from({ length: 1000 }, (_, index) => String(index).padStart(4, "0")));
  const seen: string[] = [];
  tree.visit("0100", undefined, (key) => seen.push(key) < 70);
  assert.deepEqual([seen.length, seen[0], seen.at(-1)], [70, "0100", "0169"]);
});

test("a key that is in the tree already is refused, and stays as it is", () => {
  const tree = treeOf(["a"]);
  assert.throws(() => tree.insert("a", "other"), /already/);
  assert.equal(tree.get("a"), "a");
  assert.equal(tree.size, 1);
});

test("any thousands of inserts and deletes leave what a sorted list would hold", () => {
  const command = fc.record({ number: fc.nat(3000), isDelete: fc.boolean() });
  const commands = fc.array(command, { minLength: 2000, maxLength: 6000, size: "max" });
  fc.assert(
    fc.property(commands, fc.nat(3000), (some, from) => {
      const [tree, keys] = [new KeyTree<string>(), new Set<string>()];
      for (const { number, isDelete } of some) {
        const key = number.toString(36);
        if (isDelete) assert.equal(tree.delete(key), keys.delete(key));
        else if (!keys.has(key)) tree.insert(key, key);
        if (!isDelete) keys.add(key);
      }
      const sorted = [...keys].sort();
      assert.equal(tree.size, sorted.length);
      assert.deepEqual(keysFrom(tree, ""), sorted);
      const begin = from.toString(36);
      assert.deepEqual(
        keysFrom(tree, begin, "k"),
        sorted.filter((key) => key >= begin && key < "k"),
      );
      assert.ok(sorted.every((key) => tree.get(key) === key));
    }),
    { numRuns: 20 },
  );
});

test("a tree whose keys are all deleted is empty, in whatever order they go", () => {
  const keys = Array.from({ length: 5000 }, (_, index) => ((index * 7919) % 5000).toString(36));
  for (const order of [keys, keys.toSorted(), keys.toSorted().reverse()]) {
    const tree = treeOf(keys);
    for (const key of order) assert.equal(tree.delete(key), true);
    assert.equal(tree.size, 0);
    assert.deepEqual(keysFrom(tree, ""), []);
    assert.equal(tree.delete("a"), false);
  }
});

test("ten times the keys take at most one step more, and a shrunken tree is low again", () => {
  const keys = Array.from({ length: 200_000 }, (_, index) =>
    String(index * 7919).padStart(12, "0"),
  );
  const depths = [100, 1000, 10_000, 100_000].map((count) => treeOf(keys.slice(0, count)).depth);
  assert.deepEqual(depths, [2, 2, 3, 3]);
  const tree = treeOf(keys);
  for (const key of keys.slice(30)) tree.delete(key);
  assert.deepEqual([tree.size, tree.depth], [30, 1]);
});

/** A node with so many keys below it, added in ascending order. */
function grow(count: number): TreeNode<number> {
  let root: TreeNode<number> = new Leaf();
  for (let index = 0; index < count; index++) {
    const split = root.insert(String(index).padStart(6, "0"), index);
    if (split !== undefined) root = new Branch([split.separator], [root, split.right]);
  }
  return root;
}

function sizesOf(node: TreeNode<number>): number[] {
  return node instanceof Branch ? [node.size, ...node.children.flatMap(sizesOf)] : [node.size];
}

function leavesOf(node: TreeNode<number>): Leaf<number>[] {
  return node instanceof Branch ? node.children.flatMap(leavesOf) : [node];
}

test("no node holds more than it may, and keys that come in order leave the nodes full", () => {
  const sizes = sizesOf(grow(20_000));
  assert.equal(Math.max(...sizes), maxEntries);
  const full = sizes.filter((size) => size === maxEntries).length;
  assert.ok(full / sizes.length > 0.9, `${full} of ${sizes.length} nodes are full`);
});

test("nodes that deletions leave nearly empty are joined", () => {
  const root = grow(20_000);
  for (let index = 0; index < 20_000; index++) {
    if (index % 100 !== 0) root.delete(String(index).padStart(6, "0"));
  }
  const leaves = leavesOf(root);
  assert.equal(
    leaves.reduce((keys, leaf) => keys + leaf.size, 0),
    200,
  );
  assert.ok(leaves.every((leaf) => leaf.size >= minEntries));
});
