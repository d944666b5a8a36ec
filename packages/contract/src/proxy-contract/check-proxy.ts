import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import type { ScenarioVerdict } from "../check-report.ts";
import type { SourceText } from "../file-kind.ts";
import { caddyEngine } from "./caddy/caddy-engine.ts";
import type { Entrances } from "./entrances.ts";
import { haproxyEngine } from "./haproxy/haproxy-engine.ts";
import { judgeScenario } from "./judge-scenario.ts";
import { type LabScenarioName, labScenarioNames, labScenarios } from "./lab-scenarios.ts";
import { nginxEngine } from "./nginx/nginx-engine.ts";
import { Observation } from "./observation.ts";
import type { ProxyEngine } from "./proxy-engine.ts";
import { type NodePlace, type ProxyLab, type ProxyLabOptions, startProxyLab } from "./proxy-lab.ts";
import { ProxyProblem } from "./proxy-problem.ts";
import { type StartedProxy, startEngine } from "./start-proxy.ts";
import { supervise } from "./supervise.ts";

/** The proxies that the kit starts by itself, by the kind of their configuration. */
export const proxyEngines = {
  haproxy: haproxyEngine,
  nginx: nginxEngine,
  caddy: caddyEngine,
} as const satisfies {
  readonly [kind: string]: ProxyEngine;
};

/** The kind of a configuration with which a proxy can be started. */
export type ProxyEngineName = keyof typeof proxyEngines;

/** What is put in front of a lab's cluster. */
export type ProxyUnderTest =
  /** A proxy of this machine, started with a copy of the user's configuration. */
  | { readonly kind: "config"; readonly engine: ProxyEngineName; readonly source: SourceText }
  /** The user's own, which runs and leads to places at which the lab's nodes are to listen. */
  | {
      readonly kind: "running";
      readonly entrances: Entrances;
      readonly places: readonly NodePlace[];
    }
  /** Whatever this starts. */
  | { readonly kind: "started"; start(lab: ProxyLab): Promise<StartedProxy> };

/** What to check, and on what. */
export interface CheckProxyOptions {
  readonly clock: Clock;
  readonly random: Random;
  readonly proxy: ProxyUnderTest;
  /** In words, for the report: the file's name, a URL. */
  readonly subject: string;
  /** Default: all. */
  readonly scenarios?: readonly LabScenarioName[];
  /** Aborts it: what was started is ended, and then it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How long a supervisor takes to start a node again. */
const restartMs = 2000;
/** So many scenarios run at the same time: they mostly wait, but nodes of one process share its processor. */
const mostAtOnce = 4;
/** Long enough for a first answer through a proxy that works; one that does not is judged anyway. */
const firstAnswerMs = 10_000;

/**
 * Puts a proxy in front of clusters of simulated lnds on this machine's sockets, lets them fail over in all ways, and
 * judges what clients see. Scenarios run at the same time, each with a cluster and a proxy of its own; with the user's
 * running proxy one after the other. Nothing of the user's is changed. Rejects with a ProxyProblem when it cannot run.
 */
export async function checkProxy(options: CheckProxyOptions): Promise<readonly ScenarioVerdict[]> {
  const { scenarios = labScenarioNames, proxy } = options;
  if (proxy.kind !== "running") {
    const settled = await inLanes(scenarios, (name) => runOne(name, options));
    return settled.map((one) => {
      if (one.status === "rejected") throw one.reason as Error;
      return one.value;
    });
  }
  const verdicts: ScenarioVerdict[] = [];
  for (const name of scenarios) verdicts.push(await runOne(name, options));
  return verdicts;
}

/** Does the same with every item, several at a time. */
async function inLanes<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<readonly PromiseSettledResult<Result>[]> {
  const results: PromiseSettledResult<Result>[] = [];
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      const [settled] = await Promise.allSettled([work(items[index] as Item)]);
      results[index] = settled;
    }
  };
  await Promise.all(Array.from({ length: mostAtOnce }, lane));
  return results;
}

/** Starting nodes is what takes the processor most: one lab after the other. */
let lastStart: Promise<unknown> = Promise.resolve();

function startInTurn(options: ProxyLabOptions): Promise<ProxyLab> {
  const start = lastStart.then(() => startProxyLab(options));
  lastStart = start.catch(() => {});
  return start;
}

async function runOne(name: LabScenarioName, options: CheckProxyOptions): Promise<ScenarioVerdict> {
  const { clock, random, proxy, subject, signal } = options;
  signal?.throwIfAborted();
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-proxy-"));
  try {
    const places = proxy.kind === "running" ? { places: proxy.places } : {};
    await using lab = await startInTurn({ clock, random, folder, ...places });
    const started = await startProxy(proxy, lab);
    try {
      return await orAborted(play(name, lab, started.entrances, subject), signal);
    } finally {
      await started.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What work comes to, or the signal's reason as soon as it aborts; then nobody asks for the work any more. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  work.catch(() => {});
  let onAbort = () => {};
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
  });
  try {
    signal.throwIfAborted();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}

async function startProxy(proxy: ProxyUnderTest, lab: ProxyLab): Promise<StartedProxy> {
  switch (proxy.kind) {
    case "running":
      return { entrances: proxy.entrances, stop: async () => {} };
    case "started":
      return proxy.start(lab);
    case "config": {
      const nobody = { host: "127.0.0.1", grpcPort: 1, restPort: 1, adminPort: 1 };
      return startEngine(proxyEngines[proxy.engine], proxy.source, lab, nobody);
    }
  }
}

async function play(
  name: LabScenarioName,
  lab: ProxyLab,
  entrances: Entrances,
  subject: string,
): Promise<ScenarioVerdict> {
  const { clock } = lab;
  const scenario = labScenarios[name];
  if (entrances.grpc === undefined && entrances.rest === undefined) {
    throw new ProxyProblem("the proxy has no way in, neither for gRPC nor for REST");
  }
  // Before anything is judged, a proxy may find out who leads.
  const early = new Observation(entrances, clock);
  early.start();
  await early.until(({ kind }) => kind === "leader", {
    sinceMs: early.beganMs,
    limitMs: firstAnswerMs,
  });
  await early.stop();
  const seen = new Observation(entrances, clock);
  const supervisor = supervise(lab.cluster, clock, restartMs);
  seen.start();
  seen.openStreams();
  await clock.sleep(1000);
  try {
    await scenario.run({ lab, seen });
  } finally {
    await seen.stop();
    await supervisor.stop();
  }
  return judgeScenario(scenario, { lab, seen }, subject);
}
