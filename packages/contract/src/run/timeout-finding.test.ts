import assert from "node:assert/strict";
import { test } from "node:test";
import type { ProbeRun, TruthTable } from "../check-report.ts";
import { kubernetesTimings, type Probe, type ProbeRole } from "../probe.ts";
import { durationsOf, timeoutFinding } from "./timeout-finding.ts";

const probe = (role: ProbeRole = "readiness"): Probe => ({
  name: "the probe",
  role,
  action: { kind: "exec", command: ["lncli", "state"] },
  timings: { ...kubernetesTimings, timeoutMs: 1000 },
});

test("a probe whose slowest hundredth takes longer than its timeout is found", () => {
  const quick = Array.from({ length: 100 }, (_, index) => index * 10);
  assert.equal(timeoutFinding(probe(), quick), undefined);
  assert.equal(timeoutFinding(probe(), [...quick, 5000]), undefined);
  const finding = timeoutFinding(probe(), [...quick, 1500, 5000]);
  assert.equal(finding?.rule, "PROBE009");
  assert.match(finding?.message ?? "", /102 runs took 1500 ms, and the timeout is 1000 ms/);
});

test("of a few runs the slowest counts, and of too few nothing", () => {
  assert.equal(timeoutFinding(probe(), [1, 2, 3, 4, 1001])?.rule, "PROBE009");
  assert.equal(timeoutFinding(probe(), [1001, 1001, 1001, 1001]), undefined);
});

test("a waiter has no timeout", () => {
  assert.equal(timeoutFinding(probe("waiter"), [9000, 9000, 9000, 9000, 9000]), undefined);
});

test("how long a probe takes shows where lnd answers at once", () => {
  const run = (durationMs: number): ProbeRun => {
    return { variant: "", outcome: "success", exitCode: 0, durationMs, output: "" };
  };
  const row = { verdict: "yes", expected: "yes" } as const;
  const table: TruthTable = {
    probe: "the probe",
    role: "readiness",
    rows: [
      { ...row, state: "LOCKED", runs: [run(1), run(2)] },
      { ...row, state: "slow", runs: [run(1000)] },
      { ...row, state: "hanging", runs: [run(1000)] },
    ],
  };
  assert.deepEqual(durationsOf(table), [1, 2]);
});
