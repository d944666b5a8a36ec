import type { Random } from "@leaderlab/clock";
import type { FaultSpec } from "../faults/fault-table.ts";
import { forkRandom } from "../memory/fork-random.ts";
import { leaderName, type Span } from "./span.ts";

/** What is drawn for a proxy's links. */
export interface ProxyChaosOptions {
  readonly seed: number;
  readonly nodes: number;
  readonly ttlSeconds: number;
  readonly durationMs: number;
}

/** From one fault's beginning to the next one's, on average. */
const meanGapMs = 60_000;
const maxSpans = 100_000;

/**
 * Draws what goes wrong on the links of a proxy: to nodes, to etcd, and from its clients. It has chance of its own, so
 * that what else goes wrong in a simulation stays the same with a proxy and without.
 */
export function drawProxyChaos(options: ProxyChaosOptions): readonly Span[] {
  const { seed, ttlSeconds, durationMs } = options;
  const random = forkRandom(seed, "schedule of the proxy");
  const spans: Span[] = [];
  let atMs = 5000;
  while (spans.length < maxSpans) {
    atMs += Math.round(-Math.log(1 - random.nextFloat()) * meanGapMs);
    if (atMs >= durationMs) break;
    const lastsMs = Math.round(ttlSeconds * 1000 * (0.05 + 2 * random.nextFloat()));
    const fault = drawFault(random, options.nodes);
    spans.push({ atMs, lastsMs: Math.min(lastsMs, durationMs - atMs), fault });
  }
  return spans;
}

function drawFault(random: Random, nodes: number): FaultSpec {
  const link = drawLink(random, nodes);
  const way = random.nextFloat();
  const direction = way < 0.2 ? "toServer" : way < 0.4 ? "toClient" : "both";
  const kind = random.nextFloat();
  if (kind < 0.4) return { kind: "blackhole", link, direction };
  if (kind < 0.6) return { kind: "reset", link };
  const amount = random.nextFloat();
  if (kind < 0.8) {
    return {
      kind: "latency",
      link,
      direction,
      latencyMs: Math.round(1 + 3000 * amount),
      jitterMs: 20,
    };
  }
  return { kind: "loss", link, direction, rate: Number((0.05 + 0.45 * amount).toFixed(3)) };
}

function drawLink(random: Random, nodes: number): string {
  const which = random.nextFloat();
  if (which < 0.25) return "proxy:etcd";
  if (which < 0.35) return "client:proxy";
  if (which < 0.65) return `proxy:${leaderName}`;
  return `proxy:lnd-${1 + Math.floor(random.nextFloat() * nodes)}`;
}
