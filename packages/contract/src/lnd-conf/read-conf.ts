import type { SourceText } from "../file-kind.ts";
import type { Position } from "../finding.ts";
import { SourcePositions } from "../read/source-positions.ts";
import { SourceError } from "../source-error.ts";

/** One `name=value` of an lnd.conf. */
export interface ConfEntry {
  readonly name: string;
  readonly value: string;
  /** Of the whole line, without blanks around it. */
  readonly position: Position;
  readonly namePosition: Position;
  readonly valuePosition: Position;
}

/** Reads the lines of an lnd.conf; headings and comments are left out. Throws SourceError for a line that is neither. */
export function readConf(source: SourceText): readonly ConfEntry[] {
  const positions = new SourcePositions(source);
  const entries: ConfEntry[] = [];
  let from = 0;
  for (const line of source.text.split("\n")) {
    const start = from + (line.length - line.trimStart().length);
    const end = Math.max(start, from + line.trimEnd().length);
    from += line.length + 1;
    const text = source.text.slice(start, end);
    if (text === "" || /^[;#[]/.test(text)) continue;
    const equals = text.indexOf("=");
    if (equals < 0) {
      throw new SourceError(
        "this line has no = and is no [Section]",
        positions.between(start, end),
      );
    }
    const name = text.slice(0, equals).trimEnd();
    const rest = text.slice(equals + 1);
    const valueFrom = start + equals + 1 + (rest.length - rest.trimStart().length);
    entries.push({
      name,
      value: rest.trim().replace(/^"(.*)"$/, "$1"),
      position: positions.between(start, end),
      namePosition: positions.between(start, start + name.length),
      valuePosition: positions.between(Math.min(valueFrom, end), end),
    });
  }
  return entries;
}
