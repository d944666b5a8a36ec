import { goQuote } from "@leaderlab/golang";
import type { ServerLog } from "../server-log.ts";
import { buildConfig } from "./build-config.ts";
import { configTexts } from "./config-texts.ts";
import { deprecations } from "./deprecations.ts";
import type { EtcdConfig } from "./etcd-config.ts";
import { flagTable } from "./flag-table.ts";
import type { FlagValue } from "./flag-value.ts";
import { flagKinds, flagsFromEnvironment, type Variables } from "./flags-from-environment.ts";
import { FlagError, parseGoFlags } from "./go-flags.ts";
import { Settings } from "./settings.ts";
import { checkGateFlags, checkRenamedFlags, validateSettings } from "./validate.ts";

/** What a command line asks for: to serve, or only to say something. */
export type EtcdCommand =
  | { readonly kind: "version" }
  | { readonly kind: "help" }
  | {
      readonly kind: "serve";
      readonly config: EtcdConfig;
      readonly settings: Settings;
      /** Flags that were given and have no effect here. */
      readonly withoutEffect: readonly string[];
    };

/** What etcd's binary is, too, when its first argument says so. */
const otherPrograms = ["gateway", "grpc-proxy"];

/** What surrounds a command line. */
export interface EtcdEnvironment {
  readonly variables: Variables;
  /** Told of what is noticed on the way, and configured as soon as it is known how. */
  readonly serverLog: ServerLog;
}

/**
 * Reads etcd's command line, then its ETCD_… variables or, if one is named, its configuration file, which takes the
 * place of both. Throws FlagError in etcd's words. Mirrors: etcd etcdmain config.parse.
 */
export async function parseEtcdFlags(
  argv: readonly string[],
  { variables, serverLog }: EtcdEnvironment,
): Promise<EtcdCommand> {
  const [program = ""] = argv;
  if (otherPrograms.includes(program)) throw new FlagError(configTexts.notSimulated(program));
  const { flags, rest, isHelp } = parseGoFlags(argv, (name) => flagKinds.get(name));
  if (isHelp) return { kind: "help" };
  if (rest[0] !== undefined) throw new FlagError(configTexts.notAFlag(goQuote(rest[0])));
  const given = new Map(flags.map((flag) => [flag.name, flag.value]));
  if (given.get("version") === true) return { kind: "version" };
  const file = String(given.get("config-file") || variables["ETCD_CONFIG_FILE"] || "");
  const settings =
    file === "" ? fromCommandLine(given, variables, serverLog) : await fromFile(file, serverLog);
  refuseUnsimulated(settings);
  return {
    kind: "serve",
    config: buildConfig(settings),
    settings,
    withoutEffect: withoutEffect(settings),
  };
}

function fromCommandLine(
  given: ReadonlyMap<string, FlagValue>,
  variables: Variables,
  serverLog: ServerLog,
): Settings {
  const set = flagsFromEnvironment(variables, new Set(given.keys()), serverLog.log);
  const values = new Map([...set, ...given]);
  const settings = new Settings(values, new Set(values.keys()));
  checkGateFlags(settings);
  const fallback = settings.text("discovery-fallback");
  if (fallback === "proxy") throw new FlagError(configTexts.proxyFallback(goQuote(fallback)));
  checkRenamedFlags(settings);
  serverLog.configure(settings);
  const refusal = attempt(() => validateSettings({ settings, log: serverLog.log, isFile: false }));
  checkWarningDurations(settings, serverLog);
  warnOfDeprecated(settings, serverLog);
  if (refusal !== undefined) throw refusal;
  return settings;
}

/** A file that is refused is told of as if nothing of it had been read, its log settings included. */
async function fromFile(path: string, serverLog: ServerLog): Promise<Settings> {
  const { readConfigFile } = await import("./config-file.ts");
  const settings = readConfigFile(path);
  checkGateFlags(settings);
  checkRenamedFlags(settings);
  serverLog.configure(settings);
  const refusal = attempt(() => validateSettings({ settings, log: serverLog.log, isFile: true }));
  if (refusal !== undefined) {
    serverLog.close();
    throw refusal;
  }
  serverLog.log("info", configTexts.fileLoaded, { path });
  checkWarningDurations(settings, serverLog);
  warnOfDeprecated(settings, serverLog);
  return settings;
}

function attempt(check: () => void): FlagError | undefined {
  try {
    check();
    return undefined;
  } catch (error) {
    if (error instanceof FlagError) return error;
    throw error;
  }
}

function checkWarningDurations(settings: Settings, { log }: ServerLog): void {
  const isSet = (name: string) => settings.has(name) && settings.number(name) !== 0;
  if (!isSet("experimental-warning-unary-request-duration")) return;
  if (isSet("warning-unary-request-duration"))
    throw new FlagError(configTexts.bothWarningDurations);
  log("warn", configTexts.oldWarningDuration);
}

function warnOfDeprecated({ explicit }: Settings, { log }: ServerLog): void {
  for (const [name, text] of deprecations) if (explicit.has(name)) log("warn", text);
}

/** A flag whose absence a client could see is refused by name rather than passed over. */
function refuseUnsimulated(settings: Settings): void {
  for (const [name, , , effect] of flagTable) {
    if (effect !== "refused" || !settings.has(name)) continue;
    const value = settings.text(name);
    if (value === "" || value === "false") continue;
    throw new FlagError(configTexts.notSimulated(`--${name}`));
  }
}

function withoutEffect(settings: Settings): string[] {
  return flagTable
    .filter(([name, , , effect]) => effect === "noEffect" && settings.has(name))
    .map(([name]) => `--${name}`);
}
