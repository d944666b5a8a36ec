import type { CheckReport } from "../check-report.ts";
import type { SourceText } from "../file-kind.ts";
import { lintFile } from "../lint/file-kinds.ts";
import type { CheckSettings } from "./check-settings.ts";
import { emptyReport, problemOf } from "./empty-report.ts";
import { contractOf, runContainers } from "./run-containers.ts";
import { isProxyKind, runProxyFile } from "./run-proxy.ts";

/**
 * Checks a file: reads it, holds it against the rules, and runs what is in it. Commands of the file are run on this
 * machine: only trusted ones should be, or `isLintOnly` set. A file that cannot be read is a problem of the report;
 * rejects only with the signal's reason when it aborts.
 */
export async function checkFile(source: SourceText, settings: CheckSettings): Promise<CheckReport> {
  const empty = emptyReport(source.file, settings);
  const { kind, shells, role, timeoutMs } = settings;
  let linted: ReturnType<typeof lintFile>;
  try {
    linted = lintFile(source, {
      contract: contractOf(settings),
      ...(kind !== undefined && { kind }),
      ...(role !== undefined && { role }),
      ...(shells?.[0] !== undefined && { shell: shells[0] }),
    });
  } catch (error) {
    return { ...empty, problems: [problemOf(error)] };
  }
  const { containers, findings, notices } = linted;
  const read = {
    ...empty,
    probes: containers.flatMap(({ probes }) => probes),
    findings,
    notices,
  };
  if (settings.isLintOnly) return read;
  const run = isProxyKind(linted.kind)
    ? await runProxyFile(source, linted.kind, settings)
    : await runContainers(containers, {
        ...settings,
        ...(timeoutMs !== undefined && { waiterLimitMs: timeoutMs }),
      });
  return {
    ...read,
    ...run,
    findings: [...findings, ...run.findings],
    notices: [...notices, ...run.notices],
  };
}
