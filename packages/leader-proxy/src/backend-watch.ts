import type { Clock } from "@leaderlab/clock";
import type { WalletState } from "@leaderlab/proto/lnd";
import type { Backend } from "./backend.ts";
import type { Standing, Turn } from "./choose-leader.ts";
import { ReconnectBackoff } from "./reconnect-backoff.ts";
import { StateSession } from "./state-session.ts";
import type { StateSource } from "./state-source.ts";
import type { TrackerTimings } from "./tracker-timings.ts";
import { getsTraffic, type TrafficContract } from "./traffic-contract.ts";

export interface BackendWatchParts {
  readonly backend: Backend;
  readonly source: StateSource;
  readonly clock: Clock;
  readonly timings: TrackerTimings;
  readonly contract: TrafficContract;
  /** The next number of the tracker's count of evidence. */
  readonly tick: () => number;
  /** The standing is another one now. */
  readonly onChange: () => void;
}

/**
 * Follows one backend's state, over one session after the other. While one is silent another is tried beside it, and
 * whoever answers first goes on. An answer on the old one means the old process; on a new one it may be another's.
 */
export class BackendWatch {
  readonly backend: Backend;
  readonly #parts: BackendWatchParts;
  readonly #stopping = new AbortController();
  readonly #sessions = new Set<StateSession>();
  #session: StateSession | undefined;
  #state: WalletState | undefined;
  #isHeard = false;
  #turn: Turn | undefined;
  /** The last moment at which it was asked and then answered that it is to get no traffic. */
  #notYet = 0;
  #wake: () => void = () => {};

  constructor(parts: BackendWatchParts) {
    this.backend = parts.backend;
    this.#parts = parts;
  }

  get standing(): Standing {
    const { backend } = this;
    const isUp = this.#session?.phase === "answering";
    const state = isUp ? String(this.#state) : undefined;
    return { backend, isHeard: this.#isHeard, state, turn: isUp ? this.#turn : undefined };
  }

  /** Follows it until `stop`; never rejects. */
  async run(): Promise<void> {
    const { clock, timings } = this.#parts;
    const { signal } = this.#stopping;
    const backoff = new ReconnectBackoff(clock, timings.longestBackoffMs);
    while (!signal.aborted) {
      if (this.#session?.phase !== "answering") this.#open();
      await this.#until(() => !this.#isOpening);
      while (this.#session?.phase === "answering" && !signal.aborted) {
        backoff.reset();
        await this.#until(() => this.#session?.phase !== "answering");
      }
      await backoff.wait(signal).catch(() => {});
    }
  }

  stop(): void {
    this.#stopping.abort(new Error("the proxy stops"));
    for (const session of this.#sessions) session.close();
    this.#wake();
  }

  /**
   * Asks, from now on, whether the process that this watch is connected to answers and gets traffic. False also when
   * the answer does not come in time.
   */
  async confirm(): Promise<boolean> {
    const session = this.#session;
    if (session === undefined) return false;
    const asked = this.#parts.tick();
    const state = await session.ask();
    if (state === undefined || session !== this.#session) return false;
    const answers = this.#getsTraffic(state);
    if (!answers) this.#notYet = Math.max(this.#notYet, asked);
    return answers;
  }

  get #isOpening(): boolean {
    return [...this.#sessions].some(({ phase }) => phase === "opening");
  }

  #open(): void {
    const { source, clock, timings, tick } = this.#parts;
    const connection = source.connect(this.backend);
    const asked = tick();
    const session: StateSession = new StateSession({
      connection,
      clock,
      timings,
      onState: (state) => this.#hear(state, session, asked),
      onChange: () => this.#changed(session),
    });
    this.#sessions.add(session);
  }

  async #until(condition: () => boolean): Promise<void> {
    while (!condition() && !this.#stopping.signal.aborted) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #hear(state: WalletState, session: StateSession, asked: number): void {
    const isNew = session !== this.#session;
    const heard = this.#parts.tick();
    this.#session = session;
    this.#state = state;
    if (!this.#getsTraffic(state)) {
      this.#turn = undefined;
      if (isNew) this.#notYet = asked;
      // Evidence that is as late as can be makes the order of two elections sure.
      else void this.confirm();
    } else if (this.#turn === undefined) {
      this.#turn = { after: this.#notYet, by: heard };
    } else if (isNew) {
      // Out of sight for a while: the same process as before, or one that was elected meanwhile.
      this.#turn = { after: this.#turn.after, by: heard };
    }
    if (!isNew && session.phase === "answering") this.#parts.onChange();
  }

  #changed(session: StateSession): void {
    const { phase } = session;
    if (phase === "answering") {
      // One process listens: of the others nothing is to be heard any more.
      this.#session = session;
      for (const other of [...this.#sessions]) if (other !== session) other.close();
    }
    if (phase === "over") this.#sessions.delete(session);
    this.#isHeard ||= phase !== "opening";
    if (!this.#stopping.signal.aborted) this.#parts.onChange();
    this.#wake();
  }

  #getsTraffic(state: WalletState): boolean {
    return getsTraffic(state, this.#parts.contract);
  }
}
