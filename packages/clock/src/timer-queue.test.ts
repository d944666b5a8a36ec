import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Pending, TimerQueue } from "./timer-queue.ts";

/** Moments in few seconds, and some far away. */
const momentMs = fc.oneof(fc.nat(20), fc.nat(5000), fc.nat(1e9), fc.constant(Infinity));

test("timers come out in the order of time and insertion, whatever was cancelled before", () => {
  const moments = fc.array(fc.record({ dueMs: momentMs, cancelled: fc.boolean() }));
  fc.assert(
    fc.property(moments, (timers) => {
      const queue = new TimerQueue(() => 0);
      const set = timers.map(({ dueMs }) => queue.add(dueMs, () => {}));
      const left = set.filter((timer, index) => {
        if (timers[index]?.cancelled !== true) return true;
        queue.remove(timer);
        queue.remove(timer);
        return false;
      });
      assert.equal(queue.size, left.length);
      const sorted = left.toSorted(compare);
      assert.deepEqual(drained(queue), sorted);
    }),
  );
});

test("a timer that is set while others are on their way comes out at its place all the same", () => {
  const steps = fc.array(fc.record({ dueMs: momentMs, takes: fc.nat(2) }));
  fc.assert(
    fc.property(steps, (timers) => {
      const queue = new TimerQueue(() => 0);
      const waiting = new Set<Pending>();
      for (const { dueMs, takes } of timers) {
        waiting.add(queue.add(dueMs, () => {}));
        for (let taken = 0; taken < takes; taken++) {
          const [first] = [...waiting].toSorted(compare);
          assert.equal(queue.first, first);
          if (first === undefined) break;
          first.cancel();
          waiting.delete(first);
        }
        assert.equal(queue.size, waiting.size);
      }
    }),
  );
});

/** Also where both are at the end of time. */
function compare(a: Pending, b: Pending): number {
  return a.dueMs === b.dueMs ? a.order - b.order : a.dueMs - b.dueMs;
}

function drained(queue: TimerQueue): Pending[] {
  const out: Pending[] = [];
  for (let next = queue.first; next !== undefined; next = queue.first) {
    queue.remove(next);
    out.push(next);
  }
  return out;
}
