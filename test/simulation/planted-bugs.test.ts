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

const shape = { nodes: 3, ttlSeconds: 5, durationMs: 300_000 };

/** A seed for each bug that finds it and shrinks soon: a hunt from seed 1 on takes minutes for all. */
const findingSeeds: { readonly [bug: string]: number } = {
  "a lease that runs out leaves its keys behind": 1,
  "an answered keep-alive does not renew the lease": 2,
  "leases go on after a restart with what was left of them": 32,
  "the last write before a restart is lost": 6,
  "a watch that is resumed misses the first event that it catches up with": 6,
  "a contender overlooks the one right before it": 1,
  "a resignation deletes the keys of all": 4,
};

/** LEADERLAB_SEEDS=N hunts each bug through the seeds from 1 to N, with all the shrinking that it takes. */
const hunted = Number(process.env["LEADERLAB_SEEDS"] ?? 0);
const shrinking = hunted > 0 ? {} : { maxRuns: 24 };
const runner = "node --import tsx --conditions=source scripts/run-tests.mjs";
const hunt = `LEADERLAB_SEEDS=40 ${runner} test/simulation/planted-bugs.test.ts`;
const maxSpans = hunted > 0 ? 4 : 3;

for (const planted of plantedBugs) {
  test(`a sweep finds that ${planted.name}, names ${planted.breaks}, and shrinks the schedule`, async (t) => {
    const known = findingSeeds[planted.name];
    const seeds = hunted > 0 ? Array.from({ length: hunted }, (_, at) => at + 1) : [known ?? 1];
    const found = await firstFailure(seeds);
    assert.ok(found, `not found with seed ${seeds.join()}; to find one that does: ${hunt}`);
    assert.equal(found.violation.invariant, planted.breaks, found.violation.message);
    const small = await shrink(found, { planted, ...shrinking });
    const shown = small.schedule.map(describeSpan).join("\n");
    t.diagnostic(`seed ${found.options.seed}: ${small.schedule.length} span(s) ${shown}`);
    assert.ok(small.schedule.length <= maxSpans, `the shortest schedule is long:\n${shown}`);
    assert.equal(small.violation.invariant, planted.breaks);
    const { violations } = await simulate(small.options, small.schedule);
    assert.deepEqual(violations, [], "without the planted bug the same run breaks nothing");
  });

  async function firstFailure(seeds: readonly number[]): Promise<FailingRun | undefined> {
    for (const seed of seeds) {
      const options: SimulationOptions = { ...shape, seed };
      const schedule = drawSchedule({ ...options, profile: "chaos" });
      const { violations } = await simulate(options, schedule, { planted });
      const [violation] = violations;
      if (violation !== undefined) return { options, schedule, violation };
    }
    return undefined;
  }
}
