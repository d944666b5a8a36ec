import type { Rewrite, SourceText } from "../file-kind.ts";
import type { Edit, Finding } from "../finding.ts";
import { fileKindOf, type LintFileSettings } from "../lint/file-kinds.ts";
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
  const edits = subjects.flatMap((subject) => {
    const rewrite = rewrites.find((one) => one.subject === subject);
    return bestOf(source, candidatesOf(subject, before, rewrite), before, problemsOf);
  });
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

/** The first that leaves nothing; or else the one that leaves least, if it brings nothing new. */
function bestOf(
  source: SourceText,
  candidates: readonly Candidate[],
  before: readonly Finding[],
  problemsOf: (text: string) => readonly Finding[],
): Candidate {
  let best: { readonly edits: Candidate; readonly left: number } = {
    edits: [],
    left: before.length,
  };
  for (const edits of candidates) {
    const subjects = new Set(before.map(({ subject }) => subject));
    const after = problemsOf(applyEdits(source, edits));
    const hasNew = after.some(
      (finding) => subjects.has(finding.subject) && !before.some((old) => isSame(old, finding)),
    );
    if (hasNew || after.length >= best.left) continue;
    best = { edits, left: after.length };
  }
  return best.edits;
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
