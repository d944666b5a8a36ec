import { flagTexts } from "../errors/flag-texts.ts";
import { type FlagRow, flagLabel, used } from "./flag-row.ts";
import {
  ChoiceError,
  type FlagSettings,
  isSignedNumber,
  isValueError,
  setFlag,
} from "./flag-settings.ts";
import { unquoteIfPossible } from "./unquote-if-possible.ts";

/** A command line that cannot be read; the message is go-flags'. */
export class FlagError extends Error {
  override readonly name = "FlagError";
}

/** The one flag that every command line has; it is not an option of lnd.conf. */
export const helpRow = used("help", "bool", "Show this help message", { short: "h" });

/** How to find a flag. */
export interface FlagLookup {
  byName(name: string): FlagRow | undefined;
  byShort(letter: string): FlagRow | undefined;
}

/** What a command line says. */
export interface ParsedFlags {
  readonly settings: FlagSettings;
  /** Whether `-h` or `--help` was met; nothing behind it is read then. */
  readonly wantsHelp: boolean;
  /** What is no flag and no value of one, in order. lnd takes no notice of it. */
  readonly rest: readonly string[];
}

/**
 * Reads a command line. Throws FlagError at the first thing that is wrong, as go-flags does. What was set before a
 * fault counts for nothing.
 *
 * Mirrors: jessevdk/go-flags 1.4 with the options that lnd takes (help, double dash), on POSIX.
 */
export function parseFlags(argv: readonly string[], lookup: FlagLookup): ParsedFlags {
  const reader = new FlagReader(argv, lookup);
  reader.readAll();
  return reader;
}

class FlagReader implements ParsedFlags {
  readonly settings: FlagSettings = new Map();
  readonly rest: string[] = [];
  wantsHelp = false;
  private readonly pending: string[];
  private readonly lookup: FlagLookup;

  constructor(argv: readonly string[], lookup: FlagLookup) {
    this.pending = [...argv];
    this.lookup = lookup;
  }

  readAll(): void {
    for (;;) {
      const argument = this.pending.shift();
      if (argument === undefined || this.wantsHelp) return;
      if (argument === "--") {
        this.rest.push(...this.pending);
        return;
      }
      if (!isOption(argument)) this.rest.push(argument);
      else if (argument.startsWith("--")) this.readLong(argument.slice(2));
      else this.readShort(argument.slice(1));
    }
  }

  private readLong(text: string): void {
    const equals = text.indexOf("=");
    const name = equals < 0 ? text : text.slice(0, equals);
    const row = this.lookup.byName(name);
    if (row === undefined) throw new FlagError(flagTexts.unknownFlag(name));
    this.readValue(row, equals < 0 ? undefined : text.slice(equals + 1), true);
  }

  /** `-C file`, `-C=file`, `-Cfile`, and switches in a row: `-VC file`. */
  private readShort(text: string): void {
    let letters = Array.from(text);
    let argument: string | undefined;
    if (letters[1] === "=") {
      argument = letters.slice(2).join("");
      letters = letters.slice(0, 1);
    } else if (letters.length > 1 && this.takesValue(letters[0])) {
      argument = letters.slice(1).join("");
      letters = letters.slice(0, 1);
    }
    for (const [index, letter] of letters.entries()) {
      const row = this.lookup.byShort(letter);
      if (row === undefined) throw new FlagError(flagTexts.unknownFlag(letter));
      this.readValue(row, argument, index === letters.length - 1);
      if (this.wantsHelp) return;
      argument = undefined;
    }
  }

  private takesValue(letter: string | undefined): boolean {
    const row = letter === undefined ? undefined : this.lookup.byShort(letter);
    return row !== undefined && row.type !== "bool";
  }

  private readValue(row: FlagRow, argument: string | undefined, mayTakeNext: boolean): void {
    if (row.type === "bool") {
      if (argument !== undefined) throw new FlagError(flagTexts.noArgumentForBool(flagLabel(row)));
      if (row === helpRow) this.wantsHelp = true;
      else setFlag(this.settings, row, "");
      return;
    }
    const text = argument ?? (mayTakeNext ? this.nextValue(row) : undefined);
    if (text === undefined) throw new FlagError(flagTexts.expectedArgument(flagLabel(row)));
    try {
      setFlag(this.settings, row, unquoteIfPossible(text));
    } catch (error) {
      if (!isValueError(error)) throw error;
      if (error instanceof ChoiceError) throw new FlagError(error.message);
      throw new FlagError(flagTexts.invalidArgument(flagLabel(row), row.type, error.message));
    }
  }

  private nextValue(row: FlagRow): string | undefined {
    const next = this.pending.shift();
    if (next === undefined) return undefined;
    if (isOption(next) && !(isSignedNumber(row) && /^-[0-9]/.test(next))) {
      throw new FlagError(flagTexts.gotOption(flagLabel(row), next));
    }
    if (next === "--") throw new FlagError(flagTexts.gotDoubleDash(flagLabel(row)));
    return next;
  }
}

/** Whether an argument is a flag: `-x…` or `--x…`, but not `-`, `--` or `---x`. */
function isOption(argument: string): boolean {
  return /^(-[^-]|--[^-])/s.test(argument);
}
