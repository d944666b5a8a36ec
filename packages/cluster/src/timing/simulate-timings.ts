import type { Random } from "@leaderlab/clock";
import { startCluster } from "../cluster.ts";
import type { ClusterNode } from "../cluster-node.ts";
import { forkRandom } from "../memory/fork-random.ts";
import type { Cluster } from "../running-cluster.ts";
import type { TimelineEvent } from "../timeline.ts";
import { computeTimings, grantedTtlMs, type TimingName, timingOf } from "./compute-timings.ts";
import { fixedTimes, type TimingSettings } from "./timing-settings.ts";

/** The times that are simulated, in the order in which they are told. */
export const simulatedTimings = [
  "leaseEnd",
  "outageAfterStop",
  "outageAfterCrash",
  "detectDeposed",
  "detectCut",
  "overlapPaused",
  "overlapCut",
] as const satisfies readonly TimingName[];

type SimulatedName = (typeof simulatedTimings)[number];

/** How one time was spread over all simulations, in milliseconds. */
export interface TimingDistribution {
  readonly name: SimulatedName;
  /** How often it was measured; each seed measures each time once. */
  readonly count: number;
  readonly minMs: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

/** What came of the simulations. */
export interface SimulatedTimings {
  /** How many seeds were run: from 1 on. */
  readonly seeds: number;
  /** Empty without seeds; a time that the settings leave open for more than a day is not there. */
  readonly distributions: readonly TimingDistribution[];
}

/** How much is simulated. */
export interface SimulateTimingsOptions {
  /** How many seeds at most. */
  readonly seeds: number;
  /** Asked before each seed but the first: whether to end with what there is. */
  readonly isOver?: () => boolean;
}

/** A wait that may be longer than this is not simulated. */
const longestMs = 86_400_000;
/** Until a node that was started waits in the queue, and a cluster that was healed is at rest. */
const restMs = 10_000;
const slackMs = 2000;
/** How often it is looked whether the next one serves. */
const stepMs = 500;
/** What a simulated lnd needs from a won election to SERVER_ACTIVE. */
const quickestMs = 230;

/**
 * Lets leaders crash, stop, lose their lease, stand still and be cut off in simulated clusters of three nodes with
 * these settings, at moments that are drawn from each seed, and measures. Every other graceful stop comes while the key
 * of a stopped follower is next in line. The wait until the next one serves is drawn from `settings.takeover`, but is
 * 0.23 s at least. The same settings and seeds give the same figures.
 */
export async function simulateTimings(
  settings: TimingSettings,
  { seeds, isOver = () => false }: SimulateTimingsOptions,
): Promise<SimulatedTimings> {
  const measured = new Map<SimulatedName, number[]>();
  const note: Note = (name, ms) => {
    if (ms === undefined) return;
    const times = measured.get(name) ?? [];
    measured.set(name, times);
    times.push(Math.max(0, ms));
  };
  let seed = 0;
  if (maxOf(settings, "leaseEnd") <= longestMs) {
    while (seed < seeds && (seed === 0 || !isOver())) {
      seed += 1;
      await measure(settings, seed, note);
    }
  }
  const distributions = simulatedTimings.flatMap((name) => {
    const times = measured.get(name);
    return times === undefined ? [] : [distribution(name, times)];
  });
  return { seeds: seed, distributions };
}

type Note = (name: SimulatedName, ms: number | undefined) => void;

function maxOf(settings: TimingSettings, name: TimingName): number {
  return timingOf(computeTimings(settings), name).maxMs;
}

function distribution(name: SimulatedName, times: readonly number[]): TimingDistribution {
  const sorted = times.toSorted((a, b) => a - b).map((ms) => Math.round(ms));
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  const [minMs, p50Ms, p99Ms, maxMs] = [at(0), at(0.5), at(0.99), at(1)];
  return { name, count: sorted.length, minMs, p50Ms, p99Ms, maxMs };
}

async function measure(settings: TimingSettings, seed: number, note: Note): Promise<void> {
  const random = forkRandom(seed, "timings");
  const { intervalMs, attempts, timeoutMs, backoffMs } = settings.leaderCheck;
  const { minMs, maxMs } = settings.takeover;
  const delayMs = minMs + random.nextFloat() * (maxMs - minMs) - quickestMs;
  const lndFlags = () => [
    `--healthcheck.leader.interval=${intervalMs}ms`,
    `--healthcheck.leader.attempts=${attempts}`,
    `--healthcheck.leader.timeout=${timeoutMs}ms`,
    `--healthcheck.leader.backoff=${backoffMs}ms`,
    ...(delayMs >= 1 ? [`--sim.delay=RPC_ACTIVE:${Math.floor(delayMs)}ms`] : []),
  ];
  const { ttlSeconds: sessionTtlSeconds } = settings;
  const shape = { nodes: 3, sessionTtlSeconds, lndFlags } as const;
  await using cluster = await startCluster({ fabric: "memory", seed, ...shape });
  const trial = new Trial(cluster, settings, random);
  await trial.crash(note);
  await trial.stop(note, seed % 2 === 0);
  if (maxOf(settings, "overlapPaused") <= longestMs) {
    await trial.depose(note);
    await trial.pause(note);
  }
  if (maxOf(settings, "overlapCut") <= longestMs) await trial.cut(note);
}

/** One cluster after another of whose leaders something happens to. */
class Trial {
  readonly #cluster: Cluster;
  readonly #settings: TimingSettings;
  readonly #random: Random;
  readonly #leaseMs: number;
  readonly #takeoverMs: number;

  constructor(cluster: Cluster, settings: TimingSettings, random: Random) {
    this.#cluster = cluster;
    this.#settings = settings;
    this.#random = random;
    this.#leaseMs = grantedTtlMs(settings) + fixedTimes.expiryTickMs;
    this.#takeoverMs = Math.max(quickestMs, settings.takeover.maxMs) + slackMs;
  }

  async crash(note: Note): Promise<void> {
    const leader = await this.#leaderAtSomeMoment();
    const since = this.#seq;
    await leader.kill();
    await this.#advance(this.#leaseMs + this.#takeoverMs);
    const killed = this.#first(since, ({ kind }) => kind === "killed");
    note(
      "leaseEnd",
      this.#from(killed, ({ kind }) => kind === "leaseExpired"),
    );
    note("outageAfterCrash", this.#outageSince(since));
    await leader.start();
  }

  /** `behindStopped`: the next in line was stopped less than a TTL before. */
  async stop(note: Note, behindStopped: boolean): Promise<void> {
    const leader = await this.#leaderAtSomeMoment();
    const next = this.#cluster.snapshot().queue[1]?.node;
    const stopped = behindStopped && next !== undefined ? [this.#cluster.node(next)] : [];
    for (const follower of stopped) {
      await this.#cluster.finish(follower.stop());
      await this.#advance(this.#random.nextFloat() * grantedTtlMs(this.#settings));
    }
    const since = this.#seq;
    await this.#cluster.finish(leader.stop());
    await this.#advance(this.#leaseMs + this.#takeoverMs);
    note("outageAfterStop", this.#outageSince(since));
    for (const node of [leader, ...stopped]) await node.start();
  }

  /** Loses its lease while it reaches etcd: its keep-alives do not arrive. */
  async depose(note: Note): Promise<void> {
    const leader = await this.#leaderAtSomeMoment();
    const since = this.#seq;
    const fault = await this.#cluster.inject({
      kind: "dropKeepAlives",
      link: `${leader.name}:etcd`,
    });
    await this.#advance(this.#leaseMs + maxOf(this.#settings, "detectDeposed") + slackMs);
    const gone = this.#first(since, ({ kind }) => kind === "leaseExpired");
    note("detectDeposed", this.#from(gone, isLoss));
    await fault.undo();
    await this.#startAgain(leader);
  }

  /** Stands still until the next one serves, and up to a TTL more. */
  async pause(note: Note): Promise<void> {
    const leader = await this.#leaderAtSomeMoment();
    const since = this.#seq;
    await leader.pause();
    for (let ms = 0; ms < this.#leaseMs + this.#takeoverMs; ms += stepMs) {
      if (this.#outageSince(since) !== undefined) break;
      await this.#advance(stepMs);
    }
    await this.#advance(this.#random.nextFloat() * grantedTtlMs(this.#settings));
    await leader.resume();
    await this.#advance(maxOf(this.#settings, "overlapPaused") + slackMs);
    note("overlapPaused", this.#overlapSince(since));
    await this.#startAgain(leader);
  }

  /** Is cut off from etcd until it has noticed and ended. */
  async cut(note: Note): Promise<void> {
    const leader = await this.#leaderAtSomeMoment();
    const since = this.#seq;
    const fault = await this.#cluster.inject({ kind: "blackhole", link: `${leader.name}:etcd` });
    const { databaseTimeoutMs, resignTimeoutMs } = fixedTimes;
    const endMs = maxOf(this.#settings, "detectCut") + databaseTimeoutMs + resignTimeoutMs;
    await this.#advance(Math.max(endMs, this.#leaseMs + this.#takeoverMs) + slackMs);
    const injected = this.#first(since, ({ kind }) => kind === "faultInjected");
    note("detectCut", this.#from(injected, isLoss));
    note("overlapCut", this.#overlapSince(since));
    await fault.undo();
    await this.#startAgain(leader);
  }

  /** Waits for as long as it takes until keep-alives and checks may be anywhere. */
  async #leaderAtSomeMoment(): Promise<ClusterNode> {
    const { leaderCheck } = this.#settings;
    const roundMs = Math.max(
      grantedTtlMs(this.#settings),
      Math.min(leaderCheck.intervalMs, longestMs),
    );
    await this.#advance(restMs + this.#takeoverMs + this.#random.nextFloat() * roundMs);
    const { leader } = this.#cluster.snapshot();
    if (leader === null) throw new Error("a simulated cluster at rest has no leader");
    return this.#cluster.node(leader);
  }

  async #startAgain(node: ClusterNode): Promise<void> {
    await this.#advance(this.#leaseMs + this.#takeoverMs);
    if (node.status === "running") await this.#cluster.finish(node.stop());
    await node.start();
  }

  get #seq(): number {
    return this.#cluster.timeline.events.at(-1)?.seq ?? 0;
  }

  #advance(ms: number): Promise<void> {
    return this.#cluster.time.advance(ms);
  }

  #since(seq: number): readonly TimelineEvent[] {
    return this.#cluster.timeline.events.filter((event) => event.seq > seq);
  }

  #first(seq: number, isIt: (event: TimelineEvent) => boolean): TimelineEvent | undefined {
    return this.#since(seq).find(isIt);
  }

  /** From one event to the first such one after it. */
  #from(
    begin: TimelineEvent | undefined,
    isIt: (event: TimelineEvent) => boolean,
  ): number | undefined {
    if (begin === undefined) return undefined;
    const end = this.#first(begin.seq, isIt);
    return end === undefined ? undefined : end.atMs - begin.atMs;
  }

  #outageSince(seq: number): number | undefined {
    return this.#since(seq).flatMap((event) =>
      event.kind === "failover" ? [event.durationMs] : [],
    )[0];
  }

  /** 0 when no two served at a time; undefined while they still do. */
  #overlapSince(seq: number): number | undefined {
    const overlaps = this.#since(seq).filter(
      (event) => "window" in event && event.window === "overlap",
    );
    if (overlaps.at(-1)?.kind === "windowOpened") return undefined;
    return overlaps.reduce((sum, event) => sum + ("durationMs" in event ? event.durationMs : 0), 0);
  }
}

const isLoss = ({ kind }: TimelineEvent) => kind === "leadershipLost";
