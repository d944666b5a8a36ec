import { parseGoDuration, toMs } from "@leaderlab/golang";
import type { FileKind, Linted, SourceText } from "../file-kind.ts";
import type { Finding, Notice } from "../finding.ts";
import { ruleTable } from "../rules/rule-table.ts";
import { type ConfEntry, readConf } from "./read-conf.ts";

/** lnd's own configuration: whether its times go together, and whether its id is its own. */
export const lndConfKind: FileKind = {
  name: "lnd.conf",
  recognises: ({ file, text }) =>
    /(^|\/)lnd[^/]*\.conf$/.test(file) ||
    /^\s*(cluster\.[\w-]+|healthcheck\.leader\.\w+|bitcoin\.(mainnet|node|active))\s*=/m.test(text),
  lint(source: SourceText): Linted {
    const entries = readConf(source);
    const findings = isElected(entries) ? [...timeFindings(entries), ...idFindings(entries)] : [];
    return { containers: [], findings, notices: unknownNames(entries) };
  },
};

/** Of several files, those whose nodes would have one id: a finding in each of them but the first. */
export function duplicateIds(sources: readonly SourceText[]): readonly Finding[] {
  const seen = new Map<string, string>();
  return sources.flatMap((source) => {
    const entries = readConf(source);
    const id = lastOf(entries, "cluster.id");
    if (id === undefined || !isElected(entries)) return [];
    const first = seen.get(id.value);
    if (first === undefined) {
      seen.set(id.value, source.file);
      return [];
    }
    const message = `${source.file} has the cluster.id ${id.value} of ${first}: both would believe that they lead`;
    return [finding("TIME002", message, id)];
  });
}

const knownNames = new Set([
  "cluster.enable-leader-election",
  "cluster.leader-elector",
  "cluster.etcd-election-prefix",
  "cluster.id",
  "cluster.leader-session-ttl",
  "healthcheck.leader.interval",
  "healthcheck.leader.attempts",
  "healthcheck.leader.timeout",
  "healthcheck.leader.backoff",
]);

function unknownNames(entries: readonly ConfEntry[]): readonly Notice[] {
  return entries
    .filter(({ name }) => /^(cluster|healthcheck\.leader)\./.test(name) && !knownNames.has(name))
    .map(({ name, namePosition: position }) => ({ message: `lnd has no ${name}`, position }));
}

function lastOf(entries: readonly ConfEntry[], name: string): ConfEntry | undefined {
  return entries.findLast((entry) => entry.name === name);
}

function isElected(entries: readonly ConfEntry[]): boolean {
  const value = lastOf(entries, "cluster.enable-leader-election")?.value;
  return value !== undefined && /^(1|t|true|)$/i.test(value);
}

function finding(
  rule: "TIME001" | "TIME002",
  message: string,
  entry: ConfEntry,
  more: Pick<Finding, "edits"> & { readonly severity?: Finding["severity"] } = {},
): Finding {
  const { severity, advice } = ruleTable[rule];
  return {
    rule,
    severity,
    message,
    subject: "lnd.conf",
    position: entry.position,
    advice,
    ...more,
  };
}

/** lnd's defaults. */
const defaults = {
  ttlSeconds: 90,
  intervalMs: 60_000,
  attempts: 1,
  timeoutMs: 5000,
  backoffMs: 5000,
};

function timeFindings(entries: readonly ConfEntry[]): readonly Finding[] {
  const spanOf = (name: string, otherwise: number) => {
    const text = lastOf(entries, `healthcheck.leader.${name}`)?.value;
    try {
      return text === undefined ? otherwise : toMs(parseGoDuration(text));
    } catch {
      return otherwise;
    }
  };
  const ttl = lastOf(entries, "cluster.leader-session-ttl");
  const ttlSeconds = Number(ttl?.value ?? defaults.ttlSeconds) || defaults.ttlSeconds;
  const attemptsEntry = lastOf(entries, "healthcheck.leader.attempts");
  const attempts = Number(attemptsEntry?.value ?? defaults.attempts);
  const place =
    ttl ??
    entries.findLast(({ name }) => name.startsWith("healthcheck.leader.")) ??
    lastOf(entries, "cluster.enable-leader-election");
  if (place === undefined) return [];
  if (attempts === 0 && attemptsEntry !== undefined) {
    const message =
      "without attempts a leader never looks whether it still leads, so that two lead for ever";
    return [finding("TIME001", message, attemptsEntry)];
  }
  const interval = spanOf("interval", defaults.intervalMs);
  const timeout = spanOf("timeout", defaults.timeoutMs);
  const backoff = spanOf("backoff", defaults.backoffMs);
  const noticesMs = interval + timeout * attempts + backoff * (attempts - 1);
  if (ttlSeconds * 1000 > noticesMs) return [];
  const parts = [
    `interval ${interval / 1000} s`,
    `timeout ${timeout / 1000} s × ${attempts}`,
    ...(attempts > 1 ? [`backoff ${backoff / 1000} s × ${attempts - 1}`] : []),
  ];
  const message =
    `the lease runs out after ${ttlSeconds} s, while a leader may need ${noticesMs / 1000} s ` +
    `(${parts.join(" + ")}) to notice that it no longer leads`;
  const needed = String(Math.ceil(noticesMs / 1000) + Math.ceil(noticesMs / 4000));
  const edits = [
    ttl === undefined
      ? lineUnder(place, `cluster.leader-session-ttl=${needed}`)
      : { position: ttl.valuePosition, text: needed },
  ];
  return [finding("TIME001", message, place, { edits })];
}

function lineUnder({ position }: ConfEntry, line: string) {
  const { file, endLine, endColumn } = position;
  const at = { file, line: endLine, column: endColumn, endLine, endColumn };
  return { position: at, text: `\n${line}` };
}

/** Without a setting the id is the hostname, which containers of one image and cloned machines share. */
function idFindings(entries: readonly ConfEntry[]): readonly Finding[] {
  const enabled = lastOf(entries, "cluster.enable-leader-election");
  if (enabled === undefined || lastOf(entries, "cluster.id") !== undefined) return [];
  const message =
    "cluster.id is not set: it is the hostname then, and two nodes of one hostname both lead";
  return [finding("TIME002", message, enabled, { severity: "warning" })];
}
