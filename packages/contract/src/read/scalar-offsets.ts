import type { YamlScalar } from "./yaml-node.ts";

/** A text as it is decoded: where each of its characters stands in the file. */
class Decoded {
  text = "";
  readonly offsets: number[] = [];

  push(char: string, offset: number): void {
    for (let index = 0; index < char.length; index++) this.offsets.push(offset);
    this.text += char;
  }

  truncate(length: number): void {
    this.text = this.text.slice(0, length);
    this.offsets.length = length;
  }
}

/**
 * The offset in the file of each character of a scalar's text, and behind them that of its end. Undefined when the
 * text cannot be traced to what is written; then only the whole scalar has a place.
 */
export function scalarOffsets(source: string, scalar: YamlScalar): readonly number[] | undefined {
  const [start, end] = scalar.range;
  const { style, text } = scalar;
  if (style !== "literal" && style !== "folded") {
    const decoded = decodeFlow(source, start, end, style);
    return decoded.text === text ? [...decoded.offsets, endOf(style, end)] : undefined;
  }
  const lines = blockLines(source, start, end);
  const found =
    /^ */.exec(lines.find(({ text: line }) => line.trim() !== "")?.text ?? "")?.[0].length ?? 0;
  const body = text.replace(/\n+$/, "");
  for (let indent = found; indent >= 0; indent--) {
    const decoded =
      style === "literal" ? decodeLiteral(lines, indent) : decodeFolded(lines, indent);
    if (!decoded.text.startsWith(body)) continue;
    const offsets = decoded.offsets.slice(0, body.length);
    const after = (offsets.at(-1) ?? start) + 1;
    const rest = text.length - body.length + 1;
    return [
      ...offsets,
      ...Array.from({ length: rest }, (_, index) => Math.min(after + index, end)),
    ];
  }
  return undefined;
}

function endOf(style: string, end: number): number {
  return style === "plain" ? end : end - 1;
}

const escapes: { readonly [char: string]: string } = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  N: "\u0085",
  _: "\u00a0",
  L: "\u2028",
  P: "\u2029",
};
const codeLengths: { readonly [char: string]: number } = { x: 2, u: 4, U: 8 };

/** Plain and quoted scalars: lines are folded, and what is escaped is read. */
function decodeFlow(source: string, start: number, end: number, style: string): Decoded {
  const decoded = new Decoded();
  const stop = style === "plain" ? end : end - 1;
  let at = style === "plain" ? start : start + 1;
  /** What stands before this is kept when the blanks at a line's end go. */
  let kept = 0;
  while (at < stop) {
    const char = source[at] ?? "";
    if (char === "\n" || (char === "\r" && source[at + 1] === "\n")) {
      decoded.truncate(Math.max(kept, decoded.text.replace(/[ \t]+$/, "").length));
      at = fold(source, at, stop, decoded);
      kept = decoded.text.length;
    } else if (style === "single" && char === "'" && source[at + 1] === "'") {
      decoded.push("'", at);
      at += 2;
    } else if (style === "double" && char === "\\") {
      at = readEscape(source, at, stop, decoded);
      kept = decoded.text.length;
    } else {
      decoded.push(char, at);
      at++;
    }
  }
  return decoded;
}

/** One line's end is a blank, several are one less. Returns where the text goes on. */
function fold(source: string, begin: number, stop: number, decoded: Decoded): number {
  let at = begin;
  let lines = 0;
  const ends: number[] = [];
  while (at < stop && /[ \t\r\n]/.test(source[at] ?? "")) {
    if (source[at] === "\n") {
      lines++;
      ends.push(at);
    }
    at++;
  }
  if (lines === 1) decoded.push(" ", begin);
  else for (const end of ends.slice(1)) decoded.push("\n", end);
  return at;
}

function readEscape(source: string, at: number, stop: number, decoded: Decoded): number {
  const next = source[at + 1] ?? "";
  const digits = codeLengths[next];
  if (digits !== undefined) {
    const code = Number.parseInt(source.slice(at + 2, at + 2 + digits), 16);
    decoded.push(code <= 0x10ffff ? String.fromCodePoint(code) : "\ufffd", at);
    return at + 2 + digits;
  }
  if (next === "\n" || next === "\r") {
    const skipped = /\\\r?\n[ \t]*/y;
    skipped.lastIndex = at;
    return Math.min(stop, at + (skipped.exec(source)?.[0].length ?? 2));
  }
  decoded.push(escapes[next] ?? next, at);
  return at + 2;
}

interface BlockLine {
  readonly text: string;
  readonly offset: number;
}

/** A block scalar's lines behind its header. */
function blockLines(source: string, start: number, end: number): readonly BlockLine[] {
  const header = source.indexOf("\n", start);
  const lines: BlockLine[] = [];
  if (header < 0) return lines;
  for (let at = header + 1; at < end; ) {
    const found = source.indexOf("\n", at);
    const stop = found < 0 || found > end ? end : found;
    lines.push({ text: source.slice(at, stop).replace(/\r$/, ""), offset: at });
    at = stop + 1;
  }
  return lines;
}

function pushLine(decoded: Decoded, { text, offset }: BlockLine, indent: number): void {
  for (let at = indent; at < text.length; at++) decoded.push(text[at] ?? "", offset + at);
}

function decodeLiteral(lines: readonly BlockLine[], indent: number): Decoded {
  const decoded = new Decoded();
  for (const line of lines) {
    pushLine(decoded, line, indent);
    decoded.push("\n", line.offset + line.text.length);
  }
  return decoded;
}

function decodeFolded(lines: readonly BlockLine[], indent: number): Decoded {
  const decoded = new Decoded();
  let before: { isMore: boolean; end: number } | undefined;
  let blanks: number[] = [];
  for (const line of lines) {
    if (line.text.trim() === "" && line.text.length <= indent) {
      blanks.push(line.offset);
      continue;
    }
    const isMore = /[ \t]/.test(line.text[indent] ?? "");
    if (before !== undefined && !before.isMore && !isMore) {
      if (blanks.length === 0) decoded.push(" ", before.end);
    } else if (before !== undefined) decoded.push("\n", before.end);
    for (const blank of blanks) decoded.push("\n", blank);
    pushLine(decoded, line, indent);
    before = { isMore, end: line.offset + line.text.length };
    blanks = [];
  }
  return decoded;
}
