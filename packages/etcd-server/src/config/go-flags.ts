import { GoValueError, goQuote, goTexts } from "@leaderlab/golang";
import type { FlagKind } from "./flag-table.ts";
import { type FlagValue, parseFlagValue } from "./flag-value.ts";

/**
 * How etcd ends over a configuration. `usage`: the text and the usage, code 2. `verify`: a log line "failed to verify
 * flags", code 1. `plain`: the text alone, code 1. `panic`: the text after "panic: ", code 2. `logged`: everything was
 * said in the log, code 1. `start`: a log line "discovery failed", code 1.
 */
export type FlagErrorManner = "usage" | "verify" | "plain" | "panic" | "logged" | "start";

/** A configuration that etcd refuses, in its words. */
export class FlagError extends Error {
  override readonly name = "FlagError";
  readonly manner: FlagErrorManner;

  constructor(message: string, manner: FlagErrorManner = "verify") {
    super(message);
    this.manner = manner;
  }

  get exitCode(): 1 | 2 {
    return this.manner === "usage" || this.manner === "panic" ? 2 : 1;
  }
}

/** A flag as given: `--name=value`, `--name value`, and the same with one dash. */
export interface GivenFlag {
  readonly name: string;
  readonly value: FlagValue;
}

/** A command line taken apart. */
export interface GoFlags {
  readonly flags: readonly GivenFlag[];
  /** What is no flag, and everything after it. */
  readonly rest: readonly string[];
  /** Whether help was asked for; then nothing after that was read. */
  readonly isHelp: boolean;
}

/**
 * Splits a command line as Go's flag package does: a bool takes no separate value, `--` ends the flags, and the first
 * argument that is not a flag ends them too. Throws FlagError in Go's words.
 */
export function parseGoFlags(
  argv: readonly string[],
  kindOf: (name: string) => FlagKind | undefined,
): GoFlags {
  const flags: GivenFlag[] = [];
  let at = 0;
  while (at < argv.length) {
    const argument = argv[at] ?? "";
    if (!/^-./.test(argument)) break;
    at += 1;
    if (argument === "--") break;
    const [, name = "", hasValue, inline = ""] = /^--?([^=]*)(=)?(.*)$/s.exec(argument) ?? [];
    if (name === "" || name.startsWith("-"))
      throw new FlagError(goTexts.badFlagSyntax(argument), "usage");
    const kind = kindOf(name);
    if (kind === undefined && (name === "help" || name === "h"))
      return { flags, rest: [], isHelp: true };
    if (kind === undefined) throw new FlagError(goTexts.unknownFlag(name), "usage");
    let text = inline;
    if (!hasValue && (kind === "bool" || kind === "former")) text = "true";
    else if (!hasValue) {
      const next = argv[at];
      if (next === undefined) throw new FlagError(goTexts.flagNeedsArgument(name), "usage");
      text = next;
      at += 1;
    }
    flags.push({ name, value: readFlagValue(name, kind, text) });
  }
  return { flags, rest: argv.slice(at), isHelp: false };
}

/** A flag's text as its kind. Throws FlagError in the words of Go's flag package. */
function readFlagValue(name: string, kind: FlagKind, text: string): FlagValue {
  try {
    return parseFlagValue(kind, text);
  } catch (error) {
    if (!(error instanceof GoValueError)) throw error;
    const say = kind === "bool" ? goTexts.invalidBooleanFlag : goTexts.invalidFlag;
    throw new FlagError(say(goQuote(text), name, error.message), "usage");
  }
}
