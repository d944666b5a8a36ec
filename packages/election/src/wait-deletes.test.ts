import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Election } from "./election.ts";
import { createLab } from "./testing/lab.ts";

/*
 * The model is a queue: who campaigns goes to its end, who resigns, gives up or dies leaves it, the head leads. After
 * every step the elected contender must be the head, however the steps fall.
 */

type Step =
  | { readonly kind: "campaign" | "resign" | "abort" | "die"; readonly who: number }
  | { readonly kind: "wait"; readonly ms: number };

const contenders = 5;
const who = fc.nat(contenders - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("campaign" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("resign" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("abort" as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("die" as const), who }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait" as const), ms: fc.nat(4000) }) },
);

async function replay(steps: readonly Step[]) {
  const lab = createLab();
  const queue: number[] = [];
  const elected = new Set<number>();
  const aborts = new Map<number, AbortController>();
  const elections: Election[] = [];
  for (let index = 0; index < contenders; index++) {
    elections.push(new Election(await lab.join(`node-${index}`), "race"));
  }
  const leave = (index: number) => {
    elected.delete(index);
    const place = queue.indexOf(index);
    if (place >= 0) queue.splice(place, 1);
  };
  for (const one of steps) {
    if (one.kind === "wait") await lab.clock.advance(one.ms);
    else {
      const election = elections[one.who];
      const alive = election !== undefined && !election.session.signal.aborted;
      const inQueue = queue.includes(one.who);
      if (one.kind === "campaign" && alive && !inQueue) {
        const abort = new AbortController();
        aborts.set(one.who, abort);
        queue.push(one.who);
        const won = () => void elected.add(one.who);
        election.campaign(`${one.who}`, { signal: abort.signal }).then(won, () => {});
      } else if (one.kind === "resign" && alive && elected.has(one.who)) {
        await election.resign();
        leave(one.who);
      } else if (one.kind === "abort" && alive && inQueue && !elected.has(one.who)) {
        aborts.get(one.who)?.abort(new Error("given up"));
        leave(one.who);
      } else if (one.kind === "die" && alive) {
        await election.session.close();
        leave(one.who);
        aborts.get(one.who)?.abort(new Error("dead"));
      }
    }
    await lab.settle();
    await lab.settle();
    const head = queue[0];
    assert.deepEqual([...elected], head === undefined ? [] : [head]);
    assert.equal(lab.etcd.keyNames().length, queue.length);
  }
}

test("whatever contenders do, the one that has waited longest leads and nobody else does", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), (steps) => replay(steps)),
    { numRuns: 200 },
  );
});
