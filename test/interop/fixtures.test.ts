import assert from "node:assert/strict";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import {
  heldStates,
  type Probe,
  type ProbeRun,
  shells,
  type TruthTable,
} from "@leaderlab/contract";
import { startHeldLab } from "@leaderlab/contract/lab";
import { truthTable } from "@leaderlab/contract/run";
import { lncliInProcess } from "../../apps/cli/src/lncli/lncli-in-process.ts";
import type { Fixture } from "../../packages/contract/src/fixtures/fixture.ts";
import {
  fixtureVerdicts,
  verdictOfRun,
} from "../../packages/contract/src/fixtures/fixture-verdicts.ts";
import { fixtures } from "../../packages/contract/src/fixtures/fixtures.ts";
import { lintFile } from "../../packages/contract/src/lint/file-kinds.ts";
import { needs, parts } from "../harness/required-part.ts";

const { curl, jq, nc, dash, bash, busybox } = parts;
const options = { ...needs(curl, jq, nc, dash, bash, busybox), timeout: 280_000, concurrency: 2 };
const clock = createRealClock();
const random = createSystemRandom();
const settings = { clock, random, lncli: lncliInProcess({ clock, random }), shells };
/** Nothing here is to depend on how busy the machine is. */
const patience = 3;
const waiterLimitMs = 8000;

/** The one probe that a fixture is about. */
function probeOf({ source, kind, contract, role }: Fixture): Probe {
  const { containers } = lintFile(source, { kind, contract });
  const probe = containers.flatMap(({ probes }) => probes).find((one) => one.role === role);
  return probe ?? assert.fail(`no ${role} probe is read in ${source.file}`);
}

/** What a run came to that was not to be, in words. */
function surprise(
  { id }: Fixture,
  state: string,
  { variant, outcome, exitCode, output }: ProbeRun,
) {
  const place = heldStates.find((one) => one === state) ?? assert.fail();
  const expected = verdictOfRun(
    fixtureVerdicts[id] ?? assert.fail(`no verdict of ${id}`),
    place,
    variant,
  );
  const isSurprise = expected !== "?" && (expected === "+") !== (outcome === "success");
  return isSurprise ? [`${state} (${variant}): ${outcome}, exit code ${exitCode}: ${output}`] : [];
}

const surprises = (fixture: Fixture, { rows }: TruthTable) =>
  rows.flatMap(({ state, runs }) => runs.flatMap((run) => surprise(fixture, state, run)));

test("checks that people run answer in each state as they are known to", options, async (t) => {
  const lab = await startHeldLab({ clock, random });
  t.after(() => lab.stop());
  await Promise.all(
    fixtures.map((fixture) =>
      t.test(`${fixture.id}, ${fixture.story}`, async () => {
        const probe = probeOf(fixture);
        const table = await truthTable(probe, lab, {
          ...settings,
          contract: fixture.contract,
          waiterLimitMs,
          patience,
        });
        assert.deepEqual(surprises(fixture, table), []);
      }),
    ),
  );
});
