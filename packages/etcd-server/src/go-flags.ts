import {
  goFlagReason,
  goQuote,
  goTexts,
  parseGoBool,
  parseGoDuration,
  parseGoInteger,
  toMs,
} from "@leaderlab/golang";
import type { FlagKind } from "./flag-table.ts";

/** A command line that Go's flag package refuses: the text, and whether the usage follows it. */
export class FlagError extends Error {
  override readonly name = "FlagError";
  /** 2 for what cannot be parsed, 1 for what does not fit together. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A flag's value as it was read; durations in milliseconds. */
export type FlagValue = string | boolean | number | readonly string[];

/** A flag as given: `--name=value`, `--name value`, and the same with one dash. */
export interface GivenFlag {
  readonly name: string;
  readonly value: FlagValue;
}

/**
 * Splits a command line as Go's flag package does: a bool takes no separate value, `--` ends the flags, and the first
 * argument that is not a flag ends them too. Throws FlagError in Go's words, exit code 2.
 */
export function parseGoFlags(
  argv: readonly string[],
  kindOf: (name: string) => FlagKind | undefined,
): { readonly flags: readonly GivenFlag[]; readonly rest: readonly string[] } {
  const flags: GivenFlag[] = [];
  let at = 0;
  while (at < argv.length) {
    const argument = argv[at] ?? "";
    if (!/^-./.test(argument)) break;
    at += 1;
    if (argument === "--") break;
    const [, name = "", hasValue, inline = ""] = /^--?([^=]*)(=)?(.*)$/s.exec(argument) ?? [];
    if (name === "" || name.startsWith("-"))
      throw new FlagError(goTexts.badFlagSyntax(argument), 2);
    const kind = kindOf(name);
    if (kind === undefined) throw new FlagError(goTexts.unknownFlag(name), 2);
    let text = inline;
    if (!hasValue && kind === "bool") text = "true";
    else if (!hasValue) {
      const next = argv[at];
      if (next === undefined) throw new FlagError(goTexts.flagNeedsArgument(name), 2);
      text = next;
      at += 1;
    }
    flags.push({ name, value: readFlagValue(name, kind, text) });
  }
  return { flags, rest: argv.slice(at) };
}

/** A flag's text as its kind. Throws FlagError. */
export function readFlagValue(name: string, kind: FlagKind, text: string): FlagValue {
  const refuse = (reason: string) =>
    new FlagError(goTexts.invalidFlag(goQuote(text), name, reason), 2);
  if (kind === "string") return text;
  if (kind === "origins" && text === "*") return [text];
  if (kind === "urls" || kind === "origins") return splitUrls(text, refuse);
  try {
    return readers[kind](text);
  } catch (error) {
    const reason = goFlagReason(error);
    if (kind === "bool") {
      throw new FlagError(goTexts.invalidBooleanFlag(goQuote(text), name, reason), 2);
    }
    // The type of this one is etcd's own, and leaves strconv's words as they are.
    throw refuse(kind === "uint" ? (error as Error).message : reason);
  }
}

const readers = {
  bool: parseGoBool,
  int: (text: string) => Number(parseGoInteger(text, { bits: 64, isSigned: true, anyBase: true })),
  /** Mirrors: etcd pkg/flags uint32Value. */
  uint: (text: string) =>
    Number(parseGoInteger(text, { bits: 32, isSigned: false, anyBase: true })),
  duration: (text: string) => toMs(parseGoDuration(text)),
} as const;

/** Mirrors: etcd client/pkg/types NewURLs. */
function splitUrls(text: string, refuse: (reason: string) => FlagError): readonly string[] {
  const urls = text === "" ? [] : text.split(",").map((url) => url.trim());
  for (const url of urls) {
    const [, scheme = "", rest = ""] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/s.exec(url) ?? [];
    if (!["http", "https", "unix", "unixs"].includes(scheme)) {
      throw refuse(`URL scheme must be http, https, unix, or unixs: ${url}`);
    }
    if (scheme.startsWith("unix")) continue;
    const [, host = "", path = ""] = /^([^/?#]*)(.*)$/s.exec(rest) ?? [];
    if (!/^(\[[^\]]*\]|[^:[\]]*):\d{1,5}$/.test(host)) {
      throw refuse(`URL address does not have the form "host:port": ${url}`);
    }
    if (path !== "") throw refuse(`URL must not contain a path: ${url}`);
  }
  return urls;
}
