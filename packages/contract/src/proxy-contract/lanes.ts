import type { Cluster, TimelineEvent } from "@leaderlab/cluster";
import type { Lane, LaneSegment } from "../check-report.ts";
import type { Answer } from "./answers.ts";
import type { Observation } from "./observation.ts";
import { inOrder, newestAt, type Reign } from "./scenario-facts.ts";

interface LaneFacts {
  readonly timeOf: (event: TimelineEvent) => number;
  readonly reigns: readonly Reign[];
}

type Looks = Pick<LaneSegment, "label" | "tone">;

/** How each node was, and who answered through the proxy, from the first request to the last. */
export function lanesOf(cluster: Cluster, seen: Observation, facts: LaneFacts): readonly Lane[] {
  const endMs = seen.answers.reduce((latest, { toMs }) => Math.max(latest, toMs), seen.beganMs);
  const nodes = cluster.nodes.map(({ name }) => nodeLane(cluster, name, { ...facts, seen, endMs }));
  const proxies = seen.protocols.map((protocol) => {
    const changes = inOrder(seen.answers, protocol).map((answer) => ({
      atMs: answer.fromMs,
      looks: looksOfAnswer(answer, facts.reigns),
    }));
    const name = `proxy, ${protocol === "grpc" ? "gRPC" : "REST"}`;
    return { name, segments: segmentsOf(changes, seen.beganMs, endMs) };
  });
  return [...nodes, ...proxies];
}

interface Change {
  readonly atMs: number;
  readonly looks: Looks;
}

function nodeLane(
  { timeline }: Cluster,
  name: string,
  { timeOf, seen, endMs }: LaneFacts & { seen: Observation; endMs: number },
): Lane {
  let before: Looks = { label: "down", tone: "down" };
  const changes: Change[] = [];
  for (const event of timeline.events) {
    if (!("node" in event) || event.node !== name) continue;
    const looks = looksOfEvent(event, before);
    if (looks === undefined) continue;
    changes.push({ atMs: timeOf(event), looks });
    if (event.kind !== "paused") before = looks;
  }
  return { name, segments: segmentsOf(changes, seen.beganMs, endMs) };
}

function looksOfEvent(event: TimelineEvent, before: Looks): Looks | undefined {
  switch (event.kind) {
    case "nodeStarted":
    case "campaigning":
      return { label: "WAITING_TO_START", tone: "waiting" };
    case "state":
      return { label: event.state, tone: event.state === "SERVER_ACTIVE" ? "good" : "neutral" };
    case "killed":
    case "exited":
      return { label: "down", tone: "down" };
    case "paused":
      return { label: `stopped, ${before.label}`, tone: "bad" };
    case "resumed":
      return before;
    default:
      return undefined;
  }
}

function looksOfAnswer({ kind, node, fromMs }: Answer, reigns: readonly Reign[]): Looks {
  if (kind === "follower") return { label: "a follower", tone: "bad" };
  if (node === undefined) return { label: kind, tone: kind === "hang" ? "bad" : "down" };
  const newest = newestAt(reigns, fromMs);
  return { label: node, tone: newest === undefined || newest.node === node ? "good" : "bad" };
}

/** Changes in order become stretches; what is the same stays one. */
function segmentsOf(
  changes: readonly Change[],
  beganMs: number,
  endMs: number,
): readonly LaneSegment[] {
  const segments: LaneSegment[] = [];
  for (const [index, { atMs, looks }] of changes.entries()) {
    const fromMs = Math.round(Math.max(atMs, beganMs) - beganMs);
    const toMs = Math.round(Math.max(changes[index + 1]?.atMs ?? endMs, beganMs) - beganMs);
    const last = segments.at(-1);
    if (last !== undefined && last.label === looks.label && last.tone === looks.tone) {
      segments[segments.length - 1] = { ...last, toMs };
    } else if (toMs > fromMs) segments.push({ fromMs, toMs, ...looks });
  }
  return segments;
}
