// One simulation in a process of its own, on what `npm run build` built, as users run it: `node … NODES HOURS`. A leader
// is killed every ten virtual minutes, and started again as a follower two minutes later. Prints one line of JSON.
import { startCluster } from "@leaderlab/cluster";

const [nodes, hours] = process.argv.slice(2).map(Number);
const minuteMs = 60_000;

const seconds = (sinceMs) => (performance.now() - sinceMs) / 1000;
const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

const startedMs = performance.now();
const cluster = await startCluster({ fabric: "memory", seed: 1, nodes, sessionTtlSeconds: 90 });
await cluster.time.advance(minuteMs);
const startSeconds = seconds(startedMs);
let failovers = 0;
cluster.timeline.onEvent(({ kind }) => {
  if (kind === "failover") failovers += 1;
});
const ranMs = performance.now();
const failoverMs = [];
for (let round = 0; round < hours * 6; round += 1) {
  const killedMs = performance.now();
  const leader = cluster.nodes.find(({ isElected }) => isElected);
  await leader?.kill();
  await cluster.time.advance(2 * minuteMs);
  failoverMs.push(performance.now() - killedMs);
  await leader?.start();
  await cluster.time.advance(8 * minuteMs);
}
const runSeconds = seconds(ranMs);
await cluster.stop();
const peakMib = process.resourceUsage().maxRSS / 1024;
failoverMs.sort((a, b) => a - b);
const medianFailoverMs = failoverMs[Math.floor(failoverMs.length / 2)] ?? 0;
const parts = { startSeconds, runSeconds, cpuSeconds: cpuSeconds(), peakMib, medianFailoverMs };
console.log(JSON.stringify({ failovers, ...parts }));
