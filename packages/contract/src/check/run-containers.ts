import type { CheckReport, ScenarioVerdict, TruthTable } from "../check-report.ts";
import type { Finding, Notice } from "../finding.ts";
import { startHeldLab } from "../lab/index.ts";
import { probeOverTime } from "../over-time/index.ts";
import type { Probe, ProbedContainer } from "../probe.ts";
import { durationsOf, ProbeProblem, timeoutFinding, truthTable } from "../run/index.ts";
import { type CheckSettings, withOwnSignal } from "./check-settings.ts";

/** More probes than this in one file are not run. */
const mostProbes = 50;

/** What running probes adds to a report. */
export type RunPart = Pick<
  CheckReport,
  "probes" | "findings" | "notices" | "tables" | "scenarios" | "problems"
>;

/**
 * Runs every probe of the containers against every state, and then each container through every scenario. A probe that
 * cannot be run here is a problem of the report. Rejects with the signal's reason when it aborts.
 */
export async function runContainers(
  containers: readonly ProbedContainer[],
  given: CheckSettings,
): Promise<RunPart> {
  const settings = withOwnSignal(given);
  const probes = containers.flatMap((container) => container.probes);
  const tables: TruthTable[] = [];
  const findings: Finding[] = [];
  const problems: string[] = [];
  await using lab = await startHeldLab(settings);
  for (const probe of probes.slice(0, mostProbes)) {
    settings.onProgress?.(`${probe.name}, in every state`);
    try {
      const table = await truthTable(probe, lab, { ...settings, contract: contractOf(settings) });
      tables.push(table);
      const late = timeoutFinding(probe, durationsOf(table));
      if (late !== undefined) findings.push(late);
    } catch (error) {
      if (!(error instanceof ProbeProblem)) throw error;
      problems.push(`${probe.name}: ${error.message}`);
    }
  }
  if (probes.length > mostProbes) {
    problems.push(
      `there are ${probes.length} probes; at most ${mostProbes} are run at a time: split the file`,
    );
  }
  const scenarios = settings.hasNoScenarios ? [] : await overTime(containers, tables, settings);
  return {
    probes,
    tables,
    findings,
    notices: containers.flatMap(trafficNotice),
    scenarios,
    problems,
  };
}

async function overTime(
  containers: readonly ProbedContainer[],
  tables: readonly TruthTable[],
  settings: CheckSettings,
): Promise<readonly ScenarioVerdict[]> {
  const { signal, seed } = settings;
  const verdicts: ScenarioVerdict[] = [];
  for (const container of containers) {
    const isKnown = ({ name }: Probe) => tables.some(({ probe }) => probe === name);
    if (!container.probes.every(isKnown)) continue;
    settings.onProgress?.(`${container.name}, over time`);
    const options = {
      contract: contractOf(settings),
      tables,
      ...(seed !== undefined && { seed }),
      ...(signal !== undefined && { signal }),
    };
    verdicts.push(...(await probeOverTime(container, options)));
  }
  return verdicts;
}

/** Without a readiness probe Kubernetes sends traffic to every node that runs. */
function trafficNotice({ name, probes }: ProbedContainer): readonly Notice[] {
  const isKubernetes = probes.some(({ role }) => role === "liveness" || role === "startup");
  if (!isKubernetes || probes.some(({ role }) => role === "readiness")) return [];
  return [{ message: `${name} has no readiness probe: where traffic goes is not looked at` }];
}

/** The contract that is checked. */
export function contractOf({ contract = "serving" }: CheckSettings) {
  return contract;
}
