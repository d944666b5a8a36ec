import type { CheckReport } from "../check-report.ts";
import { lintFile } from "../lint/file-kinds.ts";
import { kubernetesTimings, type Probe, type ProbeRole } from "../probe.ts";
import type { CheckSettings } from "./check-settings.ts";
import { emptyReport, problemOf } from "./empty-report.ts";
import { contractOf, runContainers } from "./run-containers.ts";
import { checkRunningProxy } from "./run-proxy.ts";

const probeName = "GET";

/**
 * Checks a URL with a path as an httpGet probe of a node: `https://localhost:8080/v1/state`. Its host stands for the
 * node, its port for the node's port. A URL without a path is that of a proxy that runs. Rejects with the signal's reason when it aborts.
 */
export async function checkUrl(text: string, settings: CheckSettings): Promise<CheckReport> {
  const empty = emptyReport(text, settings);
  const url = readUrl(text);
  if (typeof url === "string") return { ...empty, problems: [url] };
  if (url.pathname === "/" && url.search === "") return checkRunningProxy(url, settings);
  const { role = "readiness", timeoutMs, isLintOnly } = settings;
  const scheme = url.protocol === "https:" ? "https" : "http";
  const probe: Probe = {
    name: probeName,
    role,
    action: {
      kind: "http",
      scheme,
      port: Number(url.port || (scheme === "https" ? 443 : 80)),
      path: `${url.pathname}${url.search}`,
      headers: [],
    },
    timings: { ...kubernetesTimings, ...(timeoutMs !== undefined && { timeoutMs }) },
  };
  let read: CheckReport;
  try {
    read = { ...empty, probes: [probe], ...lintProbe(probe, settings) };
  } catch (error) {
    return { ...empty, problems: [problemOf(error)] };
  }
  if (isLintOnly) return read;
  const run = await runContainers([{ name: probeName, probes: [probe] }], settings);
  return {
    ...read,
    tables: run.tables,
    scenarios: run.scenarios,
    problems: run.problems,
    findings: [...read.findings, ...run.findings],
  };
}

/** The URL, or what is wrong with it. */
function readUrl(text: string): URL | string {
  const example = "https://localhost:8080/v1/state";
  if (!URL.canParse(text)) return `--url takes a URL such as ${example}, not "${text}"`;
  const url = new URL(text);
  if (url.protocol === "http:" || url.protocol === "https:") return url;
  return `--url takes http:// or https://, such as ${example}, not ${url.protocol}//`;
}

const fields: { readonly [Role in ProbeRole]: string } = {
  readiness: "readinessProbe",
  liveness: "livenessProbe",
  startup: "startupProbe",
  waiter: "readinessProbe",
};

/** What the rules say of such a probe in a manifest; places in that manifest are nobody's. */
function lintProbe(probe: Probe, settings: CheckSettings) {
  const { action, role } = probe;
  if (action.kind !== "http") throw new Error("a URL is asked over HTTP");
  const httpGet = { scheme: action.scheme.toUpperCase(), port: action.port, path: action.path };
  const pod = {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "lnd" },
    spec: { containers: [{ name: "lnd", image: "lnd", [fields[role]]: { httpGet } }] },
  };
  const source = { file: "url", text: JSON.stringify(pod) };
  const { findings } = lintFile(source, { kind: "kubernetes", contract: contractOf(settings) });
  return {
    findings: findings.map(({ position: _position, edits: _edits, ...finding }) => ({
      ...finding,
      subject: probeName,
    })),
  };
}
