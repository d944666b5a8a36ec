import type { CheckReport } from "../check-report.ts";
import type { SourceText } from "../file-kind.ts";
import { fileKindOf } from "../lint/file-kinds.ts";
import { duplicateIds, lndConfKind } from "../lnd-conf/lnd-conf-kind.ts";

/** Adds to the reports of several files which lnd.conf has the cluster.id of another one: no file tells that alone. */
export function withDuplicateIds(
  reports: readonly CheckReport[],
  sources: readonly SourceText[],
): readonly CheckReport[] {
  const read = sources.filter(({ file }) =>
    reports.some(({ target, problems }) => target === file && problems.length === 0),
  );
  const confs = read.filter(
    (source) => lndConfKind.recognises(source) && fileKindOf(source) === lndConfKind,
  );
  const doubled = duplicateIds(confs);
  if (doubled.length === 0) return reports;
  return reports.map((report) => ({
    ...report,
    findings: [
      ...report.findings,
      ...doubled.filter(({ position }) => position?.file === report.target),
    ],
  }));
}
