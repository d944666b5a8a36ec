import type { Timeline, TimelineEvent } from "../timeline.ts";
import type { Breach } from "./etcd-witness.ts";
import type { KeyRecord } from "./key-log.ts";

/** A node, as far as its election goes. */
export interface Contender {
  readonly name: string;
  readonly status: string;
  readonly isElected: boolean;
  readonly isPaused: boolean;
  readonly leaseId: bigint | undefined;
  /** The create revision of its key; 0 before there is one. */
  readonly keyRevision: number;
}

/** What a witness of elections needs. */
export interface ElectionWitnessOptions {
  readonly timeline: Timeline;
  readonly nodes: () => readonly Contender[];
  /** The first key in the queue, as etcd has it. */
  readonly oldest: () => KeyRecord | undefined;
  readonly report: (breach: Breach) => void;
}

/**
 * How long a node may take to see that it is first, once nothing is wrong any more: lnd's own patience with one call of
 * etcd is 30 s, and a broken connection is dialled for 10 s.
 */
const patienceMs = 60_000;
const lookEveryMs = 1000;

/** What is told of a trouble, and of its end: while one lasts, nobody need be elected. */
const troubles: ReadonlySet<TimelineEvent["kind"]> = new Set([
  "faultInjected",
  "faultUndone",
  "etcdStopped",
  "etcdStarted",
  "paused",
  "resumed",
  "knobsTurned",
]);

/** Checks each election against the queue, and that whoever is first in the queue is elected. */
export class ElectionWitness {
  readonly #options: ElectionWitnessOptions;
  #lookedMs = Number.NEGATIVE_INFINITY;
  /** Who is first and not elected, and since when nothing stands in the way. */
  #waiting: { readonly key: string; readonly sinceMs: number; isTold: boolean } | undefined;
  /** The first key, whose holder is elected. */
  #settled: string | undefined;
  #faults = 0;

  constructor(options: ElectionWitnessOptions) {
    this.#options = options;
    options.timeline.onEvent((event) => this.#hear(event));
  }

  /** To be called as etcd's time goes on. */
  look(nowMs: number): void {
    if (nowMs - this.#lookedMs < lookEveryMs) return;
    this.#lookedMs = nowMs;
    const { oldest, nodes, report } = this.#options;
    const first = oldest();
    if (first !== undefined && first.key === this.#settled) return;
    const holder = nodes().find(({ leaseId }) => leaseId !== undefined && leaseId === first?.lease);
    const isDue =
      first !== undefined &&
      holder?.status === "running" &&
      !holder.isElected &&
      !holder.isPaused &&
      this.#faults === 0;
    if (holder?.isElected === true) this.#settled = first?.key;
    if (!isDue) {
      this.#waiting = undefined;
      return;
    }
    if (this.#waiting?.key !== first.key) {
      this.#waiting = { key: first.key, sinceMs: nowMs, isTold: false };
    }
    const waitedMs = nowMs - this.#waiting.sinceMs;
    if (waitedMs < patienceMs || this.#waiting.isTold) return;
    this.#waiting.isTold = true;
    report({
      invariant: "firstInLineLeads",
      message: `${holder.name} is first in the queue for ${Math.round(waitedMs / 1000)} s and not elected`,
    });
  }

  #hear(event: TimelineEvent): void {
    if (event.kind === "faultInjected") this.#faults += 1;
    if (event.kind === "faultUndone") this.#faults -= 1;
    if (troubles.has(event.kind)) this.#waiting = undefined;
    if (event.kind === "elected") this.#judge(event.node);
  }

  #judge(name: string): void {
    const { nodes, oldest, report } = this.#options;
    const first = oldest();
    const revision = nodes().find((node) => node.name === name)?.keyRevision ?? 0;
    if (first === undefined || revision === 0 || first.createRevision >= revision) return;
    report({
      invariant: "electedInOrder",
      message:
        `${name} was elected with a key created at revision ${revision}, while ${first.key} of ` +
        `${first.value}, created at ${first.createRevision}, is in the election`,
    });
  }
}
