import { createHash } from "node:crypto";
import { startInvoiceWorkload } from "../clients/invoice-workload.ts";
import { startClusterWith } from "../cluster.ts";
import type { InvariantName } from "../invariants/invariant-table.ts";
import { type WindowName, windowNames } from "../invariants/window-table.ts";
import type { PlantedBug } from "../planted-bug.ts";
import type { Cluster } from "../running-cluster.ts";
import type { TimelineEvent } from "../timeline.ts";
import { timelineEventLine } from "../timeline-file.ts";
import { playSchedule, supervise } from "./play-schedule.ts";
import type { Span } from "./span.ts";

/** All that decides how a simulation goes, as plain JSON. */
export interface SimulationOptions {
  readonly seed: number;
  readonly nodes: number;
  readonly ttlSeconds: number;
  /** For how long the schedule runs; afterwards everything is left in peace for as long as it takes to recover. */
  readonly durationMs: number;
  /** Whether a proxy stands in front of the nodes, with a client that writes through it. */
  readonly hasProxy?: boolean | undefined;
}

/** How a simulation is watched and cut short. */
export interface SimulationHooks {
  /** Hears of each event as it happens. */
  readonly onEvent?: (event: TimelineEvent) => void;
  /** Called every virtual minute or so, with the virtual time. Returning false ends the run. */
  readonly onProgress?: (atMs: number, events: number) => boolean | undefined;
  /** Whether to end with the first violation. Default true. */
  readonly endsAtViolation?: boolean;
  /** For tests only: something that is wrong on purpose. */
  readonly planted?: PlantedBug;
}

/** An invariant that did not hold. */
export interface Violation {
  readonly invariant: InvariantName;
  readonly message: string;
  readonly atMs: number;
}

/** What came of all windows of one name. */
export interface WindowTally {
  readonly count: number;
  readonly totalMs: number;
  readonly longestMs: number;
}

/** How a simulation went. */
export interface SimulationResult {
  readonly violations: readonly Violation[];
  readonly events: number;
  /** SHA-256 of the timeline's lines: the same for the same seed, options and schedule. */
  readonly hash: string;
  /** Virtual milliseconds. */
  readonly ranMs: number;
  /** Durations of the failovers, in milliseconds, in their order. */
  readonly failoversMs: readonly number[];
  readonly windows: Readonly<Record<WindowName, WindowTally>>;
  /** Whether `onProgress` ended it early. */
  readonly isCutShort: boolean;
}

const stepMs = 60_000;

/** How long a cluster may take to serve again once nothing is wrong any more and its nodes are supervised. */
export function recoveryMs({ ttlSeconds }: Pick<SimulationOptions, "ttlSeconds">): number {
  // A health check that just passed, its timeout, a shutdown that hangs, two leases, and some time to start.
  return 60_000 + 5000 + 35_000 + 2 * ttlSeconds * 1000 + 60_000;
}

/**
 * Runs a cluster in memory through a schedule, with a supervisor that starts nodes which exit by themselves. At the end
 * nothing is wrong for `recoveryMs`; a cluster that does not serve then has broken `clusterRecovers`.
 */
export async function simulate(
  options: SimulationOptions,
  schedule: readonly Span[],
  hooks: SimulationHooks = {},
): Promise<SimulationResult> {
  const { seed, nodes, ttlSeconds, durationMs } = options;
  const tally = new Tally(hooks);
  const cluster = await startClusterWith(
    {
      fabric: "memory",
      seed,
      nodes,
      sessionTtlSeconds: ttlSeconds,
      ...(options.hasProxy === true && { proxy: { timings: { checkIntervalMs: 2000 } } }),
    },
    hooks.planted,
  );
  for (const event of cluster.timeline.events) tally.hear(event);
  const stopHearing = cluster.timeline.onEvent((event) => tally.hear(event));
  const stopSupervising = supervise(cluster);
  const { proxy, clock } = cluster;
  const workload = proxy && startInvoiceWorkload({ clock, target: () => proxy, periodMs: 10_000 });
  playSchedule(cluster, schedule);
  const endMs = cluster.clock.now() + durationMs + recoveryMs(options);
  const isDone = () =>
    tally.isCutShort || (tally.violations.length > 0 && hooks.endsAtViolation !== false);
  while (!isDone() && cluster.clock.now() < endMs) {
    await cluster.time.advance(Math.min(stepMs, endMs - cluster.clock.now()));
    tally.progress(cluster.clock.now());
  }
  if (!isDone()) requireRecovery(cluster);
  const ranMs = cluster.clock.now();
  workload?.stop();
  stopSupervising();
  const result = tally.result(ranMs);
  stopHearing();
  await cluster.stop();
  return result;
}

function requireRecovery({ nodes, timeline, proxy }: Cluster): void {
  const serving = nodes.filter(({ state }) => state === "SERVER_ACTIVE");
  if (proxy !== undefined && serving.length > 0) {
    const { leader, why } = proxy.snapshot;
    if (serving.some(({ name }) => name === leader)) return;
    const message = `the proxy leads to ${leader ?? "nobody"}, though nothing is wrong any more: ${why}`;
    timeline.append({ kind: "violation", invariant: "proxyFindsLeader", message });
  }
  if (serving.length > 0) return;
  const states = nodes
    .slice(0, 5)
    .map(({ name, status, state }) => `${name} is ${state ?? status}`);
  const message = `nobody serves, though nothing is wrong any more: ${states.join(", ")}`;
  timeline.append({ kind: "violation", invariant: "clusterRecovers", message });
}

/** Adds up what happens. */
class Tally {
  readonly violations: Violation[] = [];
  isCutShort = false;
  readonly #hooks: SimulationHooks;
  readonly #hash = createHash("sha256");
  readonly #failoversMs: number[] = [];
  readonly #windows = new Map<WindowName, WindowTally>();
  #events = 0;

  constructor(hooks: SimulationHooks) {
    this.#hooks = hooks;
  }

  hear(event: TimelineEvent): void {
    this.#events += 1;
    this.#hash.update(timelineEventLine(event));
    if (event.kind === "violation") {
      const { invariant, message, atMs } = event;
      this.violations.push({ invariant, message, atMs });
    } else if (event.kind === "failover") this.#failoversMs.push(event.durationMs);
    else if (event.kind === "windowClosed") {
      const { count, totalMs, longestMs } = this.#windows.get(event.window) ?? noWindows;
      this.#windows.set(event.window, {
        count: count + 1,
        totalMs: totalMs + event.durationMs,
        longestMs: Math.max(longestMs, event.durationMs),
      });
    }
    this.#hooks.onEvent?.(event);
  }

  progress(atMs: number): void {
    if (this.#hooks.onProgress?.(atMs, this.#events) === false) this.isCutShort = true;
  }

  result(ranMs: number): SimulationResult {
    const windows = windowNames.map(
      (name) => [name, this.#windows.get(name) ?? noWindows] as const,
    );
    return {
      violations: [...this.violations],
      events: this.#events,
      hash: this.#hash.copy().digest("hex"),
      ranMs,
      failoversMs: this.#failoversMs,
      windows: Object.fromEntries(windows) as SimulationResult["windows"],
      isCutShort: this.isCutShort,
    };
  }
}

const noWindows: WindowTally = { count: 0, totalMs: 0, longestMs: 0 };
