import { endedWith, unknownEnd } from "../answers.ts";
import { compilePattern, type PatternKind, type PatternOptions } from "../posix-pattern.ts";
import { linesOf, type Program, parseFlags } from "./program.ts";

const valued = new Set([
  ..."e f m A B C".split(" "),
  ..."regexp file max-count after-context before-context context".split(" "),
]);

/** What a call of grep, egrep or fgrep looks for. */
export interface GrepCall {
  readonly pattern: string;
  readonly options: PatternOptions;
  readonly flags: ReadonlyMap<string, string | undefined>;
  /** Files to be searched; none for what comes in. */
  readonly files: readonly (string | undefined)[];
}

/** Reads grep's arguments; undefined when the pattern is not known. */
export function parseGrep(
  name: string,
  args: readonly (string | undefined)[],
): GrepCall | undefined {
  const { flags, rest } = parseFlags(args, valued);
  const has = (...names: readonly string[]) => names.some((flag) => flags.has(flag));
  const given = flags.get("e") ?? flags.get("regexp");
  const [first, ...others] = rest;
  const pattern = given ?? first;
  if (pattern === undefined || has("f", "file")) return undefined;
  const kind: PatternKind = has("F", "fixed-strings")
    ? "fixed"
    : has("P", "perl-regexp")
      ? "perl"
      : has("E", "extended-regexp")
        ? "extended"
        : name === "egrep"
          ? "extended"
          : name === "fgrep"
            ? "fixed"
            : "basic";
  const options = {
    kind,
    ignoresCase: has("i", "y", "ignore-case"),
    isWholeLine: has("x", "line-regexp"),
    isWholeWord: has("w", "word-regexp"),
  };
  return { pattern, options, flags, files: given === undefined ? others : rest };
}

/** grep: which lines of what comes in match. */
export const grep: Program = ({ name, args, stdin, files }) => {
  const call = parseGrep(name, args);
  if (call === undefined) return unknownEnd;
  const has = (...names: readonly string[]) => names.some((flag) => call.flags.has(flag));
  const isQuiet = has("q", "quiet", "silent");
  const text = textOf(call.files, stdin, files);
  const expression = compilePattern(call.pattern, call.options);
  if (text === undefined || expression === undefined)
    return endedWith(undefined, isQuiet ? "" : undefined);
  const isInverted = has("v", "invert-match");
  const found = linesOf(text).filter((line) => line.search(expression) >= 0 !== isInverted);
  const status = found.length > 0 ? 0 : 1;
  if (isQuiet) return endedWith(status);
  if (has("c", "count")) return endedWith(status, `${found.length}\n`);
  const shown = has("o", "only-matching")
    ? found.flatMap((line) => line.match(expression)?.filter((match) => match !== "") ?? [])
    : found;
  return endedWith(status, shown.map((line) => `${line}\n`).join(""));
};

function textOf(
  named: readonly (string | undefined)[],
  stdin: string | undefined,
  files: ReadonlyMap<string, string | undefined>,
): string | undefined {
  const [file, ...others] = named;
  if (named.length === 0 || file === "-") return stdin;
  return file === undefined || others.length > 0 ? undefined : files.get(file);
}
