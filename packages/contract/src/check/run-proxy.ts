import type { CheckReport, ScenarioVerdict } from "../check-report.ts";
import type { SourceText } from "../file-kind.ts";
import type { Notice } from "../finding.ts";
import { proxyKinds } from "../proxies/proxy-kinds.ts";
import {
  checkProxy,
  type ProxyEngineName,
  type ProxyUnderTest,
  proxyEngines,
} from "../proxy-contract/check-proxy.ts";
import { type Entrance, speaksTls } from "../proxy-contract/entrances.ts";
import type { NodePlace } from "../proxy-contract/proxy-lab.ts";
import { ProxyProblem } from "../proxy-contract/proxy-problem.ts";
import type { CheckSettings } from "./check-settings.ts";
import { emptyReport, nothing } from "./empty-report.ts";
import type { RunPart } from "./run-containers.ts";

/** Whether a kind of file is a proxy's configuration. */
export function isProxyKind(kind: string): boolean {
  return proxyKinds.some(({ name }) => name === kind);
}

/** Starts a proxy with a configuration in front of a lab; one that is not started here is only linted, and told so. */
export async function runProxyFile(
  source: SourceText,
  kind: string,
  settings: CheckSettings,
): Promise<RunPart> {
  if (settings.hasNoScenarios) return nothing;
  if (!isEngine(kind)) return { ...nothing, notices: [notRun(kind)] };
  settings.onProgress?.(`${kind} in front of a cluster that fails over`);
  return inFront({ kind: "config", engine: kind, source }, source.file, settings);
}

const isEngine = (kind: string): kind is ProxyEngineName => kind in proxyEngines;

const notRun = (kind: string): Notice => ({
  message:
    `${kind} is not started here, so only its rules are checked; ` +
    "run it yourself and check it with --url",
});

/** lnd's own ports on one machine, and those above, as `leaderlab up` has them. */
const defaultPlaces: readonly NodePlace[] = [0, 1, 2].map((index) => ({
  host: "127.0.0.1",
  grpcPort: 10_009 + index,
  restPort: 8080 + index,
}));

const askLimitMs = 2000;

/** Checks the user's own proxy, which runs: nodes of a lab listen where it expects them, one scenario after the other. */
export async function checkRunningProxy(url: URL, settings: CheckSettings): Promise<CheckReport> {
  const empty = emptyReport(url.href, settings);
  const { nodes = defaultPlaces, grpc } = settings.runningProxy ?? {};
  const isTls = url.protocol === "https:";
  const port = Number(url.port || (isTls ? 443 : 80));
  const rest: Entrance = { host: url.hostname, port, isTls };
  const asked = grpc && {
    ...grpc,
    isTls: await speaksTls(grpc, settings.clock, askLimitMs),
  };
  const entrances = { rest, ...(asked !== undefined && { grpc: asked }) };
  settings.onProgress?.(`${url.href} in front of a cluster that fails over`);
  const run = await inFront({ kind: "running", entrances, places: nodes }, url.href, settings);
  return { ...empty, ...run };
}

async function inFront(
  proxy: ProxyUnderTest,
  subject: string,
  { clock, random, signal }: CheckSettings,
): Promise<RunPart> {
  const options = { clock, random, proxy, subject, ...(signal !== undefined && { signal }) };
  let scenarios: readonly ScenarioVerdict[];
  try {
    scenarios = await checkProxy(options);
  } catch (error) {
    if (!(error instanceof ProxyProblem)) throw error;
    return { ...nothing, problems: [error.message] };
  }
  return { ...nothing, scenarios };
}
