import type { Ended, JudgedNode } from "../answers.ts";

/** A call of a program in a script that is judged. */
export interface ProgramCall {
  readonly name: string;
  /** Undefined where a word's text cannot be said. */
  readonly args: readonly (string | undefined)[];
  /** What comes in; undefined when that cannot be said. */
  readonly stdin: string | undefined;
  readonly node: JudgedNode;
  /** Files that the script has written so far. */
  readonly files: Map<string, string | undefined>;
  /** Runs another command: of `timeout`, `sudo`, `docker exec`. */
  run(args: readonly (string | undefined)[]): Ended;
  /** Runs a script: of `sh -c`. */
  runScript(script: string): Ended;
}

/** What a program does, as far as a check goes. */
export type Program = (call: ProgramCall) => Ended;

/** Arguments parted into flags and the rest, for programs whose short flags may stand together. */
export interface ParsedFlags {
  /** By name, with the value for those that take one; several values of one flag are lines. */
  readonly flags: ReadonlyMap<string, string | undefined>;
  readonly rest: readonly (string | undefined)[];
}

/** Parts arguments; `valued` are the names of flags that take a value. One dash and several letters are several flags. */
export function parseFlags(
  args: readonly (string | undefined)[],
  valued: ReadonlySet<string>,
): ParsedFlags {
  const flags = new Map<string, string | undefined>();
  const rest: (string | undefined)[] = [];
  const waiting = [...args];
  while (waiting.length > 0) {
    const arg = waiting.shift();
    if (arg === "--") {
      rest.push(...waiting);
      break;
    }
    if (arg === undefined || arg === "-" || !arg.startsWith("-")) rest.push(arg);
    else if (arg.startsWith("--")) {
      const [name = "", ...value] = arg.slice(2).split("=");
      if (value.length > 0) addValue(flags, name, value.join("="));
      else addValue(flags, name, valued.has(name) ? waiting.shift() : undefined);
    } else readShort(arg, valued, flags, waiting);
  }
  return { flags, rest };
}

function readShort(
  arg: string,
  valued: ReadonlySet<string>,
  flags: Map<string, string | undefined>,
  waiting: (string | undefined)[],
): void {
  for (let at = 1; at < arg.length; at++) {
    const letter = arg[at] ?? "";
    if (!valued.has(letter)) {
      flags.set(letter, undefined);
      continue;
    }
    addValue(flags, letter, at + 1 < arg.length ? arg.slice(at + 1) : waiting.shift());
    return;
  }
}

function addValue(
  flags: Map<string, string | undefined>,
  name: string,
  value: string | undefined,
): void {
  const before = flags.get(name);
  flags.set(name, before === undefined || value === undefined ? value : `${before}\n${value}`);
}

/** Lines of a text, without an empty one behind the last line's end. */
export function linesOf(text: string): readonly string[] {
  const lines = text.split("\n");
  if (lines.at(-1) === "") lines.pop();
  return lines;
}
