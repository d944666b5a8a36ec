/** Lines around what differs. */
const contextLines = 3;

interface Change {
  /** Lines of the old text, from 0. */
  readonly start: number;
  readonly end: number;
  /** Lines of the new text. */
  readonly newStart: number;
  readonly newEnd: number;
}

/**
 * A unified diff from one text to another; empty when they are equal. `patch -p0` and `git apply -p0` take it. What is
 * close together is one change: it need not be the shortest diff.
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  if (before === after) return "";
  const [old, fresh] = [linesOf(before), linesOf(after)];
  const hunks = hunksOf(changesOf(old, fresh), old.length);
  return `--- ${file}\n+++ ${file}\n${hunks.map((hunk) => hunkText(hunk, old, fresh)).join("")}`;
}

/** Lines with their ends; the last may have none. */
function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

const maxLookahead = 400;

/** Goes through both texts at once; behind a difference it looks for the next line that both have, near by. */
function changesOf(old: readonly string[], fresh: readonly string[]): readonly Change[] {
  const changes: Change[] = [];
  let [a, b] = [0, 0];
  while (a < old.length || b < fresh.length) {
    if (a < old.length && b < fresh.length && old[a] === fresh[b]) {
      a++;
      b++;
      continue;
    }
    const [skippedA, skippedB] = resync(old, a, fresh, b);
    changes.push({ start: a, end: a + skippedA, newStart: b, newEnd: b + skippedB });
    a += skippedA;
    b += skippedB;
  }
  return changes;
}

/** How many lines to skip in either until they go on alike. */
function resync(
  old: readonly string[],
  a: number,
  fresh: readonly string[],
  b: number,
): readonly [number, number] {
  for (let sum = 1; sum <= maxLookahead; sum++) {
    for (let skipped = 0; skipped <= sum; skipped++) {
      const [x, y] = [a + skipped, b + sum - skipped];
      if (x > old.length || y > fresh.length) continue;
      if (x === old.length && y === fresh.length) return [skipped, sum - skipped];
      if (x < old.length && old[x] === fresh[y] && old[x + 1] === fresh[y + 1]) {
        return [skipped, sum - skipped];
      }
    }
  }
  return [old.length - a, fresh.length - b];
}

/** Changes whose contexts meet stand in one hunk. */
function hunksOf(changes: readonly Change[], lines: number): readonly (readonly Change[])[] {
  const hunks: Change[][] = [];
  for (const change of changes) {
    const last = hunks.at(-1)?.at(-1);
    if (last !== undefined && change.start - last.end <= 2 * contextLines)
      hunks.at(-1)?.push(change);
    else if (change.start <= lines) hunks.push([change]);
  }
  return hunks;
}

function hunkText(
  changes: readonly Change[],
  old: readonly string[],
  fresh: readonly string[],
): string {
  const [first, last] = [changes[0], changes.at(-1)];
  if (first === undefined || last === undefined) return "";
  const start = Math.max(0, first.start - contextLines);
  const end = Math.min(old.length, last.end + contextLines);
  const newStart = first.newStart - (first.start - start);
  const newEnd = last.newEnd + (end - last.end);
  const lines: string[] = [];
  let at = start;
  for (const change of changes) {
    lines.push(...marked(" ", old.slice(at, change.start)));
    lines.push(...marked("-", old.slice(change.start, change.end)));
    lines.push(...marked("+", fresh.slice(change.newStart, change.newEnd)));
    at = change.end;
  }
  lines.push(...marked(" ", old.slice(at, end)));
  return `@@ -${spanOf(start, end)} +${spanOf(newStart, newEnd)} @@\n${lines.join("")}`;
}

function spanOf(start: number, end: number): string {
  const count = end - start;
  return `${count === 0 ? start : start + 1}${count === 1 ? "" : `,${count}`}`;
}

function marked(mark: string, lines: readonly string[]): readonly string[] {
  return lines.map((line) =>
    line.endsWith("\n") ? mark + line : `${mark}${line}\n\\ No newline at end of file\n`,
  );
}
