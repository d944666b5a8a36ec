/** A stretch of a text, as offsets, and what is to stand there. */
export interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The text with every stretch replaced; of two that overlap, the first one counts. */
export function replaceStretches(text: string, replacements: readonly Replacement[]): string {
  let result = "";
  let at = 0;
  for (const { from, to, text: added } of replacements.toSorted(
    (one, other) => one.from - other.from,
  )) {
    if (from < at) continue;
    result += text.slice(at, from) + added;
    at = to;
  }
  return result + text.slice(at);
}
