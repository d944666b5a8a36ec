import type { Clock } from "@leaderlab/clock";
import type { WalletState } from "@leaderlab/proto/lnd";
import type { StateConnection } from "./state-source.ts";
import type { TrackerTimings } from "./tracker-timings.ts";

export interface StateSessionParts {
  readonly connection: StateConnection;
  readonly clock: Clock;
  readonly timings: TrackerTimings;
  /** A state came in on the stream. */
  readonly onState: (state: WalletState) => void;
  /** It has begun, fallen silent, answered again, or ended. */
  readonly onChange: () => void;
}

/** How it is with a session: before its first answer, answering, without an answer in time, or ended. */
export type SessionPhase = "opening" | "answering" | "silent" | "over";

/**
 * One connection to one process: its stream of states, and questions that show whether it still answers. One that does
 * not answer in time is silent, and not closed: if it answers later, it is still the same process, which was stopped or
 * out of reach meanwhile. One that gives no first answer in time is over.
 */
export class StateSession {
  readonly #parts: StateSessionParts;
  #phase: SessionPhase = "opening";
  #asking: Promise<WalletState | undefined> | undefined;
  #askingNext: Promise<WalletState | undefined> | undefined;
  readonly #ended = new AbortController();

  constructor(parts: StateSessionParts) {
    this.#parts = parts;
    void this.#run();
  }

  get phase(): SessionPhase {
    return this.#phase;
  }

  /**
   * Asks for the state, from now on; undefined when there is no answer in time. However many ask, one question is under
   * way and one waits.
   */
  ask(): Promise<WalletState | undefined> {
    if (this.#phase !== "answering") return Promise.resolve(undefined);
    if (this.#asking === undefined) return this.#begin();
    this.#askingNext ??= this.#asking.then(() => {
      this.#askingNext = undefined;
      return this.ask();
    });
    return this.#askingNext;
  }

  close(): void {
    if (this.#phase === "over") return;
    this.#phase = "over";
    this.#ended.abort(new Error("the session is over"));
    this.#parts.connection.close();
    this.#parts.onChange();
  }

  async #run(): Promise<void> {
    const { connection, clock, timings, onState } = this.#parts;
    const late = clock.setTimer(timings.checkTimeoutMs, () => this.close());
    try {
      for await (const state of connection.states()) {
        if (this.#phase === "opening") {
          late.cancel();
          void this.#keepAsking();
        }
        if (this.#phase === "over") break;
        onState(state);
        this.#enter("answering");
      }
    } catch {
      // Whatever broke it, it is over.
    } finally {
      late.cancel();
      this.close();
    }
  }

  async #keepAsking(): Promise<void> {
    const { clock, timings } = this.#parts;
    const { signal } = this.#ended;
    while (!signal.aborted) {
      await clock.sleep(timings.checkIntervalMs, signal).catch(() => {});
      if (this.#phase === "answering") await this.ask();
    }
  }

  #begin(): Promise<WalletState | undefined> {
    const { clock, timings, connection } = this.#parts;
    const asking = new Promise<WalletState | undefined>((resolve) => {
      const late = clock.setTimer(timings.checkTimeoutMs, () => {
        this.#enter("silent");
        resolve(undefined);
      });
      const answered = (state: WalletState) => {
        late.cancel();
        this.#enter("answering");
        resolve(state);
      };
      connection.state().then(answered, () => {
        late.cancel();
        this.close();
        resolve(undefined);
      });
    }).finally(() => {
      if (this.#asking === asking) this.#asking = undefined;
    });
    this.#asking = asking;
    return asking;
  }

  #enter(phase: SessionPhase): void {
    if (this.#phase === phase || this.#phase === "over") return;
    this.#phase = phase;
    this.#parts.onChange();
  }
}
