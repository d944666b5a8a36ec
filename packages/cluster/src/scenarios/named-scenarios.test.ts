import assert from "node:assert/strict";
import { test } from "node:test";
import { startCluster } from "../cluster.ts";
import { namedScenario, scenarioNames } from "./named-scenarios.ts";
import { runScenario, scenarioCluster } from "./run-scenario.ts";

for (const name of scenarioNames()) {
  const scenario = namedScenario(name);
  assert.ok(scenario);
  test(`in simulation: ${scenario.title}`, async () => {
    for (const seed of [1, 2]) {
      const options = { fabric: "memory", seed, ...scenarioCluster(scenario) } as const;
      await using cluster = await startCluster(options);
      const { holds, verdicts } = await runScenario(scenario, cluster);
      assert.equal(scenario.scenario, name, "a scenario is named after its file");
      const wrong = verdicts.filter(({ problem }) => problem !== undefined);
      assert.ok(
        holds,
        wrong.map(({ expectation, problem }) => `${expectation}: ${problem}`).join("\n"),
      );
    }
  });
}
