import { test } from "node:test";
import { etcdVersion, startDefaultEtcd } from "../harness/default-etcd.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { compareSides } from "./comparison.ts";
import { differencesOf34 } from "./operations.ts";
import { Side } from "./side.ts";

/** LEADERLAB_SEEDS seeds are tried, counted from 1, or those that LEADERLAB_SEED names: `7` or `7,9`. */
const seedCount = Number(process.env["LEADERLAB_SEEDS"] ?? 3);
const seeds =
  process.env["LEADERLAB_SEED"]?.split(",").map(Number) ??
  Array.from({ length: seedCount }, (_, index) => index + 1);
const operations = Number(process.env["LEADERLAB_OPERATIONS"] ?? 500);

/** The real etcd that ours is compared with, whatever the target is. */
const yardstick = parts.etcd.program;
const { skip } = needs(parts.etcd);
/** Ours is 3.6. */
const leaveOut = !skip && etcdVersion(yardstick) === "3.4" ? Object.keys(differencesOf34) : [];

for (const seed of seeds) {
  test(`random operations come to the same on ours and on ${yardstick}, seed ${seed}`, {
    skip,
    timeout: 120_000,
  }, async ({ signal }) => {
    using ourFolder = temporaryFolder();
    using realFolder = temporaryFolder();
    await using ourEtcd = await startDefaultEtcd(ourFolder.path, { program: "ours", signal });
    await using realEtcd = await startDefaultEtcd(realFolder.path, { program: yardstick, signal });
    using ours = await Side.open(ourEtcd.rpc);
    using real = await Side.open(realEtcd.rpc);
    await compareSides({ seed, operations, ours, real, leaveOut, again: again(seed) });
  });
}

function again(seed: number): string {
  const variables = `LEADERLAB_TEST_ETCD=${yardstick} LEADERLAB_SEED=${seed} LEADERLAB_OPERATIONS=${operations}`;
  const runner = "node --import tsx --conditions=source scripts/run-tests.mjs";
  return `${variables} ${runner} test/conformance/differential.test.ts`;
}
