import type { Rewrite, SourceText } from "../file-kind.ts";
import type { Edit, Finding } from "../finding.ts";
import { fileKindOf, type LintFileSettings } from "../lint/file-kinds.ts";
import { SourceError } from "../source-error.ts";
import { applyEdits } from "./apply-edits.ts";
import { unifiedDiff } from "./unified-diff.ts";

/** What is left, and why. */
export interface Unmended {
  readonly finding: Finding;
  readonly reason: string;
}

/** A file as it should be. */
export interface FixedFile {
  /** The file's text, mended; the same text when there was nothing to mend. */
  readonly text: string;
  /** As `patch -p0` takes it; empty when nothing changes. */
  readonly diff: string;
  /** What is mended. */
  readonly mended: readonly Finding[];
  readonly unmended: readonly Unmended[];
}

/** So many probes of a file are mended at once; a second run mends more. */
const maxSubjects = 200;

/**
 * Mends a file: by the edits of its findings, or by writing a probe anew. What is taken is linted before, so that
 * nothing is made worse. Throws a SourceError when the file cannot be read.
 */
export function fixFile(source: SourceText, settings: LintFileSettings): FixedFile {
  const kind = fileKindOf(source, settings.kind);
  const problemsOf = (text: string) =>
    kind.lint({ ...source, text }, settings).findings.filter(({ severity }) => severity !== "note");
  const before = problemsOf(source.text);
  const rewrites = kind.rewrites?.(source, settings) ?? [];
  const subjects = [...new Set(before.map(({ subject }) => subject))].slice(0, maxSubjects);
  const choice = new Choice(before);
  const candidates = subjects.map((subject) => {
    const rewrite = rewrites.find((one) => one.subject === subject);
    return { subject, ways: candidatesOf(subject, before, rewrite) };
  });
  const most = Math.max(0, ...candidates.map(({ ways }) => ways.length));
  for (let round = 0; round < most; round++) {
    tryRound(
      candidates.flatMap(({ subject, ways }) => {
        const edits = ways[round];
        return edits === undefined || choice.isDone(subject) ? [] : [{ subject, edits }];
      }),
      (edits) => problemsOf(applyEdits(source, edits)),
      choice,
    );
  }
  const edits = choice.edits();
  const text = applyEdits(source, edits);
  const after = text === source.text ? before : problemsOf(text);
  return {
    text,
    diff: unifiedDiff(source.file, source.text, text),
    mended: before.filter((finding) => !after.some((left) => isSame(left, finding))),
    unmended: after.map((finding) => ({ finding, reason: reasonOf(finding, rewrites) })),
  };
}

type Candidate = readonly Edit[];

/** The finding's own edits together, and each other way to write the probe; the preferred first. */
function candidatesOf(
  subject: string,
  findings: readonly Finding[],
  rewrite: Rewrite | undefined,
): readonly Candidate[] {
  const small = findings
    .filter((one) => one.subject === subject)
    .flatMap(({ edits }) => edits ?? []);
  const own = small.length === 0 ? [] : [small];
  const others = rewrite?.candidates ?? [];
  return rewrite?.isPreferred === true ? [...others, ...own] : [...own, ...others];
}

interface Way {
  readonly subject: string;
  readonly edits: Candidate;
}

/** Tries a way for each of several probes at once: what one becomes is no matter of the others. */
function tryRound(
  ways: readonly Way[],
  problemsOf: (edits: Candidate) => readonly Finding[],
  choice: Choice,
): void {
  if (ways.length === 0) return;
  try {
    const after = problemsOf(ways.flatMap(({ edits }) => edits));
    for (const way of ways) choice.offer(way, after);
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    // One of them makes something that cannot be read: it is found among halves.
    const half = Math.ceil(ways.length / 2);
    if (ways.length === 1) return;
    tryRound(ways.slice(0, half), problemsOf, choice);
    tryRound(ways.slice(half), problemsOf, choice);
  }
}

/** For each probe the first way that leaves nothing, or else the one that leaves least, if it brings nothing new. */
class Choice {
  readonly #before: readonly Finding[];
  readonly #best = new Map<string, { readonly edits: Candidate; readonly left: number }>();

  constructor(before: readonly Finding[]) {
    this.#before = before;
  }

  isDone(subject: string): boolean {
    return this.#best.get(subject)?.left === 0;
  }

  offer({ subject, edits }: Way, after: readonly Finding[]): void {
    const own = after.filter((finding) => finding.subject === subject);
    const hasNew = own.some((finding) => !this.#before.some((old) => isSame(old, finding)));
    const had = this.#before.filter((finding) => finding.subject === subject).length;
    const least = this.#best.get(subject)?.left ?? had;
    if (!hasNew && own.length < least) this.#best.set(subject, { edits, left: own.length });
  }

  edits(): Candidate {
    return [...this.#best.values()].flatMap(({ edits }) => edits);
  }
}

function isSame(a: Finding, b: Finding): boolean {
  return a.rule === b.rule && a.subject === b.subject;
}

function reasonOf({ subject, edits }: Finding, rewrites: readonly Rewrite[]): string {
  const rewrite = rewrites.find((one) => one.subject === subject);
  if (rewrite?.obstacle !== undefined) {
    return `${rewrite.obstacle}, so it is not written anew; mend it by hand`;
  }
  return edits === undefined && (rewrite?.candidates.length ?? 0) === 0
    ? "what to write instead depends on more than this file says"
    : "none of the known ways to mend it would be right here";
}
