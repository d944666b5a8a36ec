import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { breaks, type HeldState, type TruthTable } from "../check-report.ts";
import { startHeldLab } from "../lab/index.ts";
import { kubernetesTimings, type Probe, type ProbeAction, type ProbeRole } from "../probe.ts";
import { ProbeProblem } from "./run-settings.ts";
import { truthTable } from "./truth-table.ts";

const clock = createRealClock();
const random = createSystemRandom();
const lab = await startHeldLab({ clock, random });
after(() => lab.stop());

const probe = (action: ProbeAction, role: ProbeRole = "readiness", timeoutMs = 1000): Probe => ({
  name: "the probe",
  role,
  action,
  timings: { ...kubernetesTimings, timeoutMs },
});
const state = {
  kind: "http",
  scheme: "https",
  port: 8080,
  path: "/v1/state",
  headers: [],
} as const;
const statesOf = ({ rows }: TruthTable, verdict: string): readonly HeldState[] =>
  rows.filter((row) => row.verdict === verdict).map((row) => row.state);
const broken = ({ rows }: TruthTable) => rows.filter(breaks).map((row) => row.state);
const settings = { clock, random, contract: "serving" } as const;

test("a look at the status alone takes every lnd that answers for ready", async () => {
  const table = await truthTable(probe(state), lab, settings);
  assert.deepEqual(statesOf(table, "no"), [
    "nothing-listening",
    "hanging",
    "stopped-leader",
    "slow",
  ]);
  assert.deepEqual(statesOf(table, "mixed"), ["garbage"]);
  const garbage = table.rows.find((row) => row.state === "garbage");
  assert.deepEqual(
    garbage?.runs.map(({ variant, outcome }) => [variant, outcome]),
    [
      ["bytes", "failure"],
      ["a foreign page", "success"],
    ],
  );
  const standing = table.rows.find((row) => row.state === "WAITING_TO_START");
  assert.equal(standing?.runs[0]?.output, 'HTTP 200 {"state":"WAITING_TO_START"}');
  const leader = await truthTable(probe(state), lab, { ...settings, contract: "leader" });
  assert.deepEqual(broken(leader), ["WAITING_TO_START", "migrating", "garbage"]);
});

test("an open port says nothing of who leads, and a check of gRPC's health service nothing at all", async () => {
  const port = await truthTable(probe({ kind: "tcp", port: 10_009 }), lab, settings);
  assert.deepEqual(statesOf(port, "no"), ["nothing-listening"]);
  const health = await truthTable(
    probe({ kind: "grpc", port: 10_009, service: "" }),
    lab,
    settings,
  );
  assert.deepEqual(statesOf(health, "yes"), []);
  assert.deepEqual(broken(health), ["SERVER_ACTIVE"]);
});

test("a liveness probe of the status restarts nobody in vain", async () => {
  assert.deepEqual(broken(await truthTable(probe(state, "liveness"), lab, settings)), []);
});

test("a waiter is let wait, up to a limit or until it has looked again a few times", async () => {
  const waits = async (script: string, waiterLimitMs: number) => {
    const until = { kind: "exec", command: ["sh", "-c", script] } as const;
    return truthTable(probe(until, "waiter", 1), lab, { ...settings, waiterLimitMs });
  };
  for (const table of [
    await waits("tail -f /dev/null", 100),
    await waits("while :; do sleep 3600; done", 600_000),
  ]) {
    assert.ok(table.rows.every(({ runs }) => runs.every(({ outcome }) => outcome === "timeout")));
  }
});

test("a probe that cannot be run says what is missing", async () => {
  const refused = async (action: ProbeAction, message: RegExp) =>
    assert.rejects(
      truthTable(probe(action), lab, settings),
      (error) => error instanceof ProbeProblem && message.test(error.message),
    );
  const exec = (...command: string[]) => ({ kind: "exec", command }) as const;
  await refused(exec("/scripts/ready.sh"), /runs \/scripts\/ready\.sh, which this machine/);
  await refused(exec("sh", "/scripts/ready.sh"), /the script \/scripts\/ready\.sh/);
  await refused(
    exec("sh", "-c", "no-such-program"),
    /ends with 127 in every state.*no-such-program/,
  );
  await refused({ kind: "tcp", port: 9735 }, /asks port 9735.*--rest-port and --rpc-port/);
  await refused(
    { kind: "exec", command: ["sh", "-c", "lncli state"] },
    /calls lncli, and none was given/,
  );
});

test("ports that the author knows by other numbers can be named", async () => {
  const ports = { rest: 443, rpc: 11_009 };
  const table = await truthTable(probe({ ...state, port: 443 }), lab, { ...settings, ports });
  assert.ok(statesOf(table, "yes").includes("SERVER_ACTIVE"));
});

test("a table that is called off rejects with the reason, when nothing runs any more", async () => {
  const calling = new AbortController();
  const making = truthTable(
    probe({ kind: "exec", command: ["tail", "-f", "/dev/null"] }, "waiter"),
    lab,
    {
      ...settings,
      waiterLimitMs: 600_000,
      signal: calling.signal,
    },
  );
  calling.abort(new Error("called off"));
  await assert.rejects(making, /called off/);
});
