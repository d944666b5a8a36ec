import assert from "node:assert/strict";
import { dirname } from "node:path";
import { test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { awaitEvent, type ClusterNode, startCluster } from "@leaderlab/cluster";
import { kubernetesTimings, type Probe, probeOverTime } from "@leaderlab/contract";
import { startHeldLab } from "@leaderlab/contract/lab";
import { truthTable } from "@leaderlab/contract/run";
import { Kubelet } from "../../packages/contract/src/over-time/kubelet.ts";
import { RunRecord } from "../../packages/contract/src/over-time/run-record.ts";
import { ExecRoom } from "../../packages/contract/src/run/exec/exec-room.ts";
import { runProbe, variantsOf } from "../../packages/contract/src/run/run-probe.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const needed = { ...needs(parts.dash, parts.curl, parts.jq), timeout: 120_000 };
const clock = createRealClock();
const random = createSystemRandom();
const settings = { clock, random };

const right: Probe = {
  name: "right",
  role: "readiness",
  action: {
    kind: "exec",
    command: [
      "/bin/sh",
      "-c",
      "curl -s -k https://localhost:8080/v1/state | jq -r .state | grep -qx SERVER_ACTIVE",
    ],
  },
  // So patient that a busy machine changes nothing.
  timings: { ...kubernetesTimings, periodMs: 500, timeoutMs: 20_000 },
};
const naive: Probe = {
  name: "naive",
  role: "readiness",
  action: { kind: "http", scheme: "https", port: 8080, path: "/v1/state", headers: [] },
  timings: right.timings,
};

/** A kubelet for each of three lnds on real sockets, whose leader is killed: who was ready when? */
async function killOnSockets(probe: Probe) {
  using folder = temporaryFolder();
  await using room = await ExecRoom.open(settings);
  await using cluster = await startCluster({
    clock,
    random,
    folder: folder.path,
    sessionTtlSeconds: 2,
  });
  const record = new RunRecord();
  const kubelets = new Map<string, Kubelet>();
  const turns = new Set<() => void>();
  const note = (node: ClusterNode) => {
    const isReady = kubelets.get(node.name)?.isReady === true;
    const state = node.state ?? "down";
    record.note(node.name, { atMs: clock.now(), state, isReady, isWanted: false });
    for (const turn of turns) turn();
  };
  const turned = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => turns.add(resolve));
  };
  try {
    for (const node of cluster.nodes) {
      const kubelet = new Kubelet({
        clock,
        random,
        container: { name: node.name, probes: [probe] },
        answers: {
          answer: async () => ({ isSuccess: (await ask(probe, node, room)) === "success" }),
        },
        control: {
          start: () => void node.start().catch(() => {}),
          stop: () => {},
          kill: () => {},
        },
        onTurn: () => note(node),
        onRestart: () => {},
      });
      kubelets.set(node.name, kubelet);
    }
    cluster.timeline.onEvent((event) => {
      if (!("node" in event)) return;
      if (event.kind === "killed" || event.kind === "exited") kubelets.get(event.node)?.ended();
      note(cluster.node(event.node));
    });
    const leader = cluster.node("lnd-1");
    await awaitEvent(
      cluster.timeline,
      (event) => event.kind === "state" && event.state === "SERVER_ACTIVE",
    );
    await turned(() => kubelets.get(leader.name)?.isReady === true);
    const fromMs = clock.now();
    const afterSeq = cluster.timeline.events.at(-1)?.seq ?? 0;
    await leader.kill();
    const next = await awaitEvent(
      cluster.timeline,
      (event) => event.kind === "state" && event.state === "SERVER_ACTIVE",
      { afterSeq },
    );
    assert.ok("node" in next);
    await turned(() => kubelets.get(next.node)?.isReady === true);
    return { next: next.node, ...record.spans(fromMs, clock.now(), ({ isReady }) => isReady) };
  } finally {
    for (const kubelet of kubelets.values()) kubelet.stop();
  }
}

async function ask(probe: Probe, node: ClusterNode, room: ExecRoom) {
  const [variant] = variantsOf(probe, settings);
  if (variant === undefined) throw new Error("a probe without a way to run it");
  const portOf = (address: string) => Number(address.split(":").at(-1));
  const ports = { rest: portOf(node.restAddress), rpc: portOf(node.rpcAddress) };
  const held = {
    state: "SERVER_ACTIVE" as const,
    ports,
    guises: [],
    lndDir: dirname(node.tlsCertPath),
    certificatePath: node.tlsCertPath,
    macaroonPath: node.macaroonPath,
  };
  const { outcome } = await runProbe(probe, { node: held, ports, variant, room }, settings);
  return outcome;
}

/** What the simulation says of the same probe, by its truth table. */
async function killInSimulation(probe: Probe) {
  await using lab = await startHeldLab(settings);
  // The states that hang are not what this is about, and would take their time.
  const quick = { ...probe, timings: { ...probe.timings, timeoutMs: 5000 } };
  const tables = [await truthTable(quick, lab, { ...settings, contract: "serving" })];
  const container = { name: "lnd", probes: [probe] };
  const [verdict] = await probeOverTime(container, {
    contract: "serving",
    tables,
    scenarios: ["kill"],
  });
  const several = verdict?.measures.find(({ name }) => name === "more than one ready")?.value;
  return { holds: verdict?.holds, several };
}

test(
  "a right probe: on real sockets as in simulation, the next leader turns ready, and never two at a time",
  needed,
  async () => {
    const [live, simulated] = await Promise.all([killOnSockets(right), killInSimulation(right)]);
    assert.deepEqual(simulated, { holds: true, several: 0 });
    assert.equal(live.severalMs, 0);
    assert.ok(live.noneMs > 0, "until the session of the old one had run out");
  },
);

test(
  "a probe of the status alone: on real sockets as in simulation, standbys are ready too",
  needed,
  async () => {
    const [live, simulated] = await Promise.all([killOnSockets(naive), killInSimulation(naive)]);
    assert.equal(simulated.holds, false);
    assert.ok((simulated.several ?? 0) > 0);
    assert.ok(live.severalMs > 0);
  },
);
