import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSchedule } from "../../packages/cluster/src/simulation/chaos.ts";
import { type FailingRun, shrink } from "../../packages/cluster/src/simulation/shrink.ts";
import {
  type SimulationOptions,
  simulate,
} from "../../packages/cluster/src/simulation/simulate.ts";
import { describeSpan } from "../../packages/cluster/src/simulation/span.ts";
import { plantedBugs } from "../../packages/cluster/src/testing/planted-bugs.ts";

const maxSeeds = 30;
const shape = { nodes: 3, ttlSeconds: 5, durationMs: 300_000 };

for (const planted of plantedBugs) {
  test(`a sweep finds that ${planted.name}, names ${planted.breaks}, and shrinks the schedule`, async () => {
    const found = await firstFailure();
    assert.ok(found, `none of ${maxSeeds} seeds found it`);
    assert.equal(found.violation.invariant, planted.breaks, found.violation.message);
    const small = await shrink(found, { planted, maxRuns: 40 });
    const shown = small.schedule.map(describeSpan).join("\n");
    assert.ok(small.schedule.length <= 4, `the shortest schedule is long:\n${shown}`);
    assert.equal(small.violation.invariant, planted.breaks);
    const { violations } = await simulate(small.options, small.schedule);
    assert.deepEqual(violations, [], "without the planted bug the same run breaks nothing");
  });

  async function firstFailure(): Promise<FailingRun | undefined> {
    for (let seed = 1; seed <= maxSeeds; seed++) {
      const options: SimulationOptions = { ...shape, seed };
      const schedule = drawSchedule({ ...options, profile: "chaos" });
      const { violations } = await simulate(options, schedule, { planted });
      const [violation] = violations;
      if (violation !== undefined) return { options, schedule, violation };
    }
    return undefined;
  }
}
