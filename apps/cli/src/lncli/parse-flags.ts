import {
  goFlagReason,
  goQuote,
  goTexts,
  parseGoBool,
  parseGoDuration,
  parseGoFloat,
  parseGoInteger,
} from "@leaderlab/golang";
import type { Terminal } from "../terminal.ts";
import { type Flag, type FlagKind, type FlagValue, FlagValues } from "./flag.ts";
import { lncliTexts } from "./lncli-texts.ts";

/** A command line that is not understood. */
export class FlagError extends Error {
  override readonly name = "FlagError";
  /** Whose fault it is; the usage is shown in another way for each. */
  readonly source: "argument" | "twoForms" | "environment";

  constructor(message: string, source: FlagError["source"]) {
    super(message);
    this.source = source;
  }
}

/** Flags and what stands behind them. */
export interface ParsedFlags {
  readonly flags: FlagValues;
  readonly rest: readonly string[];
}

/**
 * Reads flags up to the first argument that is none, or up to `--`. Throws FlagError with the texts of Go's flag
 * package and of urfave/cli. Mirrors: flag.FlagSet.Parse; urfave/cli v1 normalizeFlags, Flag.ApplyWithError.
 */
export function parseFlags(
  flags: readonly Flag[],
  argv: readonly string[],
  variables: Terminal["env"],
): ParsedFlags {
  const reader = new FlagReader(flags, variables);
  let at = 0;
  for (; at < argv.length; at++) {
    const argument = argv[at] ?? "";
    if (argument.length < 2 || !argument.startsWith("-")) break;
    if (argument === "--") {
      at += 1;
      break;
    }
    if (reader.take(argument, argv[at + 1])) at += 1;
  }
  return { flags: reader.values(), rest: argv.slice(at) };
}

class FlagReader {
  readonly #flags: readonly Flag[];
  readonly #values = new Map<string, FlagValue>();
  /** By long name: the names that the command line has used. */
  readonly #used = new Map<string, Set<string>>();
  readonly #set = new Set<string>();

  constructor(flags: readonly Flag[], variables: Terminal["env"]) {
    this.#flags = flags;
    for (const flag of flags) {
      const text = flag.variable === undefined ? undefined : variables[flag.variable];
      if (text === undefined) continue;
      this.#values.set(flag.names[0], variableValue(flag, text));
      this.#set.add(flag.names[0]);
    }
  }

  /** Takes a flag; true when `next`, the argument behind it, was its value. */
  take(argument: string, next: string | undefined): boolean {
    const [, name = "", given] = /^--?([^-=][^=]*)(?:=(.*))?$/s.exec(argument) ?? [];
    if (name === "") throw new FlagError(goTexts.badFlagSyntax(argument), "argument");
    const flag = this.#flags.find(({ names }) => names.includes(name));
    if (flag === undefined) throw new FlagError(goTexts.unknownFlag(name), "argument");
    if (flag.kind === "boolean") {
      this.#store(flag, name, booleanValue(given ?? "true", name));
      return false;
    }
    const text = given ?? next;
    if (text === undefined) throw new FlagError(goTexts.flagNeedsArgument(name), "argument");
    this.#store(flag, name, this.#valueOf(flag, name, text));
    return given === undefined;
  }

  #valueOf(flag: Flag, name: string, text: string): FlagValue {
    if (flag.kind === "string") return text;
    if (flag.kind !== "list") return numberValue(flag.kind, text, name);
    return [...((this.#values.get(flag.names[0]) ?? []) as readonly string[]), text];
  }

  #store(flag: Flag, name: string, value: FlagValue): void {
    const [longName] = flag.names;
    this.#values.set(longName, value);
    this.#set.add(longName);
    const used = this.#used.get(longName) ?? new Set();
    this.#used.set(longName, used.add(name));
  }

  values(): FlagValues {
    for (const { names } of this.#flags) {
      const [first, second] = names.filter((name) => this.#used.get(names[0])?.has(name));
      if (first !== undefined && second !== undefined) {
        throw new FlagError(lncliTexts.twoForms(second, first), "twoForms");
      }
    }
    return new FlagValues(this.#flags, this.#values, this.#set);
  }
}

const integer = { isSigned: true, bits: 64, anyBase: true } as const;

function variableValue(flag: Flag, text: string): FlagValue {
  if (flag.kind !== "integer") return text;
  try {
    return parseGoInteger(text, integer);
  } catch (error) {
    const reason = (error as Error).message;
    throw new FlagError(lncliTexts.invalidVariable(text, flag.names[0], reason), "environment");
  }
}

/** Mirrors: Go flag's values; of a duration it keeps no reason. */
function numberValue(kind: FlagKind, text: string, name: string): FlagValue {
  try {
    if (kind === "duration") return parseGoDuration(text);
    if (kind === "float") return parseGoFloat(text);
    return parseGoInteger(text, kind === "unsigned" ? { ...integer, isSigned: false } : integer);
  } catch (error) {
    const reason = kind === "duration" ? goTexts.parseError : goFlagReason(error);
    throw new FlagError(goTexts.invalidFlag(goQuote(text), name, reason), "argument");
  }
}

function booleanValue(text: string, name: string): boolean {
  try {
    return parseGoBool(text);
  } catch (error) {
    const refusal = goTexts.invalidBooleanFlag(goQuote(text), name, goFlagReason(error));
    throw new FlagError(refusal, "argument");
  }
}

/**
 * A command's arguments with its flags first, so that flags may stand behind arguments, too. What is no flag of the
 * command stays where it is, and so does everything behind `--`. Mirrors: urfave/cli v1 reorderArgs.
 */
export function flagsFirst(flags: readonly Flag[], argv: readonly string[]): string[] {
  const first: string[] = [];
  let rest: string[] = [];
  let mayBeValue = false;
  for (const [index, argument] of argv.entries()) {
    if (mayBeValue && !isFlagOf(flags, argument)) {
      mayBeValue = false;
      first.push(argument);
    } else if (argument === "--") {
      rest = ["--", ...rest, ...argv.slice(index + 1)];
      break;
    } else if (isFlagOf(flags, argument)) {
      first.push(argument);
      mayBeValue = !argument.includes("=");
    } else {
      rest.push(argument);
    }
  }
  return [...first, ...rest];
}

function isFlagOf(flags: readonly Flag[], argument: string): boolean {
  const [, name] = /^--?([^=]+)/.exec(argument) ?? [];
  return name !== undefined && flags.some(({ names }) => names.includes(name));
}
