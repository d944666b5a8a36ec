import type { Clock } from "@leaderlab/clock";
import type { EtcdClient } from "@leaderlab/election";
import type { Backend } from "./backend.ts";
import { BackendWatch } from "./backend-watch.ts";
import {
  chooseLeader,
  type ElectionSight,
  type NamedTurn,
  type Standing,
} from "./choose-leader.ts";
import { ElectionWatch } from "./election-watch.ts";
import type { StateSource } from "./state-source.ts";
import { defaultTimings, type TrackerTimings } from "./tracker-timings.ts";
import type { TrafficContract } from "./traffic-contract.ts";

export interface LeaderTrackerOptions {
  /** At least one; names are unique. */
  readonly backends: readonly Backend[];
  readonly source: StateSource;
  readonly clock: Clock;
  /** Default `serving`. */
  readonly contract?: TrafficContract;
  /** Looks into the election itself; left out: states alone decide. The caller closes the client. */
  readonly election?: { readonly client: EtcdClient; readonly prefix: string };
  readonly timings?: Partial<TrackerTimings>;
}

/** Who leads now. */
export interface Leadership {
  /** Undefined: nobody gets traffic. */
  readonly leader: Backend | undefined;
  /** In words. */
  readonly why: string;
  /** Since when it is so, on the tracker's clock and as Unix milliseconds. */
  readonly sinceMs: number;
  readonly sinceUnixMs: number;
}

/** Another one leads than before, or nobody. */
export interface LeaderTurn {
  readonly from: Backend | undefined;
  readonly to: Backend | undefined;
  readonly why: string;
}

/**
 * Finds out who leads, by the State service of every backend and, where it is given, by the election in etcd, and tells
 * of every change. It runs from `start` to `stop`, on sockets and in memory alike.
 */
export class LeaderTracker {
  readonly backends: readonly Backend[];
  readonly #options: LeaderTrackerOptions;
  readonly #watches: readonly BackendWatch[];
  readonly #election: ElectionWatch | undefined;
  readonly #listeners = new Set<(turn: LeaderTurn) => void>();
  readonly #newsListeners = new Set<() => void>();
  #evidence = 0;
  #leadership: Leadership;
  #previous: string | undefined;
  #newestTurn: NamedTurn | undefined;
  #turns = 0;
  #running: Promise<unknown> = Promise.resolve();

  constructor(options: LeaderTrackerOptions) {
    const { backends, source, clock, contract = "serving", election } = options;
    const timings = { ...defaultTimings, ...options.timings };
    const tick = () => ++this.#evidence;
    const onChange = () => this.#decide();
    this.#options = options;
    this.backends = backends;
    this.#watches = backends.map(
      (backend) => new BackendWatch({ backend, source, clock, timings, contract, tick, onChange }),
    );
    this.#election = election && new ElectionWatch({ ...election, clock, timings, tick, onChange });
    this.#leadership = this.#since(undefined, "nothing has been heard yet");
  }

  get leadership(): Leadership {
    return this.#leadership;
  }

  get leader(): Backend | undefined {
    return this.#leadership.leader;
  }

  /** What is known of each backend, in their order. */
  get standings(): readonly Standing[] {
    return this.#watches.map(({ standing }) => standing);
  }

  /** What is known of the election; undefined when nobody looks into etcd. */
  get election(): ElectionSight | undefined {
    return this.#election?.sight;
  }

  /** How often another one led, or nobody. */
  get turns(): number {
    return this.#turns;
  }

  start(): void {
    const watches = [...this.#watches, ...(this.#election === undefined ? [] : [this.#election])];
    this.#running = Promise.all(watches.map((watch) => watch.run()));
  }

  /** Follows nobody any more; nobody leads from now on. */
  async stop(): Promise<void> {
    for (const watch of this.#watches) watch.stop();
    this.#election?.stop();
    this.#turnTo(undefined, "the proxy stops");
    await this.#running;
  }

  /**
   * Asks the leader's process, from now on, whether it still serves. A connection to the leader that stood before this
   * was called, and is let through when it comes true, leads to that very process: to no other that has taken the port.
   * False when it does not answer in time, or another one leads meanwhile.
   */
  async confirm(leader: Backend): Promise<boolean> {
    const watch = this.#watches.find(({ backend }) => backend === leader);
    if (watch === undefined || this.leader !== leader) return false;
    return (await watch.confirm()) && this.leader === leader;
  }

  /** Calls back in the moment in which another one leads; the returned function ends that. */
  onTurn(listener: (turn: LeaderTurn) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back whenever something is known that was not, also where nobody else leads by it. */
  onNews(listener: () => void): () => void {
    this.#newsListeners.add(listener);
    return () => this.#newsListeners.delete(listener);
  }

  #decide(): void {
    const { contract = "serving" } = this.#options;
    const { standings } = this;
    for (const { backend, turn } of standings) {
      if (turn === undefined || turn.after <= (this.#newestTurn?.turn.after ?? 0)) continue;
      this.#newestTurn = { name: backend.name, turn };
    }
    const { leader, why } = chooseLeader({
      standings,
      newestTurn: this.#newestTurn,
      election: this.election,
      previous: this.#previous,
      wanted: contract === "serving" ? "SERVER_ACTIVE" : "past WAITING_TO_START",
    });
    for (const listener of this.#newsListeners) listener();
    this.#turnTo(leader, why);
  }

  #turnTo(to: Backend | undefined, why: string): void {
    const from = this.leader;
    if (from === to) {
      this.#leadership = { ...this.#leadership, why };
      return;
    }
    this.#leadership = this.#since(to, why);
    this.#previous = to?.name ?? this.#previous;
    this.#turns += 1;
    for (const listener of this.#listeners) listener({ from, to, why });
  }

  #since(leader: Backend | undefined, why: string): Leadership {
    const { clock } = this.#options;
    return { leader, why, sinceMs: clock.now(), sinceUnixMs: clock.unixNow() };
  }
}
