import type { Linted, LintSettings } from "../file-kind.ts";
import type { Finding, Notice } from "../finding.ts";
import type { ReadFile, ReadProbe } from "../read/read-probe.ts";
import { ruleTable } from "../rules/index.ts";
import { JudgedProbe } from "./judged-probe.ts";
import { probeRules } from "./probe-rules/all-probe-rules.ts";
import type { Found } from "./probe-rules/probe-rule.ts";

/** Lints the probes that were read of a file. */
export function lintProbes({ containers, notices }: ReadFile, settings: LintSettings): Linted {
  const probes = containers.flatMap((container) => container.probes);
  const linted = probes.map((read) => lintProbe(read, settings));
  return {
    containers: containers.map(({ name, image, probes: read }) => ({
      name,
      ...(image !== undefined && { image }),
      probes: read.map(({ probe }) => probe),
    })),
    findings: linted.flatMap(({ findings }) => findings),
    notices: [...notices, ...linted.flatMap((one) => one.notices)],
  };
}

/** Lints one probe by every rule. */
export function lintProbe(
  read: ReadProbe,
  settings: LintSettings,
): { readonly findings: readonly Finding[]; readonly notices: readonly Notice[] } {
  const judged = new JudgedProbe(read, settings);
  const findings = probeRules.flatMap(({ id, check }) =>
    [...check(judged)].map((found) => findingOf(id, found, read)),
  );
  const { syntaxError } = judged;
  if (syntaxError === undefined) return { findings, notices: [] };
  const message = `${read.probe.name}: the script is not understood (${syntaxError.message}), so rules about it are left out`;
  return { findings, notices: [{ message, position: syntaxError.position }] };
}

function findingOf(rule: keyof typeof ruleTable, found: Found, { probe }: ReadProbe): Finding {
  const edits = found.edits?.flatMap((edit) => (edit === undefined ? [] : [edit])) ?? [];
  return {
    rule,
    severity: found.severity ?? ruleTable[rule].severity,
    message: found.message,
    subject: probe.name,
    ...(found.position !== undefined && { position: found.position }),
    advice: found.advice ?? ruleTable[rule].advice,
    ...(edits.length > 0 && { edits }),
  };
}
