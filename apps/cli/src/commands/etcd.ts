import { setFlagsFromString } from "node:v8";
import { runEtcd as runEtcdProcess } from "@leaderlab/etcd-server";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";

/**
 * How far the heap may outgrow what lives in it before it is swept. A store holds much that stays: Node's own measure
 * lets garbage take as much room again, for a tenth less of processor time. With 100,000 keys of 256 bytes this is
 * 190 MiB instead of 245.
 */
const heapGrowingPercent = 60;

/** `leaderlab etcd`: the etcd-compatible server alone, with etcd's flags, log lines and exit codes. */
export function runEtcd(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const { clock, random, env: variables } = terminal;
  setFlagsFromString(`--heap-growing-percent=${heapGrowingPercent}`);
  return runEtcdProcess(argv, {
    variables,
    clock,
    random,
    out: (text) => terminal.out(text),
    err: (text) => terminal.err(text),
    untilSignal: () => firstSignal(terminal),
  });
}
