import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProbeRun } from "../check-report.ts";
import { Doubts } from "./doubts.ts";

const late: ProbeRun = {
  variant: "",
  outcome: "timeout",
  exitCode: null,
  durationMs: 1000,
  output: "",
};
const early: ProbeRun = { ...late, outcome: "success", exitCode: 0, durationMs: 10 };

test("a run that was late is made again, until it is not or has been late three times", async () => {
  const doubts = new Doubts();
  const made: string[] = [];
  const replies = [late, early];
  const once = doubts.weigh(late, async () => {
    made.push("once");
    return replies.shift() ?? assert.fail();
  });
  const never = doubts.weigh(late, async () => {
    made.push("never");
    return late;
  });
  const fine = doubts.weigh(early, assert.fail);
  await doubts.settle();
  assert.deepEqual(made, ["once", "once", "never", "never"]);
  assert.deepEqual([once.run, never.run, fine.run], [early, late, early]);
});

test("a probe that is late wherever it is tried is not tried everywhere", async () => {
  const doubts = new Doubts();
  let made = 0;
  for (let count = 0; count < 50; count++) {
    doubts.weigh(late, async () => {
      made += 1;
      return late;
    });
  }
  await doubts.settle();
  assert.equal(made, 6);
});
