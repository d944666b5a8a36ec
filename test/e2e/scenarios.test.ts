import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import {
  namedScenario,
  runScenario,
  scenarioCluster,
  scenarioNames,
  startCluster,
} from "@leaderlab/cluster";
import { realEtcd, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** A machine that runs all of them at once may be so much later than expected. */
const slackMs = 10_000;

/** Somebody else's etcd cannot be stopped from here. */
const names = scenarioNames().filter((name) => {
  const steps = namedScenario(name)?.steps ?? [];
  return realEtcd === undefined || steps.every(({ inject }) => inject?.kind !== "etcdDown");
});

describe(`the named scenarios on real sockets, on ${targetName}`, {
  timeout: 280_000,
  concurrency: 4,
}, () => {
  for (const name of names) {
    const scenario = namedScenario(name);
    assert.ok(scenario);
    test(scenario.title, async ({ signal }) => {
      using folder = temporaryFolder();
      await using real =
        realEtcd === undefined ? undefined : await startEtcdTarget(folder.path, { signal });
      const etcd = real && [{ address: real.address, isTls: false, insecureSkipVerify: false }];
      await using cluster = await startCluster({
        clock: createRealClock(),
        random: createSystemRandom(),
        folder: join(folder.path, "lab"),
        ...scenarioCluster(scenario),
        ...(etcd && { etcd }),
      });
      const { holds, verdicts } = await runScenario(scenario, cluster, { slackMs });
      const wrong = verdicts.filter(({ problem }) => problem !== undefined);
      const said = wrong.map(({ expectation, problem }) => `${expectation}: ${problem}`);
      assert.ok(holds, said.join("\n"));
    });
  }
});
