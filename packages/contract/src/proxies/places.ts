import type { SourceText } from "../file-kind.ts";
import type { Position } from "../finding.ts";

/** Turns offsets of a text, counted in UTF-16 units from 0, into a position of its file. */
export type Places = (from: number, to: number) => Position;

/** The places of one text. */
export function placesOf({ file, text }: SourceText): Places {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineOf = (offset: number) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return (from, to) => {
    const begin = lineOf(from);
    const end = lineOf(Math.max(from, to));
    return { file, ...begin, endLine: end.line, endColumn: end.column };
  };
}
