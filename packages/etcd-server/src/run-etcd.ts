import type { Clock, Random } from "@leaderlab/clock";
import { StateFileError, stateFileIn } from "./backend/state-file.ts";
import { configTexts } from "./config/config-texts.ts";
import type { EtcdConfig } from "./config/etcd-config.ts";
import type { Variables } from "./config/flags-from-environment.ts";
import { FlagError } from "./config/go-flags.ts";
import { type EtcdCommand, parseEtcdFlags } from "./config/parse-etcd-flags.ts";
import { helpText, usage, versionText } from "./config/usage.ts";
import { validateSettings } from "./config/validate.ts";
import type { Log } from "./log.ts";
import { createServerLog, type LogStreams, type ServerLog } from "./server-log.ts";
import { startEtcdFromConfig } from "./start-from-config.ts";

/** What a process that runs etcd has. */
export interface EtcdProcess extends LogStreams {
  readonly variables: Variables;
  readonly clock: Clock;
  readonly random: Random;
  /** Resolves when the process is asked to end. */
  untilSignal(): Promise<"SIGINT" | "SIGTERM" | "SIGHUP">;
}

/** How it ended: with an exit code, or by a signal that is to be raised again. */
export type EtcdEnding =
  | { readonly code: number }
  | { readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP" };

type Serve = Extract<EtcdCommand, { kind: "serve" }>;

/**
 * Runs etcd as its command line asks, with etcd's log lines, refusals and exit codes, until it is told to stop. Rejects
 * only for a fault of ours. Mirrors: etcd etcdmain startEtcdOrProxyV2.
 */
export async function runEtcd(argv: readonly string[], process: EtcdProcess): Promise<EtcdEnding> {
  const serverLog = createServerLog(process, process.clock);
  try {
    const command = await parseEtcdFlags(argv, { variables: process.variables, serverLog });
    if (command.kind === "version") process.out(versionText());
    if (command.kind === "help") {
      process.out(helpText());
      process.err(usage);
    }
    if (command.kind !== "serve") return { code: 0 };
    logRunning(argv, serverLog);
    return await serve(command, ["etcd", ...argv], serverLog, process);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
    refuse(error, argv, serverLog, process);
    return { code: error.exitCode };
  } finally {
    serverLog.close();
  }
}

function logRunning(argv: readonly string[], { log }: ServerLog): void {
  log("info", "Running: ", { args: ["etcd", ...argv] });
}

/** How each kind of refusal is told. */
function refuse(
  { manner, message }: FlagError,
  argv: readonly string[],
  serverLog: ServerLog,
  { err }: EtcdProcess,
): void {
  const { log } = serverLog;
  if (manner === "usage") err(`${message}\n${usage}`);
  else if (manner === "plain") err(`${message}\n`);
  else if (manner === "panic") err(`panic: ${message}\n`);
  else if (manner === "start") log("fatal", "discovery failed", { error: message });
  else if (manner === "verify") {
    logRunning(argv, serverLog);
    log("warn", "failed to verify flags", { error: message });
    if (message !== configTexts.advertiseMissing) return;
    log("warn", configTexts.advertiseNotSet, { error: message });
  }
}

async function serve(
  { config, settings, withoutEffect }: Serve,
  commandLine: readonly string[],
  { log }: ServerLog,
  process: EtcdProcess,
): Promise<EtcdEnding> {
  const dataDir = { "data-dir": config.dataDir };
  if (settings.text("data-dir") === "") log("warn", configTexts.defaultDataDir, dataDir);
  log("info", "Initialize and start etcd server", { ...dataDir, "dir-type": "empty" });
  if (withoutEffect.length > 0) log("info", "flags without effect here", { flags: withoutEffect });
  logWhereStateIs(config, log);
  // etcd looks at the settings a second time here, and says again what it has to say of them.
  validateSettings({ settings, log, isFile: true });
  const signal = process.untilSignal();
  const { clock, random } = process;
  const server = await startEtcdFromConfig(config, {
    clock,
    random,
    log,
    settings,
    commandLine,
  });
  log("info", "received signal; shutting down", { signal: signalWords[await signal] });
  const member = memberFields(config);
  log("info", "closing etcd server", member);
  try {
    await server.stop();
  } catch (error) {
    if (!(error instanceof StateFileError)) throw error;
    log("fatal", "the state is lost", { error: error.message });
    return { code: 1 };
  }
  log("info", "closed etcd server", member);
  return { signal: await signal };
}

function logWhereStateIs({ snapshotOnExit, dataDir }: EtcdConfig, log: Log): void {
  if (!snapshotOnExit) {
    log("info", "the state is kept in memory only and is gone when the server stops");
    return;
  }
  const path = stateFileIn(dataDir);
  log("info", "the state is written down when the server is stopped, and gone when it is killed", {
    path,
  });
}

const memberFields = (config: EtcdConfig) => ({
  name: config.name,
  "data-dir": config.dataDir,
  "advertise-peer-urls": config.peerUrls,
  "advertise-client-urls": config.advertiseClientUrls,
});

const signalWords = { SIGINT: "interrupt", SIGTERM: "terminated", SIGHUP: "hangup" } as const;
