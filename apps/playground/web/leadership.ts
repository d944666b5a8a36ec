import { formatMeasured } from "./durations.ts";
import type { Place } from "./election-queue.ts";
import { leadersOf } from "./node-role.ts";
import type { ClusterSnapshot, TimelineEvent } from "./wire.ts";

/** Who leads, and what that means, in words. */
export interface Leadership {
  /** `lnd-2`, `lnd-1 and lnd-2`, or `No leader`. */
  readonly title: string;
  readonly tone: "leader" | "starting" | "none" | "several";
  /** Since when it is so, in Unix milliseconds; undefined when no event tells. */
  readonly sinceUnixMs: number | undefined;
  /** Why it is so, or what comes next. */
  readonly explanation: string;
}

/** Reads off who leads, since when, and what the others wait for. */
export function readLeadership(
  snapshot: ClusterSnapshot,
  events: readonly TimelineEvent[],
  queue: readonly Place[],
): Leadership {
  const leaders = leadersOf(snapshot.nodes);
  const [leader] = leaders;
  if (leader === undefined) {
    const sinceUnixMs = lostAt(events);
    return { title: "No leader", tone: "none", sinceUnixMs, explanation: explainNone(queue) };
  }
  const sinceUnixMs = electedAt(events, leader.name);
  if (leaders.length > 1) {
    const title = leaders.map(({ name }) => name).join(" and ");
    const explanation = "More than one process takes itself for the leader.";
    return { title, tone: "several", sinceUnixMs, explanation };
  }
  const title = leader.name;
  if (leader.state !== "SERVER_ACTIVE") {
    const explanation = `Elected, and on its way to serve: ${leader.state ?? "starting"}.`;
    return { title, tone: "starting", sinceUnixMs, explanation };
  }
  const next = queue.find((key) => !key.leads && key.isAlive);
  const explanation =
    next === undefined
      ? "It serves. Nobody waits behind it: if it ends, nothing takes over."
      : `It serves. ${next.node} is next in line.`;
  return { title, tone: "leader", sinceUnixMs, explanation };
}

function explainNone(queue: readonly Place[]): string {
  const [first] = queue;
  if (first === undefined) return "Nobody stands in the queue. Start a node.";
  if (first.isAlive) return `${first.node}'s key is first now: it is about to lead.`;
  const next = queue.find((key) => key.isAlive);
  const held = `${first.node}'s key still holds first place until its lease runs out.`;
  return next === undefined ? held : `${held} Then ${next.node} leads.`;
}

function electedAt(events: readonly TimelineEvent[], node: string): number | undefined {
  return events.findLast((event) => event.kind === "elected" && event.node === node)?.unixMs;
}

/** When the last one elected stopped leading; when everything began, if nobody was elected yet. */
function lostAt(events: readonly TimelineEvent[]): number | undefined {
  const election = events.findLastIndex((event) => event.kind === "elected");
  const last = events[election];
  if (last?.kind !== "elected") return events[0]?.unixMs;
  return events.slice(election).find((event) => {
    const ends = ["killed", "resigned", "leadershipLost", "exited"].includes(event.kind);
    return ends && "node" in event && event.node === last.node;
  })?.unixMs;
}

/** The last failover, taken apart. */
export interface FailoverParts {
  readonly from: string;
  readonly to: string;
  readonly durationMs: number;
  /** From the end of the old leader to the election of the new one: the wait for a lease, or next to none. */
  readonly electionMs: number;
  /** From the election to SERVER_ACTIVE: opening the database and the wallet. */
  readonly startMs: number;
}

/** The last failover on the timeline; undefined before the first one. */
export function lastFailover(events: readonly TimelineEvent[]): FailoverParts | undefined {
  const index = events.findLastIndex((event) => event.kind === "failover");
  const failover = events[index];
  if (failover?.kind !== "failover") return undefined;
  const { from, to, durationMs } = failover;
  const election = events
    .slice(0, index)
    .findLast((event) => event.kind === "elected" && event.node === to);
  const sinceElectionMs = election === undefined ? 0 : failover.atMs - election.atMs;
  const startMs = Math.min(durationMs, Math.max(0, sinceElectionMs));
  return { from, to, durationMs, electionMs: durationMs - startMs, startMs };
}

/** Where a failover's time went, in one sentence, whose parts add up to what is shown as the whole. */
export function explainFailover({ to, durationMs, electionMs }: FailoverParts): string {
  const electionShownMs = shownMs(electionMs);
  const served = formatMeasured(shownMs(durationMs) - electionShownMs);
  return `${formatMeasured(electionShownMs)} until ${to} was elected, ${served} until it served`;
}

/** Rounded to what `formatMeasured` shows. */
const shownMs = (ms: number) => Math.round(ms / 10) * 10;
