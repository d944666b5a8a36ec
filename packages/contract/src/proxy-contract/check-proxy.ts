import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Clock, Random } from "@leaderlab/clock";
import type { ScenarioVerdict } from "../check-report.ts";
import type { SourceText } from "../file-kind.ts";
import { isLeaderProxy } from "../proxies/proxied-pool.ts";
import { caddyEngine } from "./caddy/caddy-engine.ts";
import type { Entrances } from "./entrances.ts";
import { haproxyEngine } from "./haproxy/haproxy-engine.ts";
import { judgeScenario } from "./judge-scenario.ts";
import {
  type LabScenario,
  type LabScenarioName,
  labScenarioNames,
  labScenarios,
} from "./lab-scenarios.ts";
import { placeLeaderProxy } from "./leader-proxy-place.ts";
import { nginxEngine } from "./nginx/nginx-engine.ts";
import { Observation } from "./observation.ts";
import type { ProxyEngine } from "./proxy-engine.ts";
import { type NodePlace, type ProxyLab, type ProxyLabOptions, startProxyLab } from "./proxy-lab.ts";
import { ProxyProblem } from "./proxy-problem.ts";
import { inOrder } from "./scenario-facts.ts";
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
  /** `leaderlab proxy`. */
  | { readonly kind: "leader-proxy" };

/** One proxy to check, and what reports call it: the file's name, a URL. */
export interface NamedProxy {
  readonly proxy: ProxyUnderTest;
  readonly subject: string;
}

/** On what to check. */
export interface CheckProxiesOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** Default: all. */
  readonly scenarios?: readonly LabScenarioName[];
  /** Ends it: nodes and proxies are stopped, and the promise rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** How long a supervisor takes to start a node again. */
const restartMs = 2000;
/** So many scenarios run at the same time: they mostly wait, but nodes of one process share its processor. */
const mostAtOnce = 3;
/** How long that may take. */
const settleMs = 10_000;

/**
 * Puts a proxy in front of clusters of simulated lnds on this machine's sockets, lets them fail over in all ways, and
 * judges what clients see. Scenarios run at the same time, each with a cluster and a proxy of its own; with the user's
 * running proxy one after the other. Nothing of the user's is changed. Rejects with a ProxyProblem when it cannot run.
 */
export async function checkProxy(
  options: CheckProxiesOptions & NamedProxy,
): Promise<readonly ScenarioVerdict[]> {
  const { proxy, subject } = options;
  return checkProxies([{ proxy, subject }], options);
}

/** As `checkProxy`, with several proxies in front of the same clusters at once; verdicts by scenario, then by proxy. */
export async function checkProxies(
  proxies: readonly NamedProxy[],
  options: CheckProxiesOptions,
): Promise<readonly ScenarioVerdict[]> {
  const isRunning = proxies.some(({ proxy }) => proxy.kind === "running");
  // Nobody but who starts a proxy can shorten its times.
  const all = labScenarioNames.filter((name) => !(isRunning && name === "idle"));
  const { scenarios = all } = options;
  const settled = await inLanes(isRunning ? 1 : mostAtOnce, scenarios, (name) =>
    runOne(name, proxies, options),
  );
  return settled.flatMap((one) => {
    if (one.status === "rejected") throw one.reason as Error;
    return one.value;
  });
}

/** Does the same with every item, several at a time. */
async function inLanes<Item, Result>(
  lanes: number,
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
  await Promise.all(Array.from({ length: lanes }, lane));
  return results;
}

/** Starting nodes is what takes the processor most: one lab after the other. */
let lastStart: Promise<unknown> = Promise.resolve();

function startInTurn(options: ProxyLabOptions): Promise<ProxyLab> {
  const start = lastStart.then(() => startProxyLab(options));
  lastStart = start.catch(() => {});
  return start;
}

async function runOne(
  name: LabScenarioName,
  proxies: readonly NamedProxy[],
  { clock, random, signal }: CheckProxiesOptions,
): Promise<readonly ScenarioVerdict[]> {
  signal?.throwIfAborted();
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-proxy-"));
  const running = proxies.flatMap(({ proxy }) => (proxy.kind === "running" ? [proxy.places] : []));
  const places = running[0] === undefined ? {} : { places: running[0] };
  try {
    await using lab = await startInTurn({ clock, random, folder, ...places });
    const started: (StartedProxy & { readonly subject: string })[] = [];
    try {
      for (const { proxy, subject } of proxies) {
        started.push({ ...(await startProxy(proxy, lab, labScenarios[name])), subject });
      }
      return await play(name, lab, started, signal);
    } finally {
      for (const one of started) await one.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function startProxy(
  proxy: ProxyUnderTest,
  lab: ProxyLab,
  { idleScale = 1 }: LabScenario,
): Promise<StartedProxy> {
  switch (proxy.kind) {
    case "running":
      return { entrances: proxy.entrances, stop: async () => {} };
    case "leader-proxy": {
      const { place, stop } = await placeLeaderProxy(lab);
      const { host, grpcPort, restPort } = place;
      const entrances = {
        grpc: { host, port: grpcPort, isTls: true },
        rest: { host, port: restPort, isTls: true },
      };
      return { entrances, stop };
    }
    case "config":
      return startConfig(proxyEngines[proxy.engine], proxy.source, { lab, idleScale });
  }
}

/** Where a configuration that leads to nodes alone would find `leaderlab proxy`: nobody is there. */
const nobody = { host: "127.0.0.1", grpcPort: 1, restPort: 1, adminPort: 1 };

async function startConfig(
  engine: ProxyEngine,
  source: SourceText,
  { lab, idleScale }: { readonly lab: ProxyLab; readonly idleScale: number },
): Promise<StartedProxy> {
  if (!isLeaderProxy(source.text)) {
    return startEngine(engine, source, lab, { leaderProxy: nobody, idleScale });
  }
  const behind = await placeLeaderProxy(lab);
  try {
    const started = await startEngine(engine, source, lab, {
      leaderProxy: behind.place,
      idleScale,
    });
    return {
      entrances: started.entrances,
      stop: async () => {
        await started.stop();
        await behind.stop();
      },
    };
  } catch (error) {
    await behind.stop();
    throw error;
  }
}

async function play(
  name: LabScenarioName,
  lab: ProxyLab,
  proxies: readonly (StartedProxy & { readonly subject: string })[],
  signal: AbortSignal | undefined,
): Promise<readonly ScenarioVerdict[]> {
  const { clock } = lab;
  const scenario: LabScenario = labScenarios[name];
  const supervisor = supervise(lab.cluster, clock, restartMs);
  try {
    await Promise.all(proxies.map(({ entrances }) => settle(entrances, clock)));
    return await playSettled(scenario, lab, proxies, signal);
  } finally {
    await supervisor.stop();
  }
}

async function playSettled(
  scenario: LabScenario,
  lab: ProxyLab,
  proxies: readonly (StartedProxy & { readonly subject: string })[],
  signal: AbortSignal | undefined,
): Promise<readonly ScenarioVerdict[]> {
  const { clock } = lab;
  const isIdle = scenario.idleScale !== undefined;
  const seen = proxies.map(({ entrances }) => new Observation(entrances, clock));
  for (const one of seen) {
    if (!isIdle) one.start();
    one.openStreams();
  }
  try {
    await unlessAborted(
      signal,
      clock.sleep(1000).then(() => scenario.run({ lab, seen })),
    );
  } finally {
    await Promise.all(seen.map((one) => one.stop()));
  }
  return seen.map((one, index) =>
    judgeScenario(scenario, { lab, seen: one }, proxies[index]?.subject ?? ""),
  );
}

/** So many answers in a row show that a proxy has found the leader. */
const steadyAnswers = 6;

/**
 * Before anything is judged, a proxy may find out who leads: HAProxy takes every server for up until its first check.
 * One that does not find the leader is judged anyway.
 */
async function settle(entrances: Entrances, clock: Clock): Promise<void> {
  if (entrances.grpc === undefined && entrances.rest === undefined) {
    throw new ProxyProblem("the proxy has no way in, neither for gRPC nor for REST");
  }
  const early = new Observation(entrances, clock);
  const untilMs = clock.now() + settleMs;
  early.start();
  const isSettled = () =>
    early.protocols.every((protocol) => {
      const last = inOrder(early.answers, protocol).slice(-steadyAnswers);
      return last.length === steadyAnswers && last.every(({ kind }) => kind === "leader");
    });
  while (!isSettled() && clock.now() < untilMs) await clock.sleep(100);
  await early.stop();
}

/** Gives up waiting when the signal aborts; what was waited for goes on until its own end. */
function unlessAborted<T>(signal: AbortSignal | undefined, work: Promise<T>): Promise<T> {
  if (signal === undefined) return work;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    void work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
