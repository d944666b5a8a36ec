import type { SourceText } from "../file-kind.ts";
import type { Edit } from "../finding.ts";
import { SourcePositions } from "../read/source-positions.ts";

/** A stretch of a text, by offsets, and what is to stand there. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Edits in the order of the text, each once; of two that overlap, the one that was given first. */
export function replacementsOf(source: SourceText, edits: readonly Edit[]): readonly Replacement[] {
  const positions = new SourcePositions(source);
  const kept: Replacement[] = [];
  for (const { position, text } of edits) {
    const [start, end] = positions.offsetsOf(position);
    const isFree = kept.every((other) => end < other.start || start > other.end);
    if (isFree && source.text.slice(start, end) !== text) kept.push({ start, end, text });
  }
  return kept.toSorted((a, b) => a.start - b.start);
}

/** The text with its edits; everything else stays byte for byte. */
export function applyEdits(source: SourceText, edits: readonly Edit[]): string {
  let text = "";
  let at = 0;
  for (const { start, end, text: inserted } of replacementsOf(source, edits)) {
    text += source.text.slice(at, start) + inserted;
    at = end;
  }
  return text + source.text.slice(at);
}
