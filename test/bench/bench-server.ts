import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { TestProcess } from "../harness/child-process.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlabBin } from "../harness/leaderlab.ts";

/** Whose server is measured. */
export type Side = "ours" | "real";

/** A server with lnd's limits, in memory. */
export interface BenchServer extends AsyncDisposable {
  /** `127.0.0.1:PORT` */
  readonly address: string;
  /** What it holds of the machine's memory now, in MiB. */
  residentMib(): number;
  /** The time that it has used of all processors, in seconds. */
  cpuSeconds(): number;
}

/** The command line of a server, and a folder of its own that is gone with it. */
export interface BenchCommand extends Disposable {
  readonly address: string;
  readonly command: readonly [string, ...string[]];
}

/** A folder that is memory, where there is one. */
export function memoryFolder(): string {
  try {
    return mkdtempSync("/dev/shm/leaderlab-bench-");
  } catch {
    return mkdtempSync(join(tmpdir(), "leaderlab-bench-"));
  }
}

/** The command line of one side. `program` is the real etcd. */
export async function benchCommand(side: Side, program: string): Promise<BenchCommand> {
  const folder = memoryFolder();
  const address = `127.0.0.1:${await freePort()}`;
  const flags = [
    `--data-dir=${folder}/data`,
    `--listen-client-urls=http://${address}`,
    `--advertise-client-urls=http://${address}`,
    "--max-txn-ops=16384",
    "--max-request-bytes=104857600",
  ];
  const peer = `http://127.0.0.1:${await freePort()}`;
  const own = [
    "--unsafe-no-fsync",
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
  ];
  const command: BenchCommand["command"] =
    side === "ours"
      ? [process.execPath, leaderlabBin, "etcd", ...flags]
      : [program, ...flags, ...own];
  const dispose = () => rmSync(folder, { recursive: true, force: true });
  return { address, command, [Symbol.dispose]: dispose };
}

/** Starts a server of one side and waits until it serves. */
export async function startBenchServer(side: Side, program: string): Promise<BenchServer> {
  const planned = await benchCommand(side, program);
  const server = new TestProcess(planned.command, { name: side });
  await server.line(/ready to serve client requests/);
  const proc = (file: string) => readFileSync(`/proc/${server.pid}/${file}`, "utf8");
  return {
    address: planned.address,
    residentMib: () => Number(/VmRSS:\s+(\d+) kB/.exec(proc("status"))?.[1] ?? Number.NaN) / 1024,
    cpuSeconds() {
      const fields = proc("stat")
        .replace(/^.*\) /s, "")
        .split(" ");
      return (Number(fields[11]) + Number(fields[12])) / clockTicks;
    },
    [Symbol.asyncDispose]: async () => {
      await server[Symbol.asyncDispose]();
      planned[Symbol.dispose]();
    },
  };
}

/** Linux counts time in these for everybody, whatever the kernel does inside. */
const clockTicks = 100;
