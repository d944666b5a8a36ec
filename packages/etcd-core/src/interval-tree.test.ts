import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Interval, IntervalTree } from "./interval-tree.ts";

const arbitraryInterval: fc.Arbitrary<Interval> = fc
  .tuple(fc.nat(30), fc.option(fc.integer({ min: 1, max: 10 }), { nil: undefined }))
  .map(([begin, length]) => ({
    begin: String.fromCharCode(begin),
    end: length === undefined ? undefined : String.fromCharCode(begin + length),
  }));

function holds({ begin, end }: Interval, key: string): boolean {
  return key >= begin && (end === undefined || key < end);
}

function found(tree: IntervalTree<number>, key: string): number[] {
  const items: number[] = [];
  tree.visit(key, (some) => items.push(...some));
  return items.sort((a, b) => a - b);
}

test("a key is found by the intervals that begin at or below it and end above it", () => {
  const tree = new IntervalTree<number>();
  tree.add({ begin: "a", end: "b" }, 1);
  tree.add({ begin: "c", end: "f" }, 2);
  tree.add({ begin: "e", end: undefined }, 3);
  assert.deepEqual(found(tree, "c"), [2]);
  assert.deepEqual(found(tree, "e"), [2, 3]);
  assert.deepEqual(found(tree, "f"), [3]);
  assert.deepEqual(found(tree, "b"), []);
  assert.equal(tree.covers("b"), false);
  assert.equal(tree.covers("zz"), true);
});

test("any sequence of add and delete finds what a list of intervals would", () => {
  const command = fc.record({
    interval: arbitraryInterval,
    isDelete: fc.boolean(),
    which: fc.nat(99),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 120, size: "max" }), (commands) => {
      const tree = new IntervalTree<number>();
      const list: { interval: Interval; item: number }[] = [];
      for (const [item, { interval, isDelete, which }] of commands.entries()) {
        const chosen = isDelete ? list[which % Math.max(1, list.length)] : undefined;
        if (chosen === undefined) {
          tree.add(interval, item);
          list.push({ interval, item });
        } else {
          tree.delete({ ...chosen.interval }, chosen.item);
          list.splice(list.indexOf(chosen), 1);
        }
      }
      for (let code = 0; code < 45; code++) {
        const key = String.fromCharCode(code);
        const expected = list.filter((entry) => holds(entry.interval, key));
        assert.deepEqual(
          found(tree, key),
          expected.map((entry) => entry.item),
        );
      }
      const intervals = new Set(list.map(({ interval }) => JSON.stringify(interval)));
      assert.equal([...tree.entries()].length, intervals.size);
    }),
  );
});

test("deleting what was never added changes nothing", () => {
  const tree = new IntervalTree<number>();
  tree.add({ begin: "a", end: "c" }, 1);
  tree.delete({ begin: "a", end: "c" }, 2);
  tree.delete({ begin: "a", end: undefined }, 1);
  assert.deepEqual(found(tree, "b"), [1]);
});

test("a key among 100,000 disjoint intervals is found by looking at few of them", () => {
  const tree = new IntervalTree<number>();
  const name = (index: number) => String(index).padStart(6, "0");
  for (let index = 0; index < 100_000; index++) {
    tree.add({ begin: name(index), end: name(index + 1) }, index);
  }
  for (const index of [0, 1, 49_999, 77_777, 99_998, 99_999]) {
    let looks = 0;
    // A key that counts how often it is compared.
    const key = {
      [Symbol.toPrimitive]: () => {
        looks += 1;
        return name(index);
      },
    } as unknown as string;
    assert.deepEqual(found(tree, key), [index]);
    assert.ok(looks < 100, `${looks} comparisons`);
  }
});
