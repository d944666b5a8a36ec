import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Deadline, DeadlineQueue } from "./deadline-queue.ts";

test("the earliest deadline is at hand, and equal ones come in the order of adding", () => {
  const queue = new DeadlineQueue<string>();
  queue.add(20, "late");
  queue.add(10, "first");
  queue.add(10, "second");
  assert.equal(queue.peek()?.item, "first");
  assert.deepEqual(queue.inOrder(), ["first", "second", "late"]);
});

test("a deadline that moves keeps its place among equals", () => {
  const queue = new DeadlineQueue<string>();
  const oldest = queue.add(1, "oldest");
  queue.add(5, "newer");
  queue.move(oldest, 5);
  assert.deepEqual(queue.inOrder(), ["oldest", "newer"]);
});

test("a deadline that is gone cannot be moved or removed again", () => {
  const queue = new DeadlineQueue<string>();
  const deadline = queue.add(1, "only");
  queue.remove(deadline);
  assert.equal(queue.peek(), undefined);
  assert.throws(() => queue.move(deadline, 2), /not in this queue/);
  assert.throws(() => queue.remove(deadline), /not in this queue/);
});

test("the place of a removed deadline may be taken by an earlier one from elsewhere", () => {
  const queue = new DeadlineQueue<number>();
  // Level by level: the 8 that stands last takes the place of the 30, below the 10 and the 20.
  const levels = [[1], [10, 2], [20, 21, 3, 4], [30, 31, 32, 33, 5, 6, 7, 40]];
  const heap = [...levels.flat(), 41, 42, 43, 44, 45, 46, 47, 48, 50, 8];
  const deadlines = heap.map((dueMs) => queue.add(dueMs, dueMs));
  queue.remove(deadlines[heap.indexOf(30)] as Deadline<number>);
  const order: number[] = [];
  for (let next = queue.peek(); next !== undefined; next = queue.peek()) {
    order.push(next.item);
    queue.remove(next);
  }
  const left = heap.filter((dueMs) => dueMs !== 30);
  assert.deepEqual(
    order,
    left.toSorted((a, b) => a - b),
  );
});

test("any sequence of add, move and remove leaves the order that sorting would give", () => {
  const command = fc.record({
    what: fc.constantFrom("add", "add", "move", "remove"),
    at: fc.nat(9),
    which: fc.nat(99),
  });
  fc.assert(
    fc.property(fc.array(command, { maxLength: 80, size: "max" }), (commands) => {
      const queue = new DeadlineQueue<number>();
      const held: { deadline: Deadline<number>; dueMs: number; item: number }[] = [];
      for (const [item, { what, at, which }] of commands.entries()) {
        const chosen = held[which % Math.max(1, held.length)];
        if (what === "add" || chosen === undefined) {
          held.push({ deadline: queue.add(at, item), dueMs: at, item });
        } else if (what === "move") {
          queue.move(chosen.deadline, at);
          chosen.dueMs = at;
        } else {
          queue.remove(chosen.deadline);
          held.splice(held.indexOf(chosen), 1);
        }
        const expected = held.toSorted((a, b) => a.dueMs - b.dueMs || a.item - b.item);
        assert.equal(queue.peek()?.item, expected[0]?.item);
        assert.deepEqual(
          queue.inOrder(),
          expected.map((entry) => entry.item),
        );
      }
    }),
  );
});
