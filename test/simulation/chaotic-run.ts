/**
 * A simulated cluster with a bit of everything going wrong, by chance from its seed. As a program it prints the hash of
 * its timeline: `node --import tsx --conditions=source test/simulation/chaotic-run.ts SEED`.
 */
import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { createSeededRandom, type Random } from "@leaderlab/clock";
import {
  type ActiveFault,
  type Cluster,
  type FaultSpec,
  startCluster,
  startInvoiceWorkload,
  startReadinessProbes,
} from "@leaderlab/cluster";

const rounds = 30;
const roundMs = 15_000;

/** The timeline of a run, as JSON lines. */
export async function chaoticTimeline(seed: number): Promise<string> {
  const cluster = await startCluster({ fabric: "memory", seed, nodes: 5, sessionTtlSeconds: 5 });
  const { nodes, clock, time } = cluster;
  const probes = startReadinessProbes({ nodes, clock });
  const readiness: string[] = [];
  probes.onTurn((news) => readiness.push(JSON.stringify(news)));
  const workload = startInvoiceWorkload({
    clock,
    target: () => nodes.find(({ name }) => probes.isReady(name)),
    periodMs: 2500,
  });
  const random = createSeededRandom(seed);
  const faults: ActiveFault[] = [];
  for (let round = 0; round < rounds; round++) {
    if (faults.length > 2) await faults.shift()?.undo();
    await disturb(cluster, random, faults);
    await time.advance(random.nextFloat() * roundMs);
  }
  probes.stop();
  workload.stop();
  await cluster.stop();
  const told = [...workload.acknowledged, ...workload.failed].map((one) => JSON.stringify(one));
  const events = cluster.timeline.events.map((event) => JSON.stringify(event));
  return [...events, ...readiness, ...told].join("\n");
}

async function disturb(cluster: Cluster, random: Random, faults: ActiveFault[]): Promise<void> {
  const pick = <T>(some: readonly T[]): T => some[random.nextUint32() % some.length] as T;
  const node = pick(cluster.nodes);
  if (node.status !== "running") return node.start();
  if (node.isPaused) return node.resume();
  const link = `${node.name}:etcd`;
  const specs: readonly FaultSpec[] = [
    { kind: "blackhole", link },
    { kind: "blackhole", link, direction: "toClient" },
    { kind: "latency", link: "*:etcd", latencyMs: 40, jitterMs: 39 },
    { kind: "loss", link, rate: 0.3 },
    { kind: "reorder", link, rate: 0.3, delayMs: 70 },
    { kind: "reset", link },
    { kind: "dropKeepAlives", link },
    { kind: "dropWatchEvents", link },
    { kind: "bandwidth", link, bytesPerSecond: 2000 },
    { kind: "clockDrift", node: node.name, partsPerMillion: 123_457 },
    { kind: "rpcError", method: "*", code: "UNAVAILABLE", rate: 0.2 },
    { kind: "etcdDown" },
  ];
  const verb = pick(["kill", "pause", "restart", "fault", "fault", "fault"] as const);
  if (verb === "fault") faults.push(await cluster.inject(pick(specs)));
  else if (verb === "restart") await cluster.finish(node.restart());
  else await node[verb]();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const timeline = await chaoticTimeline(Number(process.argv[2]));
  console.log(createHash("sha256").update(timeline).digest("hex"));
}
