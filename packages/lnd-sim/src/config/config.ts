import { posix } from "node:path";
import { goReadError } from "@leaderlab/golang";
import { configTexts, simulationTexts } from "../errors/config-texts.ts";
import type { LogLevel } from "../log.ts";
import { cleanAndExpandPath } from "./clean-path.ts";
import { ConfigError } from "./config-error.ts";
import { subsystems } from "./debug-level.ts";
import { type LndEnvironment, systemEnvironment } from "./environment.ts";
import type { FlagSettings } from "./flag-settings.ts";
import { FlagValues } from "./flag-values.ts";
import { FlagError, type ParsedFlags, parseFlags } from "./go-flags.ts";
import { ConfError, readLndConf } from "./lnd-conf.ts";
import { buildLndConfig, type LndConfig } from "./lnd-config.ts";
import { guideSpellings, lndFlagRows, lndFlags, lookUpLndFlags } from "./lnd-flags.ts";
import { lndHelp } from "./lnd-help.ts";
import { lndVersion } from "./lnd-version.ts";
import { resolveDefault } from "./resolve-default.ts";
import { type ConfigOutput, validateConfig } from "./validate-config.ts";

/** A line of lnd's log, without its time. */
export interface LogLine {
  readonly level: LogLevel;
  readonly subsystem: string;
  readonly text: string;
}

/** A command line that a node can be started with. */
export interface AcceptedConfig {
  readonly outcome: "config";
  readonly config: LndConfig;
  /** What lnd prints to stdout as it is, before its log. */
  readonly stdout: readonly string[];
  /** What lnd logs while it reads its configuration. */
  readonly log: readonly LogLine[];
  /** One for each point in which lnd would not take this configuration. None with `--sim.strict`. */
  readonly warnings: readonly string[];
  /** One for each flag that was set and has no effect here. */
  readonly notices: readonly string[];
}

/** A command line after which lnd exits at once: refused, or asked for help or the version. */
export interface ConfigExit {
  readonly outcome: "exit";
  readonly exitCode: 0 | 1;
  /** Lines, without line ends. The log's lines go to stdout too, behind these. */
  readonly stdout: readonly string[];
  readonly stderr: readonly string[];
  readonly log: readonly LogLine[];
}

/** What a command line and an lnd.conf come to. */
export type LndConfigOutcome = AcceptedConfig | ConfigExit;

/**
 * Reads lnd's command line, without the program's name, and the lnd.conf that it leads to: defaults give way to the
 * file, the file to the command line. Never throws for what a user wrote.
 *
 * The guide's spellings of two flags are understood and a network may be left out, with one warning each; with
 * `--sim.strict` they are refused with lnd's words. Mirrors: lnd LoadConfig.
 */
export function parseLndConfig(
  argv: readonly string[],
  environment: LndEnvironment = systemEnvironment(),
): LndConfigOutcome {
  const said = new Said();
  try {
    return readConfig(argv, environment, said);
  } catch (error) {
    if (error instanceof FlagError) {
      // go-flags prints it, and lnd once more.
      const stderr = [error.message, configTexts.failedToLoad(error.message)];
      return { outcome: "exit", exitCode: 1, stdout: [], stderr, log: [] };
    }
    if (error instanceof ConfError || error instanceof ConfigError) {
      return refusal(error, environment, said);
    }
    throw error;
  }
}

/** What lnd has said by now. */
class Said implements ConfigOutput {
  readonly stdout: string[] = [];
  readonly lines: LogLine[] = [];

  print(line: string): void {
    this.stdout.push(line);
  }

  log(level: LogLevel, text: string): void {
    this.lines.push({ level, subsystem: "LTND", text });
  }
}

function readConfig(
  argv: readonly string[],
  environment: LndEnvironment,
  said: Said,
): LndConfigOutcome {
  const flags = readFlags(argv, asksForStrict(argv));
  if (flags.wantsHelp) return goodbye(lndHelp(environment));
  const ofFlags = valuesOf([flags.settings], environment);
  if (ofFlags.get("version")) return goodbye(`${environment.programName} version ${lndVersion}`);
  const file = readConfFile(ofFlags, environment);
  const values = valuesOf([flags.settings, file.settings], environment);
  const strict = values.get("sim.strict");
  // Only now is it known whether the file asks to be strict; the guide's spellings are then refused.
  if (strict) readFlags(argv, true);
  if (values.get("debuglevel") === "show") {
    return goodbye(`Supported subsystems [${subsystems.join(" ")}]`);
  }
  const checked = validateConfig(values, environment, { strict, output: said });
  if (file.problem !== undefined) said.log("WRN", file.problem);
  logDeprecations(values, said);
  const assumed = checked.isNetworkAssumed ? [simulationTexts.assumedNetwork] : [];
  return {
    outcome: "config",
    config: buildLndConfig(values, checked, environment),
    stdout: said.stdout,
    log: said.lines,
    warnings: strict ? [] : [...guideWarnings(argv), ...assumed],
    notices: notices(values),
  };
}

function valuesOf(layers: readonly FlagSettings[], environment: LndEnvironment): FlagValues {
  return new FlagValues(layers, (row) => resolveDefault(row, environment));
}

function readFlags(argv: readonly string[], strict: boolean): ParsedFlags {
  return parseFlags(argv, lookUpLndFlags({ allowGuideSpellings: !strict }));
}

/** Whether the command line asks to be strict, which must be known before it is read. */
function asksForStrict(argv: readonly string[]): boolean {
  return beforeDoubleDash(argv).includes("--sim.strict");
}

function beforeDoubleDash(argv: readonly string[]): readonly string[] {
  const end = argv.indexOf("--");
  return end < 0 ? argv : argv.slice(0, end);
}

/** One warning for each of the guide's spellings that was used, in the guide's order. */
function guideWarnings(argv: readonly string[]): readonly string[] {
  const isWritten = (name: string) =>
    beforeDoubleDash(argv).some((one) => one === `--${name}` || one.startsWith(`--${name}=`));
  return [...guideSpellings]
    .filter(([written]) => isWritten(written))
    .map(([written, name]) => simulationTexts.guideSpelling(written, name));
}

interface ConfFile {
  readonly settings: FlagSettings;
  /** Why it could not be read, which is no reason not to start. */
  readonly problem: string | undefined;
}

/** The file that the command line names, which must exist, or the one in lnd's folder, which need not. */
function readConfFile(values: FlagValues, environment: LndEnvironment): ConfFile {
  const lndDir = cleanAndExpandPath(values.get("lnddir"), environment);
  const defaultDir = environment.appDir("lnd");
  const defaultPath = posix.join(defaultDir, "lnd.conf");
  let path = cleanAndExpandPath(values.get("configfile"), environment);
  if (path !== defaultPath) {
    if (!environment.fileExists(path)) throw new ConfigError(configTexts.noConfigFile(path));
  } else if (lndDir !== defaultDir) {
    path = posix.join(lndDir, "lnd.conf");
  }
  let text: string;
  try {
    text = environment.readTextFile(path);
  } catch (error) {
    return { settings: new Map(), problem: goReadError(path, error) };
  }
  return { settings: readLndConf(path, text, lndFlags), problem: undefined };
}

function logDeprecations(values: FlagValues, said: Said): void {
  const set = values.namesSet();
  for (const { name, effect } of lndFlagRows) {
    if (effect !== "hidden" || !set.has(name)) continue;
    said.log("WRN", `Config '${name}' is deprecated, please remove it`);
  }
}

function notices(values: FlagValues): readonly string[] {
  const set = values.namesSet();
  return lndFlagRows
    .filter((row) => row.effect === "accepted" && set.has(row.name))
    .map((row) => simulationTexts.noEffect(row.name));
}

function goodbye(text: string): ConfigExit {
  return { outcome: "exit", exitCode: 0, stdout: [text], stderr: [], log: [] };
}

function refusal(
  error: ConfError | ConfigError,
  environment: LndEnvironment,
  said: Said,
): ConfigExit {
  const stderr: string[] = [];
  if (error instanceof ConfigError && error.isUsage) {
    const usage = configTexts.incorrectUsage(environment.programName);
    stderr.push(usage);
    said.log("WRN", `Incorrect usage: ${usage}`);
  }
  if (error instanceof ConfigError && error.isLogged) {
    said.log("WRN", `Error validating config: ${error.message}`);
  }
  stderr.push(configTexts.failedToLoad(error.message));
  return { outcome: "exit", exitCode: 1, stdout: said.stdout, stderr, log: said.lines };
}
