import { targetName } from "./etcd-target.ts";

/** The seeds that a randomized test tries, and how a failure is had again. */
export interface Seeds {
  readonly seeds: readonly number[];
  /** The command that runs the test with this seed only. */
  again(seed: number): string;
}

/**
 * LEADERLAB_SEEDS seeds, counted from 1 (default: `few`), or those that LEADERLAB_SEED names: `7` or `7,9`. `sizes` are
 * the numbers that the test takes from LEADERLAB_… variables of the same names.
 */
export function seedsOf(file: string, sizes: Readonly<Record<string, number>>, few = 3): Seeds {
  const count = Number(process.env["LEADERLAB_SEEDS"] ?? few);
  const named = process.env["LEADERLAB_SEED"]?.split(",").map(Number);
  const runner = "node --import tsx --conditions=source scripts/run-tests.mjs";
  return {
    seeds: named ?? Array.from({ length: count }, (_, index) => index + 1),
    again(seed) {
      const settings = Object.entries({ ...sizes, seed }).map(
        ([name, value]) => `LEADERLAB_${name.toUpperCase()}=${value}`,
      );
      const target = targetName === "ours" ? [] : [`LEADERLAB_TEST_ETCD=${targetName}`];
      return [...target, ...settings, runner, file].join(" ");
    },
  };
}
