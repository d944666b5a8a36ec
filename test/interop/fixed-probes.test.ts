import assert from "node:assert/strict";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { breaks, fixFile, lintFile, shells, type TrafficContract } from "@leaderlab/contract";
import { startHeldLab } from "@leaderlab/contract/lab";
import { truthTable } from "@leaderlab/contract/run";
import { lncliInProcess } from "../../apps/cli/src/lncli/lncli-in-process.ts";
import { fixtures } from "../../packages/contract/src/fixtures/fixtures.ts";
import { needs, parts } from "../harness/required-part.ts";

const { dash, bash, busybox } = parts;
const options = { ...needs(dash, bash, busybox), timeout: 280_000, concurrency: 2 };
const clock = createRealClock();
const random = createSystemRandom();
/** Nothing here is to depend on how busy the machine is. */
const patience = 3;

/** The guide's probe for both contracts, a probe that was no script, and one that restarts. */
const mended: readonly (readonly [id: string, contract: TrafficContract])[] = [
  ["F1", "leader"],
  ["F1", "serving"],
  ["F12", "serving"],
  ["F3L", "serving"],
];

test(
  "a probe that is mended keeps the contract in every state and every shell",
  options,
  async (t) => {
    const lab = await startHeldLab({ clock, random });
    t.after(() => lab.stop());
    await Promise.all(
      mended.map(([id, contract]) =>
        t.test(`${id}, ${contract}`, async () => {
          const fixture = fixtures.find((one) => one.id === id) ?? assert.fail(id);
          const { text } = fixFile(fixture.source, { contract });
          const { containers, findings } = lintFile({ ...fixture.source, text }, { contract });
          assert.deepEqual(findings, []);
          const probes = containers.flatMap((container) => container.probes);
          const probe = probes.find(({ role }) => role === fixture.role) ?? assert.fail();
          const lncli = lncliInProcess({ clock, random });
          const settings = { clock, random, lncli, shells, contract, patience };
          const { rows } = await truthTable(probe, lab, settings);
          assert.deepEqual(rows.filter(breaks), []);
        }),
      ),
    );
  },
);
