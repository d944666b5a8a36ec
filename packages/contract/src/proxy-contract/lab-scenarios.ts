import { awaitEvent, type Cluster, type TimelineEvent } from "@leaderlab/cluster";
import type { Observation } from "./observation.ts";
import type { ProxyLab } from "./proxy-lab.ts";
import { proxyLimits } from "./proxy-limits.ts";
import { ProxyProblem } from "./proxy-problem.ts";

/** What a scenario works with: a cluster, and what clients of each proxy in front of it see. */
export interface ScenarioStage {
  readonly lab: ProxyLab;
  readonly seen: readonly Observation[];
}

/** Something that happens to a cluster behind a proxy. */
export interface LabScenario {
  readonly title: string;
  /** Whether the first leader is replaced, so that what runs over it must end. */
  readonly cutsStreams: boolean;
  /** Whether nothing at all goes wrong. */
  readonly isSteady?: boolean;
  /** Whether nothing is asked for, so that streams are silent; an hour of a proxy's passes in so many times less. */
  readonly idleScale?: number;
  run(stage: ScenarioStage): Promise<void>;
}

/** How long a scenario waits for what must come sooner or later; longer than a busy machine takes. */
const patienceMs = 30_000;
/** How long an overlap or a time without a leader is looked at. */
const lookMs = 2500;

/** The scenarios, by name. */
export const labScenarios = {
  steady: {
    title: "steady state",
    cutsStreams: false,
    isSteady: true,
    run: ({ lab }) => lab.clock.sleep(4000),
  },
  idle: {
    title: "streams that are silent for an hour",
    cutsStreams: false,
    isSteady: true,
    // A limit of an hour would be one of 6 s.
    idleScale: 600,
    run: ({ lab }) => lab.clock.sleep(5500),
  },
  graceful: {
    title: "failover by a graceful stop",
    cutsStreams: true,
    async run({ lab, seen }) {
      const first = await leaderOf(lab);
      await first.stop();
      await reachNext(lab, seen, first.name);
      await untilStarted(lab, first.name);
      await lab.clock.sleep(lookMs);
    },
  },
  kill: {
    title: "failover by kill -9",
    cutsStreams: true,
    async run({ lab, seen }) {
      const first = await leaderOf(lab);
      await first.kill();
      await untilStarted(lab, first.name);
      await reachNext(lab, seen, first.name);
      await lab.clock.sleep(lookMs);
    },
  },
  freeze: {
    title: "SIGSTOP of the leader, then SIGCONT",
    cutsStreams: true,
    async run({ lab, seen }) {
      const first = await leaderOf(lab);
      await first.pause();
      await reachNext(lab, seen, first.name);
      await untilCut(lab, seen);
      await lab.clock.sleep(lookMs);
      await first.resume();
      await untilStarted(lab, first.name);
      await lab.clock.sleep(lookMs / 2);
    },
  },
  partition: {
    title: "leader cut off from etcd: two leaders",
    cutsStreams: false,
    async run({ lab, seen }) {
      const first = await leaderOf(lab);
      const cut = await lab.cluster.inject({ kind: "blackhole", link: `${first.name}:etcd` });
      await awaitNext(lab, first.name);
      await lab.clock.sleep(lookMs);
      await cut.undo();
      await untilStarted(lab, first.name);
      await reachNext(lab, seen, first.name);
      await lab.clock.sleep(lookMs / 2);
    },
  },
  etcdOutage: {
    title: "etcd down and the leader killed: no leader",
    cutsStreams: true,
    async run({ lab, seen }) {
      const { cluster, clock } = lab;
      const first = await leaderOf(lab);
      await cluster.etcd.stop();
      await first.kill();
      // Less than the TTL, so that those who wait keep their places.
      await clock.sleep(1500);
      await cluster.etcd.start();
      await reachNext(lab, seen, first.name);
      await clock.sleep(lookMs / 2);
    },
  },
  rolling: {
    title: "rolling restart",
    cutsStreams: true,
    async run({ lab, seen }) {
      const first = await leaderOf(lab);
      // As a StatefulSet does it: the last one first, each when the one before it runs again.
      for (const node of lab.cluster.nodes.toReversed()) {
        const afterSeq = lastSeq(lab.cluster);
        await node.stop();
        await untilStarted(lab, node.name, afterSeq);
      }
      await reachNext(lab, seen, first.name);
      await lab.clock.sleep(lookMs / 2);
    },
  },
} as const satisfies { readonly [name: string]: LabScenario };

/** The name of a scenario. */
export type LabScenarioName = keyof typeof labScenarios;

/** All of them. */
export const labScenarioNames = Object.keys(labScenarios) as readonly LabScenarioName[];

/** The node that serves; waits for one, should the leader have changed just now. Rejects with a ProxyProblem. */
async function leaderOf({ cluster, clock }: ProxyLab) {
  const untilMs = clock.now() + patienceMs;
  for (;;) {
    const found = cluster.nodes.find(({ state }) => state === "SERVER_ACTIVE");
    if (found !== undefined) return found;
    if (clock.now() > untilMs) throw new ProxyProblem("no node of the lab serves");
    await clock.sleep(50);
  }
}

function lastSeq({ timeline }: Cluster): number {
  return timeline.events.at(-1)?.seq ?? 0;
}

/** Whether a node has come to SERVER_ACTIVE that is not this one. */
function servesInsteadOf(name: string) {
  return (event: TimelineEvent) =>
    event.kind === "state" && event.state === "SERVER_ACTIVE" && event.node !== name;
}

/** Waits until another node serves; without one within the limit it goes on, and the demands say so. */
async function awaitNext(lab: ProxyLab, name: string): Promise<void> {
  await within(lab, (signal) =>
    awaitEvent(lab.cluster.timeline, servesInsteadOf(name), { signal }),
  );
}

/** Waits until another node serves and clients have reached it. */
async function reachNext(lab: ProxyLab, seen: readonly Observation[], name: string): Promise<void> {
  await awaitNext(lab, name);
  const isOther = ({ node }: { node: string | undefined }) => node !== undefined && node !== name;
  await Promise.all(
    seen.map((one) => one.until(isOther, { sinceMs: one.beganMs, limitMs: 10_000 })),
  );
}

/** Waits until every stream has ended, for as long as a proxy may need to find out. */
async function untilCut({ clock }: ProxyLab, seen: readonly Observation[]): Promise<void> {
  const untilMs = clock.now() + proxyLimits.cutMs;
  const isOpen = () =>
    seen.some(({ streams }) => streams.some(({ endedMs }) => endedMs === undefined));
  while (isOpen() && clock.now() < untilMs) await clock.sleep(100);
}

/** Waits until the supervisor has started a node again. */
async function untilStarted(lab: ProxyLab, name: string, afterSeq?: number): Promise<void> {
  const ends = ({ kind }: TimelineEvent) => kind === "exited" || kind === "killed";
  const { timeline } = lab.cluster;
  await within(lab, async (signal) => {
    const gone = await awaitEvent(
      timeline,
      (event) => ends(event) && "node" in event && event.node === name,
      {
        signal,
        afterSeq: afterSeq ?? 0,
      },
    );
    await awaitEvent(timeline, (event) => event.kind === "nodeStarted" && event.node === name, {
      signal,
      afterSeq: gone.seq,
    });
  });
}

async function within(
  { clock }: ProxyLab,
  wait: (signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
  const late = new AbortController();
  const timer = clock.setTimer(patienceMs, () => late.abort(new Error("too late")));
  await wait(late.signal).catch((error: unknown) => {
    if (!late.signal.aborted) throw error;
  });
  timer.cancel();
}
