import type { Position } from "../finding.ts";

/** A line of a file and the stretch of it that is meant. */
export interface SourceExcerpt {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  /** Where the stretch begins in `text`, from 0, and how long it is: at least 1. */
  readonly at: number;
  readonly length: number;
}

/** More of a line than this is cut around the stretch. */
const widest = 120;
const before = 30;

/** The line on which a position begins; undefined when the text has no such line. */
export function excerptOf(
  source: string | undefined,
  position: Position,
): SourceExcerpt | undefined {
  const line = source?.split(/\r\n|\n|\r/)[position.line - 1];
  if (line === undefined) return undefined;
  const begin = Math.min(Math.max(0, position.column - 1), line.length);
  const end = position.endLine === position.line ? position.endColumn - 1 : line.length;
  const length = Math.max(1, Math.min(end, line.length) - begin);
  if (line.length <= widest) return { line: position.line, text: line, at: begin, length };
  const from = Math.max(0, Math.min(begin - before, line.length - widest));
  const text = `${from > 0 ? "…" : ""}${line.slice(from, from + widest)}${from + widest < line.length ? "…" : ""}`;
  const at = begin - from + (from > 0 ? 1 : 0);
  return { line: position.line, text, at, length: Math.max(1, Math.min(length, widest - at)) };
}
