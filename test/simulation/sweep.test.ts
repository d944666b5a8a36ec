import assert from "node:assert/strict";
import { test } from "node:test";
import { describeSpan, drawSchedule, simulate } from "@leaderlab/cluster";
import { seedsOf } from "../harness/seeds.ts";

/** Of two processes each takes every other seed: `1/2`, `2/2`. */
const [part = 1, parts = 1] = (process.env["LEADERLAB_PART"] ?? "1/1").split("/").map(Number);
const { seeds, again } = seedsOf("test/simulation/sweep.test.ts", {}, 20);
const mine = seeds.filter((_seed, index) => index % parts === part - 1);

test(`whatever goes wrong, no invariant is broken: ${mine.length} seeds`, async () => {
  for (const seed of mine) {
    const ttlSeconds = [2, 5, 10, 30][seed % 4] ?? 5;
    const options = { seed, nodes: 2 + (seed % 5), ttlSeconds, durationMs: 240_000 };
    const schedule = drawSchedule({ ...options, profile: "chaos" });
    const { violations } = await simulate(options, schedule);
    const [first] = violations;
    if (first === undefined) continue;
    const faults = schedule.filter(({ atMs }) => atMs <= first.atMs).map(describeSpan);
    const { nodes } = options;
    assert.fail(
      `seed ${seed} breaks ${first.invariant} after ${(first.atMs / 1000).toFixed(1)} s: ${first.message}\n` +
        `${faults.join("\n")}\nagain: ${again(seed)}\nshrunk: npx leaderlab sim --seed=${seed} --nodes=${nodes} ` +
        `--ttl=${ttlSeconds} --hours=${240 / 3600}`,
    );
  }
});

test("the same seed gives the same timeline twice, and another seed another one", async () => {
  const hashOf = async (seed: number) => {
    const options = { seed, nodes: 4, ttlSeconds: 5, durationMs: 120_000 };
    const { hash } = await simulate(options, drawSchedule({ ...options, profile: "chaos" }));
    return hash;
  };
  const first = await hashOf(7);
  assert.equal(await hashOf(7), first);
  assert.notEqual(await hashOf(8), first);
});
