import { type Ended, endedWith, unknownEnd } from "../answers.ts";
import { linesOf, type Program, type ProgramCall, parseFlags } from "./program.ts";

/** echo: dash, bash and busybox differ in escapes; only plain texts are said. */
export const echo: Program = ({ args }) => {
  const isOpen = args[0] === "-n";
  const words = isOpen || args[0] === "-e" ? args.slice(1) : args;
  if (words.includes(undefined)) return endedWith(0, undefined);
  return endedWith(0, words.join(" ") + (isOpen ? "" : "\n"));
};

/** printf with `%s` and `%b` alone. */
export const printf: Program = ({ args }) => {
  const [format, ...values] = args;
  if (format === undefined || values.includes(undefined)) return endedWith(0, undefined);
  const waiting = [...values];
  const out = format
    .replaceAll("\\n", "\n")
    .replaceAll("\\t", "\t")
    .replace(/%[sb]/g, () => waiting.shift() ?? "");
  return endedWith(0, waiting.length > 0 || out.includes("%") ? undefined : out);
};

/** cat: what comes in, or a file that the script wrote. */
export const cat: Program = ({ args, stdin, files }) => {
  if (args.length === 0 || args[0] === "-") return endedWith(0, stdin);
  const [file] = args;
  return args.length === 1 && file !== undefined && files.has(file)
    ? endedWith(0, files.get(file))
    : unknownEnd;
};

/** tr: deletes or replaces single characters. */
export const tr: Program = ({ args, stdin }) => {
  const { flags, rest } = parseFlags(args, new Set());
  const set = rest[0];
  if (stdin === undefined || set === undefined || /-|\[:(?!space|upper|lower)/.test(set))
    return endedWith(0, undefined);
  if (flags.has("d")) {
    const members = set
      .replaceAll("\\n", "\n")
      .replaceAll("[:space:]", " \t\n\r")
      .replaceAll("\\r", "\r");
    return endedWith(0, [...stdin].filter((char) => !members.includes(char)).join(""));
  }
  if (set === "[:upper:]" && rest[1] === "[:lower:]") return endedWith(0, stdin.toLowerCase());
  if (set === "[:lower:]" && rest[1] === "[:upper:]") return endedWith(0, stdin.toUpperCase());
  return endedWith(0, undefined);
};

/** head and tail by lines. */
export const ends: Program = (call) => {
  const { name, stdin } = call;
  const count = countOf(call);
  if (stdin === undefined || count === undefined) return endedWith(0, undefined);
  const lines = linesOf(stdin);
  const kept = name === "head" ? lines.slice(0, count) : lines.slice(-count);
  return endedWith(0, kept.map((line) => `${line}\n`).join(""));
};

function countOf({ args }: ProgramCall): number | undefined {
  if (args.length === 0) return 10;
  const text = args.join(" ").replace(/^-n ?|^-/, "");
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

/** seq: the numbers of a loop. */
export const seq: Program = ({ args }) => {
  const numbers = args.map(Number);
  const [first = 1, last = first] = numbers.length === 1 ? [1, ...numbers] : numbers;
  if (numbers.length > 2 || !Number.isSafeInteger(first) || !(last - first < 10_000))
    return unknownEnd;
  const count = Math.max(0, last - first + 1);
  return endedWith(0, Array.from({ length: count }, (_, index) => `${first + index}\n`).join(""));
};

/** cut by fields of one character. */
export const cut: Program = ({ args, stdin }) => {
  const { flags } = parseFlags(args, new Set(["d", "f", "c"]));
  const delimiter = flags.get("d") ?? "\t";
  const field = Number(flags.get("f"));
  if (stdin === undefined || !Number.isInteger(field) || field < 1 || delimiter.length !== 1)
    return endedWith(0, undefined);
  return endedWith(
    0,
    linesOf(stdin)
      .map((line) => `${cutLine(line, delimiter, field)}\n`)
      .join(""),
  );
};

function cutLine(line: string, delimiter: string, field: number): string {
  const fields = line.split(delimiter);
  return fields.length === 1 ? line : (fields[field - 1] ?? "");
}

/** What succeeds without a word. */
export const succeed: Program = (): Ended => endedWith(0);
