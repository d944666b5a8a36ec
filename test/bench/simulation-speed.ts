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

/** Measures simulations and the start of many nodes, each in a process of its own. The build must be there. */
export function measureSimulation(isQuick: boolean): string {
  const hours = isQuick ? 1 : 24;
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
  return renderPage(simulations, starts);
}

function run<T>(script: string, ...args: readonly number[]): T {
  const path = fileURLToPath(new URL(script, import.meta.url));
  const text = execFileSync(process.execPath, [path, ...args.map(String)], { encoding: "utf8" });
  return JSON.parse(text) as T;
}

function renderPage(simulations: readonly SimulationCost[], starts: readonly StartCost[]): string {
  return `# How fast simulations are

Written by \`npm run bench\`. Each row is a process of its own on ${cpus().length} cores, Node ${process.versions.node};
TTL 90 s, a leader is killed every ten virtual minutes and comes back as a follower. A simulation uses one
core; CPU seconds say more than seconds where the machine does other things, too.

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
