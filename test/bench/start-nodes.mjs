// A cluster on real sockets in one process, on what `npm run build` built: `node … NODES`. Prints one line of JSON.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { startCluster } from "@leaderlab/cluster";

const nodes = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), "leaderlab-bench-"));
const startedMs = performance.now();
const parts = { clock: createRealClock(), random: createSystemRandom(), folder };
const cluster = await startCluster({ ...parts, nodes, sessionTtlSeconds: 60 });
const startSeconds = (performance.now() - startedMs) / 1000;
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ startSeconds, cpuSeconds: (user + system) / 1e6 }));
await cluster.stop();
rmSync(folder, { recursive: true });
process.exit(0);
