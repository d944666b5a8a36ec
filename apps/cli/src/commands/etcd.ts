import { runEtcd as runEtcdProcess } from "@leaderlab/etcd-server";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";

/** `leaderlab etcd`: the etcd-compatible server alone, with etcd's flags, log lines and exit codes. */
export function runEtcd(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const { clock, random, env: variables } = terminal;
  return runEtcdProcess(argv, {
    variables,
    clock,
    random,
    out: (text) => terminal.out(text),
    err: (text) => terminal.err(text),
    untilSignal: () => firstSignal(terminal),
  });
}
