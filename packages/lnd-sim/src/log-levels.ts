import {
  type DebugLevel,
  type DebugLevels,
  describeLevels,
  parseDebugLevels,
  servedSubsystems,
} from "./config/debug-level.ts";
import type { Log, LogLevel } from "./log.ts";

/** The levels that a line may have, in the order of `--debuglevel`'s words. */
const ranks: { readonly [L in DebugLevel]: number } = {
  trace: 0,
  debug: 1,
  info: 2,
  warn: 3,
  error: 4,
  critical: 5,
  off: 6,
};
const rankOfLine: { readonly [L in LogLevel]: number } = { DBG: 1, INF: 2, WRN: 3, ERR: 4, CRT: 5 };

/** Which lines of the log are written: `--debuglevel` at first, then what DebugLevel asks for. */
export class LogLevels {
  #levels: DebugLevels;

  constructor(levels: DebugLevels) {
    this.#levels = levels;
  }

  /** A log that leaves out what is below the levels of the moment. */
  filter(log: Log): Log {
    return (level, subsystem, text) => {
      const least = this.#levels.subsystems[subsystem] ?? this.#levels.level;
      if (rankOfLine[level] >= ranks[least]) log(level, subsystem, text);
    };
  }

  /** Sets levels as `--debuglevel` writes them and returns all of them as text. Throws DebugLevelError. */
  set(specification: string): string {
    const changed = parseDebugLevels(specification, servedSubsystems);
    const { level, subsystems } = this.#levels;
    // A text without a level for all leaves the others as they are.
    this.#levels = /^[^,=]*=/.test(specification)
      ? { level, subsystems: { ...subsystems, ...changed.subsystems } }
      : changed;
    return describeLevels(this.#levels);
  }
}
