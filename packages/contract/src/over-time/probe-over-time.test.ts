import assert from "node:assert/strict";
import { test } from "node:test";
import { type HeldState, heldStates, type ScenarioVerdict } from "../check-report.ts";
import { kubernetesTimings, type Probe, type ProbedContainer, type ProbeRole } from "../probe.ts";
import { tableOf } from "../testing/table-of.ts";
import { probeOverTime } from "./probe-over-time.ts";

const serving: readonly HeldState[] = ["SERVER_ACTIVE"];
const answering = heldStates.filter(
  (state) => !["nothing-listening", "hanging", "stopped-leader"].includes(state),
);

interface Row {
  readonly role: ProbeRole;
  readonly yes: readonly HeldState[];
  readonly timings?: Partial<Probe["timings"]>;
}

/** A container whose probes succeed in these states, through the scenarios. */
async function verdictsOf(rows: readonly Row[], scenarios?: readonly string[]) {
  const probes = rows.map(({ role, timings }) => ({
    name: `${role} probe`,
    role,
    action: { kind: "exec" as const, command: ["probe"] },
    timings: { ...kubernetesTimings, ...timings },
  }));
  const tables = probes.map((probe, index) => tableOf(probe, rows[index]?.yes ?? []));
  const container: ProbedContainer = { name: "container lnd", probes };
  const options = { contract: "serving" as const, tables, ...(scenarios && { scenarios }) };
  return probeOverTime(container, options);
}

const broken = (verdicts: readonly ScenarioVerdict[]) =>
  verdicts.filter(({ holds }) => !holds).map(({ scenario }) => scenario);

const measure = ({ measures }: ScenarioVerdict, name: string) =>
  measures.find((one) => one.name === name)?.value;

const why = (verdicts: readonly ScenarioVerdict[]) =>
  verdicts
    .filter(({ holds }) => !holds)
    .map(({ scenario, demands, measures }) => `${scenario}: ${JSON.stringify([demands, measures])}`)
    .join("\n");

test("a readiness probe that passes at SERVER_ACTIVE alone holds through everything", async () => {
  const verdicts = await verdictsOf([{ role: "readiness", yes: serving }]);
  assert.equal(verdicts.length, 7);
  assert.deepEqual(broken(verdicts), [], why(verdicts));
});

test("and so it does with a liveness probe that passes wherever lnd answers", async () => {
  const verdicts = await verdictsOf(
    [
      { role: "readiness", yes: serving },
      { role: "liveness", yes: answering },
    ],
    ["SIGSTOP", "etcd outage", "rolling update"],
  );
  assert.deepEqual(broken(verdicts), [], why(verdicts));
});

test("lnd's own overlap stays: for a time two nodes are ready, and no probe can mend that", async () => {
  const [outage] = await verdictsOf([{ role: "readiness", yes: serving }], ["etcd outage"]);
  assert.ok(outage?.holds);
  assert.ok((measure(outage, "lnd's own: two to send to") ?? 0) > 0);
  assert.ok((measure(outage, "more than one ready") ?? 0) > 0);
});

test("a probe that never passes is broken: nobody turns ready", async () => {
  const verdicts = await verdictsOf([{ role: "readiness", yes: [] }], ["kill"]);
  assert.deepEqual(broken(verdicts), ["kill"]);
  const [kill] = verdicts;
  assert.deepEqual(
    kill?.demands.map(({ name, holds }) => [name, holds]),
    [
      ["the leader is ready before anything happens", false],
      ["the new leader turns ready", false],
    ],
  );
});

test("a probe of a port has more than one ready all the time", async () => {
  const verdicts = await verdictsOf([{ role: "readiness", yes: answering }], ["long wait"]);
  assert.deepEqual(broken(verdicts), ["long wait"]);
  assert.equal(verdicts[0] && measure(verdicts[0], "more than one ready"), 100 * 60_000);
});

test("a liveness probe that asks for SERVER_ACTIVE restarts every standby, again and again", async () => {
  const verdicts = await verdictsOf(
    [
      { role: "readiness", yes: serving },
      { role: "liveness", yes: serving },
    ],
    ["long wait"],
  );
  assert.deepEqual(broken(verdicts), ["long wait"]);
  const restarts = verdicts[0] === undefined ? 0 : (measure(verdicts[0], "needless restarts") ?? 0);
  assert.ok(restarts > 20, `${restarts} restarts`);
  const restarted = new Set(
    verdicts[0]?.lanes
      .filter(({ name, segments }) => !name.includes(" ") && segments.length > 5)
      .map(({ name }) => name),
  );
  assert.equal(restarted.size, 2, "both standbys");
});

test("a startup budget of 90 minutes makes an end of a standby that waits for longer", async () => {
  const startup = { periodMs: 10_000, failureThreshold: 540 };
  const rows = (failureThreshold: number): readonly Row[] => [
    { role: "startup", yes: serving, timings: { ...startup, failureThreshold } },
    { role: "readiness", yes: serving, timings: { periodMs: 5000, timeoutMs: 2000 } },
  ];
  const verdicts = await verdictsOf(rows(540), ["kill", "rolling update", "long wait"]);
  assert.deepEqual(broken(verdicts), ["long wait"], why(verdicts));
  assert.equal(
    verdicts.at(-1) && measure(verdicts.at(-1) as ScenarioVerdict, "needless restarts"),
    2,
  );
  assert.deepEqual(broken(await verdictsOf(rows(100_000), ["long wait"])), []);
});

test("the same seed gives the same verdicts", async () => {
  const once = () => verdictsOf([{ role: "readiness", yes: serving }], ["kill", "partition"]);
  assert.deepEqual(await once(), await once());
});
