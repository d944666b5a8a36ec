// Serves an etcd in a process of its own, so that its end is seen and its memory measured: says where on the first line
// of stdout, and a line for each fault of ours; on each line of stdin it says how many bytes are in use.
import { createInterface } from "node:readline";
import { startEtcd } from "@leaderlab/etcd-server";

const server = await startEtcd({
  history: false,
  log: (level, message, fields) => {
    if (level === "error") console.log(`fault ${message} ${JSON.stringify(fields)}`);
  },
});
console.log(`serving ${server.endpoint}`);
createInterface({ input: process.stdin }).on("line", () => {
  (globalThis as { gc?: () => void }).gc?.();
  const { heapUsed, external } = process.memoryUsage();
  const { watchStreams, leases } = server.core.counts;
  console.log(`bytes ${heapUsed + external} streams ${watchStreams} leases ${leases}`);
});
