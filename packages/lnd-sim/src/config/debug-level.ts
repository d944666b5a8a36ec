import { configTexts } from "../errors/config-texts.ts";

/** The levels of lnd's log, from the most talkative to none. */
export const debugLevels = ["trace", "debug", "info", "warn", "error", "critical", "off"] as const;

/** A level of lnd's log. */
export type DebugLevel = (typeof debugLevels)[number];

/** What `--debuglevel` says: a level for all, and others for some subsystems. */
export interface DebugLevels {
  readonly level: DebugLevel;
  readonly subsystems: Readonly<Record<string, DebugLevel>>;
}

/** lnd's subsystems, as v0.20.1 lists them for `--debuglevel=show`. */
export const subsystems: readonly string[] = (
  "ACSM ARPC ATPL BLPT BRAR BTCN BTWL CHAC CHBU CHCL CHDB CHFD CHFT CHIO CHNF CHRE CLUS CMGR " +
  "CNCT CNFG CRTR DISC DRPC FNDG GRDB GRPH HLCK HSWC INVC IRPC LCHN LNWL LTND MSGX NANN NRPC " +
  "NTFN NTFR PEER PFSM PRNF PROM PRPC PYDB RPCC RPCP RPCS RPWL RRPC SGNR SPHX SQLB SQLD SRVR " +
  "SWPR TORC UTXN VRPC WLKT WTCL WTWR"
).split(" ");

/** Those that the yardstick lists: two have come since. */
export const servedSubsystems: readonly string[] = [...subsystems, "CHST", "OMSG"].sort();

const levelLetters: { readonly [L in DebugLevel]: string } = {
  trace: "TRC",
  debug: "DBG",
  info: "INF",
  warn: "WRN",
  error: "ERR",
  critical: "CRT",
  off: "OFF",
};

/** Every subsystem's level, as DebugLevel answers them: `ACSM=INF, ARPC=INF, …`. */
export function describeLevels({ level, subsystems: chosen }: DebugLevels): string {
  return servedSubsystems
    .map((name) => `${name}=${levelLetters[chosen[name] ?? level]}`)
    .join(", ");
}

/** A `--debuglevel` that lnd refuses; the message is lnd's. */
export class DebugLevelError extends Error {
  override readonly name = "DebugLevelError";

  /** What follows `the specified`, in flags and in calls alike. */
  get reason(): string {
    return this.message.replace(/^.*?the specified /s, "");
  }
}

/**
 * Reads `info`, `info,SRVR=debug` or `SRVR=debug,CLUS=trace`. Throws DebugLevelError. Mirrors: lnd
 * build.ParseAndSetDebugLevels.
 */
export function parseDebugLevels(text: string, known: readonly string[] = subsystems): DebugLevels {
  const pairs = text.split(",");
  const first = pairs[0] ?? "";
  const isForAll = !first.includes("=");
  const level = isForAll ? toLevel(first) : "info";
  const chosen: Record<string, DebugLevel> = {};
  for (const pair of isForAll ? pairs.slice(1) : pairs) {
    if (!pair.includes("=")) throw new DebugLevelError(configTexts.debugLevelPair(pair));
    const [subsystem = "", ofSubsystem = "", ...more] = pair.split("=");
    if (more.length > 0) throw new DebugLevelError(configTexts.debugLevelFormat(pair));
    if (!known.includes(subsystem)) {
      throw new DebugLevelError(configTexts.debugSubsystem(subsystem, known));
    }
    chosen[subsystem] = toLevel(ofSubsystem);
  }
  return { level, subsystems: chosen };
}

function toLevel(text: string): DebugLevel {
  const level = debugLevels.find((one) => one === text);
  if (level === undefined) throw new DebugLevelError(configTexts.debugLevel(text));
  return level;
}
