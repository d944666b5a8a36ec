import assert from "node:assert/strict";
import { test } from "node:test";
import { heldStates, type TrafficContract } from "../check-report.ts";
import type { ProbeRole } from "../probe.ts";
import { expectedOf } from "./expected-of.ts";

const statesWith = (role: ProbeRole, contract: TrafficContract, expected: string) =>
  heldStates.filter((state) => expectedOf(role, state, contract) === expected);

test("traffic goes to SERVER_ACTIVE alone, or to every state of a leader", () => {
  for (const role of ["readiness", "waiter"] as const) {
    assert.deepEqual(statesWith(role, "serving", "yes"), ["SERVER_ACTIVE"]);
    assert.deepEqual(statesWith(role, "serving", "either"), ["tls-changed", "slow"]);
    assert.deepEqual(statesWith(role, "leader", "yes"), [
      "NON_EXISTING",
      "LOCKED",
      "UNLOCKED",
      "RPC_ACTIVE",
      "SERVER_ACTIVE",
    ]);
    assert.ok(statesWith(role, "leader", "no").includes("migrating"));
  }
});

test("no state in which lnd works is one to restart it in", () => {
  assert.deepEqual(statesWith("liveness", "serving", "yes"), heldStates.slice(0, 7));
  assert.deepEqual(statesWith("liveness", "leader", "no"), []);
});

test("a startup probe has to pass once the node serves", () => {
  assert.deepEqual(statesWith("startup", "serving", "yes"), ["SERVER_ACTIVE"]);
  assert.deepEqual(statesWith("startup", "serving", "no"), []);
});
