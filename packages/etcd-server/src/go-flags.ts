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
    if (name === "" || name.startsWith("-")) throw new FlagError(`bad flag syntax: ${argument}`, 2);
    const kind = kindOf(name);
    if (kind === undefined) throw new FlagError(`flag provided but not defined: -${name}`, 2);
    let text = inline;
    if (!hasValue && kind === "bool") text = "true";
    else if (!hasValue) {
      const next = argv[at];
      if (next === undefined) throw new FlagError(`flag needs an argument: -${name}`, 2);
      text = next;
      at += 1;
    }
    flags.push({ name, value: readFlagValue(name, kind, text) });
  }
  return { flags, rest: argv.slice(at) };
}

const truths = ["1", "t", "T", "TRUE", "true", "True"];
const untruths = ["0", "f", "F", "FALSE", "false", "False"];

/** A flag's text as its kind. Throws FlagError. */
export function readFlagValue(name: string, kind: FlagKind, text: string): FlagValue {
  const refuse = (reason: string) =>
    new FlagError(`invalid value ${JSON.stringify(text)} for flag -${name}: ${reason}`, 2);
  switch (kind) {
    case "string":
      return text;
    case "bool":
      if (truths.includes(text)) return true;
      if (untruths.includes(text)) return false;
      throw new FlagError(
        `invalid boolean value ${JSON.stringify(text)} for -${name}: parse error`,
        2,
      );
    case "int":
      if (!/^[+-]?\d{1,18}$/.test(text)) throw refuse("parse error");
      return Number(text);
    case "uint":
      if (!/^\d{1,10}$/.test(text)) {
        throw refuse(`strconv.ParseUint: parsing ${JSON.stringify(text)}: invalid syntax`);
      }
      return Number(text);
    case "duration": {
      const ms = parseGoDuration(text);
      if (ms === undefined) throw refuse("parse error");
      return ms;
    }
    case "urls":
      return splitUrls(text, refuse);
  }
}

const unitMs: { readonly [unit: string]: number } = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
};

/** `1m30s`, `500ms`, `0` as milliseconds; undefined for what Go's time.ParseDuration refuses. */
export function parseGoDuration(text: string): number | undefined {
  const [, sign = "", body = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  if (body === "0") return 0;
  const part = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/y;
  let ms = 0;
  while (part.lastIndex < body.length) {
    const found = part.exec(body);
    if (found === null) return undefined;
    ms += Number(found[1]) * (unitMs[found[2] ?? ""] ?? 0);
  }
  return body === "" ? undefined : sign === "-" ? -ms : ms;
}

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
