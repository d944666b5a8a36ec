import type { SourceText } from "../file-kind.ts";
import type { Position } from "../finding.ts";

/** Lines and columns of a text's offsets. Offsets and columns count UTF-16 units, as editors' protocols do. */
export class SourcePositions {
  readonly #file: string;
  readonly #length: number;
  /** Where each line begins. */
  readonly #starts: readonly number[];

  constructor({ file, text }: SourceText) {
    this.#file = file;
    this.#length = text.length;
    const starts = [0];
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  /** The stretch from one offset to another; what lies outside of the text is moved to its end. */
  between(start: number, end: number): Position {
    const from = this.#place(start);
    const to = this.#place(Math.max(start, end));
    return {
      file: this.#file,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
    };
  }

  /** The offset of a line and a column, both from 1. */
  offsetOf(line: number, column: number): number {
    const start = this.#starts[Math.max(0, line - 1)] ?? this.#length;
    return Math.min(start + column - 1, this.#length);
  }

  /** The offsets of a position in this text. */
  offsetsOf(position: Position): readonly [start: number, end: number] {
    return [
      this.offsetOf(position.line, position.column),
      this.offsetOf(position.endLine, position.endColumn),
    ];
  }

  #place(wanted: number): { line: number; column: number } {
    const offset = Math.min(Math.max(0, wanted), this.#length);
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.#starts[low] ?? 0) + 1 };
  }
}
