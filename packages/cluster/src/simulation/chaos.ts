import type { Random } from "@leaderlab/clock";
import type { FaultSpec } from "../faults/fault-table.ts";
import { forkRandom } from "../memory/fork-random.ts";
import { drawProxyChaos } from "./proxy-chaos.ts";
import { leaderName, type Span } from "./span.ts";

/**
 * What goes wrong in a simulation:
 *
 * - `none`: nothing.
 * - `failovers`: every ten minutes the leader is killed, and started again a minute later.
 * - `chaos`: crashes, stops and the table of faults, again and again, several at a time, shorter and longer than the
 *   TTL.
 */
export const faultProfiles = ["none", "failovers", "chaos"] as const;

/** The name of one. */
export type FaultProfile = (typeof faultProfiles)[number];

/** What a schedule is drawn for. */
export interface ScheduleOptions {
  readonly profile: FaultProfile;
  readonly seed: number;
  /** How many nodes there are: lnd-1, lnd-2 … */
  readonly nodes: number;
  readonly ttlSeconds: number;
  readonly durationMs: number;
  /** With chaos: draw for the links of a proxy, too. */
  readonly hasProxy?: boolean | undefined;
}

const failoverEveryMs = 600_000;
const restartAfterMs = 60_000;
/** From one fault's beginning to the next one's, on average. */
const meanGapMs = 45_000;
/** The most spans of a schedule, so that a run of years ends. */
const maxSpans = 100_000;

/** Draws a schedule. The same options give the same one; nothing lasts beyond `durationMs`. */
export function drawSchedule(options: ScheduleOptions): readonly Span[] {
  const { profile, durationMs } = options;
  if (profile === "none") return [];
  if (profile === "failovers") {
    const count = Math.min(maxSpans, Math.ceil(durationMs / failoverEveryMs) - 1);
    return Array.from({ length: Math.max(0, count) }, (_, index) => ({
      atMs: (index + 1) * failoverEveryMs,
      lastsMs: restartAfterMs,
      kill: leaderName,
    }));
  }
  const spans = drawChaos(options);
  if (options.hasProxy !== true) return spans;
  return [...spans, ...drawProxyChaos(options)].sort((one, other) => one.atMs - other.atMs);
}

function drawChaos({ seed, nodes, ttlSeconds, durationMs }: ScheduleOptions): readonly Span[] {
  const random = forkRandom(seed, "schedule");
  const draw = new Draw(random, nodes, ttlSeconds * 1000);
  const spans: Span[] = [];
  let atMs = 5000;
  while (spans.length < maxSpans) {
    atMs += Math.round(-Math.log(1 - random.nextFloat()) * meanGapMs);
    if (atMs >= durationMs) break;
    const lastsMs = Math.min(draw.duration(), durationMs - atMs);
    for (const what of draw.happening()) spans.push({ atMs, lastsMs, ...what });
  }
  return spans;
}

type What = { readonly fault: FaultSpec } | { readonly kill: string } | { readonly stop: string };

/** Draws one thing after the other. */
class Draw {
  readonly #random: Random;
  readonly #nodes: number;
  readonly #ttlMs: number;

  constructor(random: Random, nodes: number, ttlMs: number) {
    this.#random = random;
    this.#nodes = nodes;
    this.#ttlMs = ttlMs;
  }

  /** Two of five are shorter than the TTL, the others up to four times as long. */
  duration(): number {
    const isShort = this.#random.nextFloat() < 0.4;
    return Math.round(this.#ttlMs * (isShort ? this.#between(0.05, 1) : this.#between(1, 4)));
  }

  /** One thing, or two that belong together. */
  happening(): readonly What[] {
    const makers: readonly (readonly [weight: number, make: () => What | readonly What[]])[] = [
      [4, () => this.#cut()],
      [4, () => ({ kill: this.#node() })],
      [2, () => ({ stop: this.#node() })],
      [4, () => ({ fault: { kind: "pause", node: this.#node() } })],
      [3, () => ({ fault: { kind: "etcdDown" } })],
      [4, () => this.#link("blackhole")],
      [2, () => this.#link("reset")],
      [2, () => this.#link("dropKeepAlives")],
      [3, () => this.#link("latency", { latencyMs: this.#whole(2000), jitterMs: 50 })],
      [2, () => this.#link("loss", { rate: this.#between(0.05, 0.5) })],
      [1, () => this.#link("reorder", { rate: this.#between(0.1, 0.9), delayMs: 200 })],
      [1, () => this.#link("duplicate", { rate: this.#between(0.1, 0.9) })],
      [1, () => this.#link("bandwidth", { bytesPerSecond: this.#whole(50_000) + 4000 })],
      [1, () => this.#link("slowClose", { delayMs: this.#whole(2 * this.#ttlMs) })],
      [2, () => this.#link("dropWatchEvents")],
      [1, () => this.#drift()],
      [1, () => this.#refusal()],
    ];
    const total = makers.reduce((sum, [weight]) => sum + weight, 0);
    let left = this.#random.nextFloat() * total;
    for (const [weight, make] of makers) {
      left -= weight;
      if (left < 0) return [make()].flat();
    }
    return [{ kill: this.#node() }];
  }

  /**
   * A node whose connections break and who gets no new ones, as when a cable is pulled; half of the time the leader
   * ends meanwhile, so that the node comes back to another world.
   */
  #cut(): readonly What[] {
    const withCrash = this.#random.nextFloat() < 0.5;
    const name = withCrash ? this.#anyNode() : this.#node();
    const link = `${name}:etcd`;
    const cut: readonly What[] = [
      { fault: { kind: "blackhole", link } },
      { fault: { kind: "reset", link } },
    ];
    return withCrash ? [...cut, { kill: leaderName }] : cut;
  }

  #anyNode(): string {
    return `lnd-${1 + Math.floor(this.#random.nextFloat() * this.#nodes)}`;
  }

  #between(least: number, most: number): number {
    return Number((least + (most - least) * this.#random.nextFloat()).toFixed(3));
  }

  #whole(most: number): number {
    return Math.round(this.#between(1, most));
  }

  #node(): string {
    return this.#random.nextFloat() < 0.4 ? leaderName : this.#anyNode();
  }

  #link(kind: string, fields: Readonly<Record<string, number>> = {}): What {
    const from = this.#random.nextFloat() < 0.15 ? "*" : this.#node();
    const way = this.#random.nextFloat();
    const direction = way < 0.25 ? "toServer" : way < 0.5 ? "toClient" : "both";
    const isDirected = !["reset", "dropKeepAlives", "dropWatchEvents"].includes(kind);
    return {
      fault: {
        kind,
        link: `${from}:etcd`,
        ...(isDirected && { direction }),
        ...fields,
      } as FaultSpec,
    };
  }

  #drift(): What {
    const partsPerMillion = Math.round(this.#between(-200_000, 200_000));
    return { fault: { kind: "clockDrift", node: this.#node(), partsPerMillion } };
  }

  #refusal(): What {
    const rate = this.#between(0.05, 0.5);
    if (this.#random.nextFloat() < 0.5) {
      return { fault: { kind: "rpcDelay", method: "*", delayMs: this.#whole(1000), rate } };
    }
    return { fault: { kind: "rpcError", method: "*", code: "UNAVAILABLE", rate } };
  }
}
