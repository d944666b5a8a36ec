/**
 * Measures our etcd beside a real one and writes docs/performance.md, and simulations into docs/simulation-speed.md:
 * `npm run bench`, or `npm run bench -- --quick` for a look that writes nothing, `-- --simulation` for simulations
 * alone. LEADERLAB_ETCD36 names the real etcd.
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { etcdVersion } from "../harness/default-etcd.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { benchCases } from "./bench-cases.ts";
import { benchCommand, type Side, startBenchServer } from "./bench-server.ts";
import { type CostAt, notifyCosts, putCosts } from "./core-costs.ts";
import { buildLoad, doLoad } from "./load.ts";
import { type Measured, type Row, renderPage } from "./performance-page.ts";
import { measureSimulation } from "./simulation-speed.ts";

const isQuick = process.argv.includes("--quick");
if (process.argv.includes("--simulation")) {
  benchSimulation();
  process.exit(0);
}
const repetitions = isQuick ? 1 : 3;
const seconds = isQuick ? 1 : 2;
/** A start is short, and the real etcd draws from chance how long it waits before it elects itself. */
const startsPerRound = isQuick ? 3 : 7;
const memoryKeys = isQuick ? 10_000 : 100_000;
const page = fileURLToPath(new URL("../../docs/performance.md", import.meta.url));
const real = parts.etcd.program;

using folder = temporaryFolder();
const load = buildLoad(folder.path);
const isRealThere = needs(parts.etcd).skip === false && etcdVersion(real) === "3.6";
if (!isRealThere) {
  console.error(`NO COMPARISON: ${real} is no etcd 3.6; LEADERLAB_ETCD36 names one. Ours alone:`);
}
const sides: readonly Side[] = isRealThere ? ["ours", "real"] : ["ours"];
const rows = new Map<string, Row>();

/** Adds what one repetition has shown of one side. */
function note(words: string, unit: Row["unit"], side: Side, measured: Measured): void {
  const row = rows.get(words) ?? { words, unit, ours: [], real: [] };
  row[side].push(measured);
  rows.set(words, row);
  console.log(`${side.padEnd(4)}  ${words}: ${JSON.stringify(measured)}`);
}

for (let round = 0; round < repetitions; round += 1) {
  const order = round % 2 === 0 ? sides : sides.toReversed();
  for (const side of Array.from({ length: startsPerRound }, () => order).flat()) {
    using planned = await benchCommand(side, real);
    const first = { case: "first-put" };
    const { p50 } = await doLoad(load, planned.address, first, planned.command);
    note("start to first put", "ms", side, { value: p50 });
  }
  await measureCalls(order);
  for (const side of order) {
    await using server = await startBenchServer(side, real);
    await doLoad(load, server.address, { case: "fill", clients: 100, count: memoryKeys });
    const words = `memory with ${memoryKeys.toLocaleString("en")} keys of 256 bytes`;
    note(words, "MiB", side, { value: server.residentMib() });
  }
}

/** Each case on one side after the other, so that what else the machine does strikes both. */
async function measureCalls(order: readonly Side[]): Promise<void> {
  await using ours = await startBenchServer("ours", real);
  await using other = isRealThere ? await startBenchServer("real", real) : undefined;
  for (const { words, load: one } of benchCases) {
    for (const side of order) {
      const server = side === "ours" ? ours : (other ?? ours);
      const cpuBefore = server.cpuSeconds();
      const took = await doLoad(load, server.address, { seconds, ...one });
      const cpuMicroseconds = ((server.cpuSeconds() - cpuBefore) * 1e6) / Math.max(1, took.calls);
      const { calls, p50, p99 } = took;
      note(words, "per second", side, { value: calls / took.seconds, p50, p99, cpuMicroseconds });
    }
  }
}

const sizes = isQuick ? [1e3, 1e4, 1e5] : [1e3, 1e4, 1e5, 1e6];
const costs: { readonly puts: readonly CostAt[]; readonly notifies: readonly CostAt[] } = {
  puts: putCosts(sizes),
  notifies: notifyCosts([0, 1e2, 1e3, 1e4, 1e5]),
};
const text = renderPage({
  load: load.words,
  rows: [...rows.values()],
  costs,
  isRealThere,
  repetitions,
  seconds,
});
console.log(text);
if (!isQuick && isRealThere) writeFileSync(page, text);
benchSimulation();

function benchSimulation(): void {
  const simulation = measureSimulation(isQuick);
  console.log(simulation);
  const speedPage = fileURLToPath(new URL("../../docs/simulation-speed.md", import.meta.url));
  if (!isQuick) writeFileSync(speedPage, simulation);
}
