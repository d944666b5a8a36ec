import assert from "node:assert/strict";
import { test } from "node:test";
import { proxyContract } from "./proxy-contract.ts";

test("a proxy's contract has a case for each scenario, or for those that are named", () => {
  const ids = proxyContract().cases.map(({ id }) => id);
  assert.ok(ids.includes("scenarios/kill") && ids.includes("scenarios/partition"));
  assert.equal(new Set(ids).size, ids.length);
  const named = proxyContract({ scenarios: ["graceful"] }).cases.map(({ name }) => name);
  assert.deepEqual(named, ["it leads to the leader through: failover by a graceful stop"]);
});

test("a file that is no proxy's configuration fails by name", async () => {
  const [first] = proxyContract().cases;
  const config = { file: "wait.sh", text: "lncli state\n" };
  await assert.rejects(async () => first?.run({ config }), /wait\.sh is a script file: no proxy/);
});
