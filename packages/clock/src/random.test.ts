import assert from "node:assert/strict";
import { test } from "node:test";
import { createSeededRandom, createSystemRandom } from "./random.ts";

const draw = (seed: number) => {
  const random = createSeededRandom(seed);
  return Array.from({ length: 50 }, () => random.nextUint32());
};

test("a seed gives the same sequence again, and seeds differ from each other", () => {
  assert.deepEqual(draw(7), draw(7));
  assert.notDeepEqual(draw(7), draw(8));
  assert.notDeepEqual(draw(7), draw(7 + 2 ** 32));
});

test("fractions stay in [0, 1) and spread over it", () => {
  const random = createSeededRandom(1);
  const values = Array.from({ length: 1000 }, () => random.nextFloat());
  assert.ok(values.every((value) => value >= 0 && value < 1));
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  assert.ok(mean > 0.45 && mean < 0.55, `mean ${mean}`);
});

test("the system's chance gives as many bytes as asked for", () => {
  assert.equal(createSystemRandom().nextBytes(33).length, 33);
});
