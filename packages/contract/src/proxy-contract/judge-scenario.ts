import type { TimelineEvent } from "@leaderlab/cluster";
import type { Measure, ScenarioVerdict } from "../check-report.ts";
import type { Answer } from "./answers.ts";
import type { LabScenario } from "./lab-scenarios.ts";
import { lanesOf } from "./lanes.ts";
import type { Observation } from "./observation.ts";
import type { ProxyLab } from "./proxy-lab.ts";
import { proxyLimits } from "./proxy-limits.ts";
import {
  eventClock,
  inOrder,
  type Reign,
  reignsOf,
  staleAnswers,
  switchesOf,
} from "./scenario-facts.ts";

type Demand = ScenarioVerdict["demands"][number];

/** A cluster, and what clients of one proxy in front of it saw. */
interface JudgedStage {
  readonly lab: ProxyLab;
  readonly seen: Observation;
}

interface Judged extends JudgedStage {
  readonly scenario: LabScenario;
  readonly reigns: readonly Reign[];
  readonly timeOf: (event: TimelineEvent) => number;
}

/** Judges what clients saw in a scenario. */
export function judgeScenario(
  scenario: LabScenario,
  stage: JudgedStage,
  subject: string,
): ScenarioVerdict {
  const timeOf = eventClock(stage.lab.clock);
  const all = reignsOf(stage.lab.cluster, timeOf);
  // What was before the first request does not count.
  const reigns = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ fromMs }) => fromMs <= stage.seen.beganMs),
    ),
  );
  const judged: Judged = { ...stage, scenario, reigns, timeOf };
  const failover = scenario.isSteady === true ? [] : failoverDemands(judged);
  const demands = [
    ...(scenario.idleScale === undefined ? [followerDemand(stage.seen)] : []),
    ...(scenario.isSteady === true ? steadyDemands(judged) : failover),
  ];
  return {
    scenario: scenario.title,
    subject,
    holds: demands.every(({ holds }) => holds),
    demands,
    measures: measuresOf(judged),
    lanes: lanesOf(stage.lab.cluster, stage.seen, { timeOf, reigns }),
  };
}

function followerDemand({ answers }: Observation): Demand {
  const followers = answers.filter(({ kind }) => kind === "follower");
  return {
    name: "no request is answered by a follower",
    holds: followers.length === 0,
    detail:
      followers.length === 0
        ? `${answers.length} requests`
        : `${followers.length} of ${answers.length} requests, first: ${described(followers[0])}`,
  };
}

function described(answer: Answer | undefined): string {
  if (answer === undefined) return "";
  return `${answer.protocol === "grpc" ? "gRPC" : "REST"} ${answer.node ?? ""} ${answer.detail}`.trim();
}

function steadyDemands({ seen, scenario }: Judged): readonly Demand[] {
  const { streams } = seen;
  const passed = streams.filter((stream) => !isRefusedWebSocket(stream));
  const broken = passed.filter(({ endedMs }) => endedMs !== undefined);
  const silent = passed.filter(({ name, pieces }) => pieces === 0 && /state/i.test(name));
  return [
    ...(scenario.idleScale === undefined ? [answerDemand(seen)] : []),
    {
      name: "streams deliver their first message at once",
      holds: silent.length === 0,
      detail:
        silent.length === 0
          ? streamsIn(streams)
          : `nothing came on ${silent.map(withEnding).join(", ")}`,
    },
    {
      name: "idle streams stay open",
      holds: broken.length === 0,
      detail: broken.length === 0 ? streamsIn(streams) : broken.map(withEnding).join(", "),
    },
  ];
}

function answerDemand({ answers, protocols }: Observation): Demand {
  const failed = answers.filter(({ kind }) => kind !== "leader");
  const answered = protocols.every((protocol) =>
    answers.some((answer) => answer.protocol === protocol && answer.kind === "leader"),
  );
  return {
    name: "every request is answered by the leader",
    holds: failed.length === 0 && answered,
    detail:
      failed.length === 0
        ? `${answers.length} requests`
        : `${failed.length} of ${answers.length} failed, first: ${described(failed[0])}`,
  };
}

function streamsIn(streams: Observation["streams"]): string {
  const without = streams.some(isRefusedWebSocket) ? "; WebSockets are not passed" : "";
  return `${streams.length} streams${without}`;
}

/** Not every proxy passes WebSockets, and not every client needs them. */
function isRefusedWebSocket({ name, ending }: Observation["streams"][number]): boolean {
  return name.startsWith("WebSocket") && /refused with status/.test(ending);
}

function withEnding({ name, ending }: Observation["streams"][number]): string {
  return ending === "" ? name : `${name} (${ending.slice(0, 120)})`;
}

function failoverDemands(judged: Judged): readonly Demand[] {
  const { seen, scenario, reigns } = judged;
  const [first, next] = [reigns[0], reigns[1]];
  if (first === undefined || next === undefined) {
    const name = "the lab's cluster fails over";
    return [{ name, holds: false, detail: "no other node came to serve within 30 s" }];
  }
  return [
    reachDemand(judged),
    oneLeaderDemand(seen),
    errorDemand(seen),
    ...(scenario.cutsStreams ? [cutDemand(judged, first, next)] : []),
  ];
}

/** When clients of each protocol first had an answer of another node than the first leader. */
function reachedMs({ seen, reigns }: Pick<Judged, "seen" | "reigns">) {
  const old = reigns[0]?.node;
  return seen.protocols.map((protocol) => ({
    protocol,
    atMs: inOrder(seen.answers, protocol).find(({ node }) => node !== undefined && node !== old)
      ?.toMs,
  }));
}

/** A leader that is replaced but still serves may be answered by; it is left when it is gone, at the latest. */
function reachDemand(judged: Judged): Demand {
  const { reigns } = judged;
  const late = reachedMs(judged).flatMap(({ protocol, atMs }) => {
    if (atMs === undefined) return [`${protocol} never`];
    const afterMs = atMs - mayBeReachedMs(judged);
    return afterMs > proxyLimits.reachMs ? [`${protocol} after ${Math.round(afterMs)} ms`] : [];
  });
  return {
    name: "clients reach the new leader",
    holds: late.length === 0,
    detail: late.length === 0 ? `${reigns[1]?.node} leads` : late.join(", "),
  };
}

/** From when on a proxy that looks at nodes alone can know that the first leader is none any more. */
function mayBeReachedMs({ reigns, lab, scenario, timeOf }: Judged): number {
  const next = reigns[1]?.fromMs ?? 0;
  if (scenario.cutsStreams) return next;
  const old = reigns[0]?.node;
  const end = lab.cluster.timeline.events.find(
    (event) => (event.kind === "exited" || event.kind === "killed") && event.node === old,
  );
  return end === undefined ? next : Math.max(next, timeOf(end));
}

/** To the next one and back once, at most: a proxy that looks at nodes alone may meet the old one again. */
const mostSwitchesPerElection = 2;

function oneLeaderDemand(seen: Observation): Demand {
  const nodes = new Set(seen.answers.flatMap(({ node }) => (node === undefined ? [] : [node])));
  const most = Math.max(1, nodes.size - 1) * mostSwitchesPerElection;
  const counts = seen.protocols.map((protocol) => switchesOf(inOrder(seen.answers, protocol)));
  return {
    name: "requests are not spread over two leaders",
    holds: counts.every((count) => count <= most),
    detail: `the node that answers changed ${counts.join(" and ")} times, at most ${most} allowed`,
  };
}

function errorDemand({ answers }: Observation): Demand {
  const unanswered = answers.filter(({ kind }) => kind === "error" || kind === "hang");
  const longest = longestOf(unanswered);
  return {
    name: "without a leader there is an error and no hang",
    holds: longest <= proxyLimits.errorMs,
    detail: `${unanswered.length} errors, the longest took ${Math.round(longest)} ms`,
  };
}

function longestOf(answers: readonly Answer[]): number {
  return answers.reduce((longest, { fromMs, toMs }) => Math.max(longest, toMs - fromMs), 0);
}

/** Until when streams to the first leader must have ended: soon, and before it goes on when it was stopped. */
function cutDemand(judged: Judged, first: Reign, next: Reign): Demand {
  const { seen, lab, timeOf } = judged;
  const resumed = lab.cluster.timeline.events.find(
    (event) => event.kind === "resumed" && event.node === first.node,
  );
  const kept = seen.streams.filter(({ protocol, endedMs }) => {
    const reached = reachedMs(judged).find((one) => one.protocol === protocol)?.atMs;
    const limitMs = (reached ?? next.fromMs) + proxyLimits.cutMs;
    const latest = resumed === undefined ? limitMs : Math.min(limitMs, timeOf(resumed));
    return endedMs === undefined || endedMs > latest;
  });
  return {
    name: "streams to the old leader are cut",
    holds: kept.length === 0,
    detail:
      kept.length === 0
        ? `${seen.streams.length} streams`
        : `kept: ${kept.map(({ name }) => name).join(", ")}`,
  };
}

function measuresOf(judged: Judged): readonly Measure[] {
  const { seen, reigns, scenario } = judged;
  const { answers } = seen;
  const count = (kind: Answer["kind"]): number => answers.filter((one) => one.kind === kind).length;
  const stale = staleAnswers(answers, reigns);
  const unanswered = answers.filter(({ kind }) => kind === "error" || kind === "hang");
  const sinceMs = mayBeReachedMs(judged);
  const reached = reachedMs(judged).flatMap(({ protocol, atMs }): Measure[] => {
    if (atMs === undefined || scenario.isSteady === true) return [];
    const name = `time to the new leader over ${protocol === "grpc" ? "gRPC" : "REST"}`;
    const value = Math.max(0, Math.round(atMs - sinceMs));
    return [{ name, value, unit: "ms", limit: proxyLimits.reachMs }];
  });
  return [
    { name: "requests", value: answers.length, unit: "count" },
    { name: "answers of a follower", value: count("follower"), unit: "count", limit: 0 },
    { name: "errors", value: unanswered.length, unit: "count" },
    {
      name: "longest wait for an error",
      value: Math.round(longestOf(unanswered)),
      unit: "ms",
      limit: proxyLimits.errorMs,
    },
    { name: "answers of a leader that was replaced", value: stale.length, unit: "count" },
    {
      name: "time with answers of a leader that was replaced",
      value: Math.round(spanOf(stale)),
      unit: "ms",
    },
    ...reached,
  ];
}

function spanOf(answers: readonly Answer[]): number {
  const times = answers.map(({ fromMs }) => fromMs);
  return times.length === 0 ? 0 : Math.max(...times) - Math.min(...times);
}
