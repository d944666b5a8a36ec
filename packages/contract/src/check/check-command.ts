import type { CheckReport } from "../check-report.ts";
import { lintFile } from "../lint/file-kinds.ts";
import { kubernetesTimings, type Probe } from "../probe.ts";
import type { CheckSettings } from "./check-settings.ts";
import { emptyReport, problemOf } from "./empty-report.ts";
import { contractOf, runContainers } from "./run-containers.ts";

/** What a command's positions name as their file. */
export const commandFile = "command";

/**
 * Checks a command as `sh -c` would run it in a probe: against the rules, in every state, over time. It is run on this
 * machine. Rejects with the signal's reason when it aborts.
 */
export async function checkCommand(command: string, settings: CheckSettings): Promise<CheckReport> {
  const empty = emptyReport(command, settings);
  const { role = "readiness", shells, isLintOnly, timeoutMs } = settings;
  const probe: Probe = {
    name: commandFile,
    role,
    action: { kind: "exec", command: ["/bin/sh", "-c", command] },
    timings: { ...kubernetesTimings, ...(timeoutMs !== undefined && { timeoutMs }) },
  };
  let read: CheckReport;
  try {
    const { findings, notices } = lintFile(
      { file: commandFile, text: command },
      {
        kind: "script",
        role,
        contract: contractOf(settings),
        ...(shells?.[0] !== undefined && { shell: shells[0] }),
      },
    );
    read = { ...empty, probes: [probe], findings, notices };
  } catch (error) {
    return { ...empty, problems: [problemOf(error)] };
  }
  if (isLintOnly) return read;
  const { tables, scenarios, problems, findings } = await runContainers(
    [{ name: commandFile, probes: [probe] }],
    { ...settings, ...(timeoutMs !== undefined && { waiterLimitMs: timeoutMs }) },
  );
  return { ...read, tables, scenarios, problems, findings: [...read.findings, ...findings] };
}
