import {
  createTextLog,
  ListenError,
  type LndNode,
  type Log,
  parseLndConfig,
  startLndNode,
} from "@leaderlab/lnd-sim";
import type { Ending, EndSignal, Terminal } from "../terminal.ts";

/** `leaderlab lnd`: one simulated lnd as a process of its own, with lnd's flags, log lines and exit codes. */
export async function runLnd(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const { clock, random } = terminal;
  const outcome = parseLndConfig(argv);
  const log = createTextLog(terminal.out, clock);
  for (const line of outcome.stdout) terminal.out(`${line}\n`);
  for (const { level, subsystem, text } of outcome.log) log(level, subsystem, text);
  if (outcome.outcome === "exit") {
    for (const line of outcome.stderr) terminal.err(`${line}\n`);
    return { code: outcome.exitCode };
  }
  for (const warning of outcome.warnings) terminal.err(`leaderlab: warning: ${warning}\n`);
  for (const notice of outcome.notices) terminal.err(`leaderlab: notice: ${notice}\n`);
  try {
    const node = await startLndNode(outcome.config, { clock, random, log });
    return await untilExit(node, log, terminal);
  } catch (error) {
    return refuseStart(error, log, terminal);
  }
}

async function untilExit(node: LndNode, log: Log, terminal: Terminal): Promise<Ending> {
  for (const address of node.rpcAddresses) log("INF", "RPCS", `RPC server listening on ${address}`);
  for (const address of node.restAddresses) {
    log("INF", "RPCS", `gRPC proxy started at ${address}`);
  }
  terminal.onSignal((signal) => void node.stop(signalWords[signal]));
  const exit = await node.exited;
  if (exit.message !== undefined) terminal.err(`${exit.message}\n`);
  log("INF", "LTND", "Shutdown complete");
  return { code: exit.code };
}

const signalWords: { readonly [S in EndSignal]: "interrupt" | "terminated" } = {
  SIGINT: "interrupt",
  SIGTERM: "terminated",
  SIGHUP: "terminated",
};

function refuseStart(error: unknown, log: Log, terminal: Terminal): Ending {
  if (!(error instanceof ListenError)) throw error;
  log("ERR", "RPCS", error.message);
  const { address, flag } = error.place;
  terminal.err(
    `${error.message}\nleaderlab: ${address} is taken; choose another one with --${flag}.\n`,
  );
  return { code: 1 };
}
