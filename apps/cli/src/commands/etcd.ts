import {
  createJsonLog,
  type EtcdCommand,
  FlagError,
  helpText,
  type Log,
  parseEtcdFlags,
  startEtcdFromConfig,
  usage,
  versionText,
} from "@leaderlab/etcd-server";
import { goListenError } from "@leaderlab/golang";
import { type Ending, firstSignal, type Terminal } from "../terminal.ts";

type Serve = Extract<EtcdCommand, { kind: "serve" }>;

/** `leaderlab etcd`: the etcd-compatible server alone, with etcd's flags, log lines and exit codes. */
export async function runEtcd(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const log = createJsonLog(terminal.err, terminal.clock);
  try {
    const command = parseEtcdFlags(argv, terminal.env);
    if (command.kind === "serve") {
      return await serve(command, argv, terminal);
    }
    terminal.out(command.kind === "version" ? versionText() : helpText());
    return { code: 0 };
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    if (error.exitCode === 2) {
      terminal.err(`${error.message}\n${usage}`);
    } else {
      log("info", "Running: ", { args: ["etcd", ...argv] });
      log("warn", "failed to verify flags", { error: error.message });
    }
    return { code: error.exitCode };
  }
}

async function serve(command: Serve, argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const { config, withoutEffect } = command;
  const { clock, random } = terminal;
  const log = createJsonLog(terminal.err, clock, config.logLevel);
  log("info", "Running: ", { args: ["etcd", ...argv] });
  if (withoutEffect.length > 0) log("warn", "flags without effect here", { flags: withoutEffect });
  log("info", "the state is kept in memory only and is gone when the server stops");
  try {
    const stopped = firstSignal(terminal);
    const server = await startEtcdFromConfig(config, { clock, random, log });
    for (const endpoint of server.endpoints) announce(log, endpoint);
    const signal = await stopped;
    log("info", "received signal; shutting down", { signal: signalWords[signal] });
    const member = { name: config.name, "data-dir": config.dataDir };
    log("info", "closing etcd server", member);
    await server.stop();
    log("info", "closed etcd server", member);
    return { signal };
  } catch (error) {
    return refuseStart(error, log, terminal);
  }
}

const signalWords = { SIGINT: "interrupt", SIGTERM: "terminated", SIGHUP: "hangup" } as const;

/** The lines that harnesses wait for, once a listener. */
function announce(log: Log, endpoint: string): void {
  const [scheme = "", address = ""] = endpoint.split("://");
  log("info", "ready to serve client requests");
  const traffic = { traffic: "grpc+http", address };
  if (scheme === "https" || scheme === "unixs")
    log("info", "serving client traffic securely", traffic);
  else {
    log("warn", "serving client traffic insecurely; this is strongly discouraged!", traffic);
  }
}

function refuseStart(thrown: unknown, log: Log, terminal: Terminal): Ending {
  if (thrown instanceof FlagError) {
    log("fatal", "discovery failed", { error: thrown.message });
    return { code: 1 };
  }
  const error = thrown as NodeJS.ErrnoException & { address?: string; port?: number };
  if (error.code === "EADDRINUSE") {
    const place = `${error.address ?? ""}:${error.port ?? ""}`;
    log("fatal", "discovery failed", { error: goListenError(`tcp ${place}`, error) });
    terminal.err(
      `leaderlab: port ${error.port} is in use; name another one with --listen-client-urls and --advertise-client-urls.\n`,
    );
    return { code: 1 };
  }
  if (error.code === undefined) throw thrown;
  log("fatal", "discovery failed", { error: error.message });
  return { code: 1 };
}
