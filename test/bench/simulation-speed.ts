import { execFileSync } from "node:child_process";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";

/** What a simulation of so many nodes took, in a process of its own. */
interface SimulationCost {
  readonly nodes: number;
  readonly hours: number;
  readonly failovers: number;
  readonly startSeconds: number;
  readonly runSeconds: number;
  readonly cpuSeconds: number;
  readonly peakMib: number;
  /** Real time of two virtual minutes with a failover at TTL 90 s in them. */
  readonly medianFailoverMs: number;
}

/** What it took to start nodes on real sockets in one process. */
interface StartCost {
  readonly nodes: number;
  readonly startSeconds: number;
  readonly cpuSeconds: number;
}

/**
 * What a processor second is worth on this machine at the moment: the CPU seconds of 10^9 steps that each wait for the
 * one before. An idle core of 2 to 3 GHz takes one to two; a machine that is shared, or held back, several times that.
 */
function referenceSeconds(): number {
  const { user: before } = process.cpuUsage();
  let mixed = 1;
  for (let step = 0; step < 1e9; step++) mixed = (mixed * 31 + step) | 0;
  if (mixed === 0.5) throw new Error("never: it keeps the loop from being left out");
  return (process.cpuUsage().user - before) / 1e6;
}

/** Measures simulations and the start of many nodes, each in a process of its own. The build must be there. */
export function measureSimulation(isQuick: boolean): string {
  const hours = isQuick ? 1 : 24;
  const reference = referenceSeconds();
  const simulations = [10, 100, 1000].map((nodes) => {
    const cost = run<SimulationCost>("simulate-failovers.mjs", nodes, hours);
    const measured = { ...cost, nodes, hours };
    console.log(JSON.stringify(measured));
    return measured;
  });
  const started = isQuick ? [20] : [20, 200];
  const starts = started.map((nodes) => {
    const measured = { ...run<StartCost>("start-nodes.mjs", nodes), nodes };
    console.log(JSON.stringify(measured));
    return measured;
  });
  return renderPage(simulations, starts, reference);
}

function run<T>(script: string, ...args: readonly number[]): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const text = execFileSync(process.execPath, [path, ...args.map(String)], { encoding: "utf8" });
  return JSON.parse(text) as T;
}

function renderPage(
  simulations: readonly SimulationCost[],
  starts: readonly StartCost[],
  reference: number,
): string {
  return `# How fast simulations are

Written by \`npm run bench\`. Each row is a process of its own on ${cpus().length} cores, Node ${process.versions.node};
TTL 90 s, a leader is killed every ten virtual minutes and comes back as a follower. A simulation uses one
core. In the same run 10⁹ dependent steps of integer arithmetic took ${reference.toFixed(1)} s of CPU: an idle core of
2 to 3 GHz takes one to two, so compare by that.

| nodes | virtual hours | failovers | start, s | run, s | CPU, s | peak memory, MiB | a failover, ms |
|---|---|---|---|---|---|---|---|
${simulations.map(simulationRow).join("\n")}

Starting nodes with real sockets, files and certificates in one process:

| nodes | s | CPU, s |
|---|---|---|
${starts.map(({ nodes, startSeconds, cpuSeconds }) => `| ${nodes} | ${startSeconds.toFixed(2)} | ${cpuSeconds.toFixed(2)} |`).join("\n")}
`;
}

function simulationRow(cost: SimulationCost): string {
  const cells = [
    cost.nodes,
    cost.hours,
    cost.failovers,
    cost.startSeconds.toFixed(2),
    cost.runSeconds.toFixed(2),
    cost.cpuSeconds.toFixed(2),
    Math.round(cost.peakMib),
    cost.medianFailoverMs.toFixed(1),
  ];
  return `| ${cells.join(" | ")} |`;
}
