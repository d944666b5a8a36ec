import assert from "node:assert/strict";
import { test } from "node:test";
import { drawSchedule } from "./chaos.ts";
import { simulate } from "./simulate.ts";

const minute = 60_000;
const shape = { nodes: 3, ttlSeconds: 5, durationMs: 8 * minute };

test("with a proxy, what goes wrong elsewhere is what goes wrong without one", () => {
  const options = { ...shape, seed: 4, profile: "chaos" } as const;
  const without = drawSchedule(options);
  const withProxy = drawSchedule({ ...options, hasProxy: true });
  const isOfProxy = (span: object) => JSON.stringify(span).includes("proxy");
  assert.deepEqual(
    withProxy.filter((span) => !isOfProxy(span)),
    without,
  );
  assert.ok(withProxy.some(isOfProxy));
});

test("through chaos no request reaches a follower through the proxy, and in the end it finds the leader", async () => {
  let turns = 0;
  for (const seed of [1, 2, 3]) {
    const schedule = drawSchedule({ ...shape, seed, profile: "chaos", hasProxy: true });
    const options = { ...shape, seed, hasProxy: true };
    const onEvent = ({ kind }: { kind: string }) => {
      if (kind === "proxyTurned") turns += 1;
    };
    const { violations } = await simulate(options, schedule, { onEvent });
    assert.deepEqual(violations, [], `seed ${seed}`);
  }
  assert.ok(turns > 10, `it turned ${turns} times`);
});

test("a run with a proxy is the same again for the same seed", async () => {
  const options = { ...shape, durationMs: 3 * minute, seed: 9, hasProxy: true };
  const schedule = drawSchedule({ ...options, profile: "chaos" });
  const [one, other] = [await simulate(options, schedule), await simulate(options, schedule)];
  assert.equal(one.hash, other.hash);
});
