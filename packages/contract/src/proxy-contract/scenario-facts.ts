import type { Clock } from "@leaderlab/clock";
import type { Cluster, TimelineEvent } from "@leaderlab/cluster";
import type { Answer, Protocol } from "./answers.ts";

/** When a node led, on the clock of the answers. */
export interface Reign {
  readonly node: string;
  /** From SERVER_ACTIVE on. */
  readonly fromMs: number;
}

/** Brings the timeline's events onto the clock of the answers. */
export function eventClock(clock: Clock): (event: TimelineEvent) => number {
  const offsetMs = clock.now() - clock.unixNow();
  return ({ unixMs }) => unixMs + offsetMs;
}

/** Who served from when on, in the order in which they were elected. */
export function reignsOf(
  { timeline }: Cluster,
  timeOf: (event: TimelineEvent) => number,
): readonly Reign[] {
  return timeline.events.flatMap((event) =>
    event.kind === "state" && event.state === "SERVER_ACTIVE"
      ? [{ node: event.node, fromMs: timeOf(event) }]
      : [],
  );
}

/** Who was the newest leader at a time. */
export function newestAt(reigns: readonly Reign[], atMs: number): Reign | undefined {
  return reigns.findLast(({ fromMs }) => fromMs <= atMs);
}

/** Answers of one protocol in the order in which they were asked for. */
export function inOrder(answers: readonly Answer[], protocol: Protocol): readonly Answer[] {
  return answers
    .filter((answer) => answer.protocol === protocol)
    .toSorted((one, other) => one.fromMs - other.fromMs);
}

/** Answers that came from a leader although a newer one was serving when they were asked for. */
export function staleAnswers(
  answers: readonly Answer[],
  reigns: readonly Reign[],
): readonly Answer[] {
  return answers.filter(({ node, fromMs }) => {
    const newest = newestAt(reigns, fromMs);
    return (
      node !== undefined && newest !== undefined && newest.node !== node && newest.fromMs < fromMs
    );
  });
}

/** How often the node that answers was another one than for the request before. */
export function switchesOf(answers: readonly Answer[]): number {
  const nodes = answers.flatMap(({ node }) => (node === undefined ? [] : [node]));
  return nodes.filter((node, index) => index > 0 && node !== nodes[index - 1]).length;
}
