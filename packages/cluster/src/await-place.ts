import type { Clock } from "@leaderlab/clock";
import { awaitEvent } from "./await-event.ts";
import { hasElection, type NodeDatabase } from "./node-flags.ts";
import type { Timeline, TimelineEvent } from "./timeline.ts";

/** An etcd that is slower than this to take a key does not hold up the start of the other nodes. */
const patienceMs = 1000;

/** Which node is waited for, and what tells of it. */
export interface AwaitPlaceParts {
  readonly name: string;
  readonly database: NodeDatabase;
  readonly timeline: Timeline;
  /** The last event before the node was started. */
  readonly afterSeq: number;
  readonly clock: Clock;
}

/**
 * Waits until a node that was started has its place: its key in the election, so that nodes queue in the order in which
 * they were started; or, without an election, its wallet, so that the next node finds that one. An end of the node
 * ends the wait too, and so does time: a node without its etcd waits for ever.
 */
export function awaitPlace(parts: AwaitPlaceParts): Promise<void> {
  const { name, database, timeline, afterSeq, clock } = parts;
  const isIt = (event: TimelineEvent) => {
    if (!("node" in event) || event.node !== name) return false;
    if (event.kind === "exited") return true;
    if (hasElection(database)) return event.kind === "campaigning";
    return event.kind === "state" && event.state === "UNLOCKED";
  };
  const patience = new AbortController();
  const limitMs = hasElection(database) ? patienceMs : 10 * patienceMs;
  const timer = clock.setTimer(limitMs, () => patience.abort());
  const arrived = awaitEvent(timeline, isIt, { afterSeq, signal: patience.signal });
  return arrived.then(
    () => timer.cancel(),
    () => {},
  );
}
