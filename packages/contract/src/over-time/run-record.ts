import type { HeldState, Lane, LaneSegment, TrafficContract } from "../check-report.ts";
import { expectedOf } from "../run/expected-of.ts";

/** How one node was from a moment on. */
export interface NodeMoment {
  readonly atMs: number;
  /** `down`: no process runs. */
  readonly state: HeldState | "down";
  readonly isReady: boolean;
  /** Whether the contract wants traffic to go to it. */
  readonly isWanted: boolean;
}

/** Counts the time in which so many were ready, or wanted. */
export interface Spans {
  /** Total time in which more than one was. */
  readonly severalMs: number;
  /** Total time in which none was. */
  readonly noneMs: number;
}

/** Whether the contract wants traffic to go to a node in a state. */
export function isWanted(state: NodeMoment["state"], contract: TrafficContract): boolean {
  return state !== "down" && expectedOf("readiness", state, contract) === "yes";
}

/** What happened to each node over time, as moments at which something was another way. */
export class RunRecord {
  readonly #moments = new Map<string, NodeMoment[]>();

  /** Notes how a node is; nothing when it was so before. */
  note(node: string, moment: NodeMoment): void {
    const moments = this.#moments.get(node) ?? [];
    this.#moments.set(node, moments);
    const last = moments.at(-1);
    if (last?.state === moment.state && last.isReady === moment.isReady) return;
    if (last?.atMs === moment.atMs) moments.pop();
    moments.push(moment);
  }

  get nodes(): readonly string[] {
    return [...this.#moments.keys()];
  }

  moments(node: string): readonly NodeMoment[] {
    return this.#moments.get(node) ?? [];
  }

  /** How a node was at a time. */
  at(node: string, atMs: number): NodeMoment | undefined {
    return this.moments(node).findLast((moment) => moment.atMs <= atMs);
  }

  /** From one time to another: how long several, and none, of the nodes were so. */
  spans(fromMs: number, toMs: number, isSo: (moment: NodeMoment) => boolean): Spans {
    const times = [
      ...new Set([fromMs, ...[...this.#moments.values()].flat().map(({ atMs }) => atMs), toMs]),
    ]
      .filter((ms) => ms >= fromMs && ms <= toMs)
      .toSorted((a, b) => a - b);
    let severalMs = 0;
    let noneMs = 0;
    for (const [index, ms] of times.entries()) {
      const spanMs = (times[index + 1] ?? ms) - ms;
      const count = this.nodes.filter((node) => {
        const moment = this.at(node, ms);
        return moment !== undefined && isSo(moment);
      }).length;
      if (count > 1) severalMs += spanMs;
      if (count === 0) noneMs += spanMs;
    }
    return { severalMs, noneMs };
  }

  /** Two lanes for each node: what it was, and whether it was ready. Times count from `fromMs`. */
  lanes(fromMs: number, toMs: number): readonly Lane[] {
    return this.nodes.flatMap((node) => [
      {
        name: node,
        segments: this.#segments(node, fromMs, toMs, ({ state, isWanted: wanted }) => ({
          label: state,
          tone: state === "down" ? "down" : wanted ? "good" : "waiting",
        })),
      },
      {
        name: `${node} gets traffic`,
        segments: this.#segments(node, fromMs, toMs, ({ state, isReady, isWanted: wanted }) => ({
          label: isReady ? "ready" : state === "down" ? "" : "not ready",
          tone: isReady
            ? wanted
              ? "good"
              : "bad"
            : state === "down"
              ? "down"
              : wanted
                ? "bad"
                : "neutral",
        })),
      },
    ]);
  }

  #segments(
    node: string,
    fromMs: number,
    toMs: number,
    look: (moment: NodeMoment) => Pick<LaneSegment, "label" | "tone">,
  ): readonly LaneSegment[] {
    const moments = this.moments(node);
    const segments: LaneSegment[] = [];
    for (const [index, moment] of moments.entries()) {
      const begin = Math.max(fromMs, moment.atMs);
      const end = Math.min(toMs, moments[index + 1]?.atMs ?? toMs);
      const { label, tone } = look(moment);
      const last = segments.at(-1);
      if (end <= begin) continue;
      if (last?.label === label && last.tone === tone) {
        segments[segments.length - 1] = { ...last, toMs: end - fromMs };
      } else segments.push({ fromMs: begin - fromMs, toMs: end - fromMs, label, tone });
    }
    return segments;
  }
}
