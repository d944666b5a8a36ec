import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Pending, TimerQueue } from "./timer-queue.ts";

test("timers come out in the order of time and insertion, whatever was cancelled before", () => {
  const moments = fc.array(fc.record({ dueMs: fc.nat(20), cancelled: fc.boolean() }));
  fc.assert(
    fc.property(moments, (timers) => {
      const queue = new TimerQueue();
      const set = timers.map(({ dueMs }) => queue.add(dueMs, () => {}));
      const left = set.filter((timer, index) => {
        if (timers[index]?.cancelled !== true) return true;
        queue.remove(timer);
        queue.remove(timer);
        return false;
      });
      assert.equal(queue.size, left.length);
      const sorted = left.toSorted((a, b) => a.dueMs - b.dueMs || a.order - b.order);
      assert.deepEqual(drained(queue), sorted);
    }),
  );
});

function drained(queue: TimerQueue): Pending[] {
  const out: Pending[] = [];
  for (let next = queue.first; next !== undefined; next = queue.first) {
    queue.remove(next);
    out.push(next);
  }
  return out;
}
