import type { SourceText } from "../../file-kind.ts";
import type { Position } from "../../finding.ts";
import { SourcePositions } from "../../read/source-positions.ts";
import { SourceError } from "../../source-error.ts";

/** Turns a stretch of a text, as offsets, into a position of its file. */
export type Places = (from: number, to: number) => Position;

/** One word of a line, without its quotes. Offsets are those of the text, quotes included. */
export interface HaproxyWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line that says something. */
export interface HaproxyLine {
  readonly words: readonly HaproxyWord[];
  /** Behind the last word, before a comment. */
  readonly to: number;
  /** Where the next line begins; the end of the text if there is none. */
  readonly nextFrom: number;
  readonly indent: string;
}

/** `defaults`, `frontend`, `backend`, `listen`, `global` … and what stands under it. */
export interface HaproxySection {
  readonly kind: string;
  readonly name: string | undefined;
  readonly head: HaproxyLine;
  readonly lines: readonly HaproxyLine[];
  /** The `defaults` that hold for it: those it names by `from`, or the last ones before it. */
  readonly defaults: HaproxySection | undefined;
}

/** A configuration of HAProxy's as it stands in the file. */
export interface HaproxyFile {
  readonly sections: readonly HaproxySection[];
  readonly text: string;
  readonly at: Places;
}

/** What begins a section. */
export const sectionKinds = [
  "global",
  "defaults",
  "frontend",
  "backend",
  "listen",
  "userlist",
  "peers",
  "resolvers",
  "mailers",
  "cache",
  "program",
  "http-errors",
  "ring",
  "log-forward",
  "log-profile",
  "fcgi-app",
  "crt-store",
  "traces",
] as const;

/** Reads sections, lines and words. Throws SourceError for a quote without an end and for lines before any section. */
export function readHaproxy(source: SourceText): HaproxyFile {
  const positions = new SourcePositions(source);
  const at: Places = (from, to) => positions.between(from, to);
  const sections: (HaproxySection & { lines: HaproxyLine[] })[] = [];
  let lastDefaults: HaproxySection | undefined;
  for (const line of readLines(source.text, at)) {
    const [first, ...rest] = line.words;
    if (first === undefined) continue;
    if ((sectionKinds as readonly string[]).includes(first.text)) {
      const name = rest[0]?.text === "from" ? undefined : rest[0]?.text;
      const from = rest.findIndex(({ text }) => text === "from");
      const section: HaproxySection & { lines: HaproxyLine[] } = {
        kind: first.text,
        name,
        head: line,
        lines: [],
        defaults: from < 0 ? lastDefaults : namedDefaults(sections, rest[from + 1], at),
      };
      sections.push(section);
      if (first.text === "defaults") lastDefaults = section;
      continue;
    }
    const section = sections.at(-1);
    if (section !== undefined) section.lines.push(line);
    else if (!first.text.startsWith(".")) {
      throw new SourceError(
        `${JSON.stringify(first.text)} stands before any section (global, defaults, frontend …)`,
        at(first.from, first.to),
      );
    }
  }
  return { sections, text: source.text, at };
}

function namedDefaults(
  sections: readonly HaproxySection[],
  name: HaproxyWord | undefined,
  at: Places,
): HaproxySection {
  const found = sections.findLast((one) => one.kind === "defaults" && one.name === name?.text);
  if (found !== undefined && name !== undefined) return found;
  const place: Position | undefined = name && at(name.from, name.to);
  throw new SourceError(`there are no defaults ${name?.text ?? "of that name"} above`, place);
}

function* readLines(text: string, at: Places): Iterable<HaproxyLine> {
  let from = 0;
  while (from < text.length) {
    const line = readLine(text, from, at);
    if (line.words.length > 0) yield line;
    from = line.nextFrom;
  }
}

/** A backslash before the line's end joins the next one to it only inside of quotes; HAProxy has no other way. */
function readLine(text: string, from: number, at: Places): HaproxyLine {
  const words: HaproxyWord[] = [];
  let offset = from;
  let behind = from;
  for (;;) {
    while (/[ \t\r]/.test(text[offset] ?? "")) offset += 1;
    const first = text[offset];
    if (first === undefined || first === "\n" || first === "#") break;
    const word = readWord(text, offset, at);
    words.push(word);
    offset = word.to;
    behind = word.to;
  }
  const end = text.indexOf("\n", offset);
  return {
    words,
    to: behind,
    nextFrom: end < 0 ? text.length : end + 1,
    indent: /^[ \t]*/.exec(text.slice(from))?.[0] ?? "",
  };
}

function readWord(text: string, from: number, at: Places): HaproxyWord {
  let offset = from;
  let read = "";
  let quote = "";
  for (;;) {
    const char = text[offset];
    if (char === undefined || char === "\n") {
      if (quote === "") break;
      throw new SourceError(`a ${quote} has no end on its line`, at(from, offset));
    }
    if (quote === "" && /[ \t\r#]/.test(char)) break;
    if (char === quote) quote = "";
    else if (quote === "" && (char === '"' || char === "'")) quote = char;
    else if (char === "\\" && quote !== "'") {
      const next = text[offset + 1];
      if (next === undefined || next === "\n") break;
      read += unescaped(next);
      offset += 1;
    } else read += char;
    offset += 1;
  }
  return { text: read, from, to: Math.max(offset, from + 1) };
}

function unescaped(char: string): string {
  const known: { readonly [char: string]: string } = { n: "\n", r: "\r", t: "\t" };
  return known[char] ?? char;
}
