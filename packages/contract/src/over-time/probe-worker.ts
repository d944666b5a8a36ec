import type { Clock, Timer } from "@leaderlab/clock";
import type { Probe } from "../probe.ts";
import type { ProbeAnswers } from "./probe-answers.ts";

/** What a worker asks of its kubelet. */
export interface ProbeWorkerParts {
  readonly clock: Clock;
  readonly probe: Probe;
  readonly answers: ProbeAnswers;
  /** When the present container began; undefined while none runs. */
  startedMs(): number | undefined;
  /** Whether this probe has its turn: startup before the others, and not any more once started. */
  hasTurn(): boolean;
  /** So many outcomes in a row as the threshold wants. */
  turn(isSuccess: boolean): void;
}

/**
 * Runs one probe every period, from a moment of its own on: its ticks keep their beat over restarts of the container, a
 * slow call lets ticks pass, and liveness and startup rest after a failure until the container is a new one. Mirrors:
 * kubelet's prober worker.
 */
export class ProbeWorker {
  readonly #parts: ProbeWorkerParts;
  readonly #successThreshold: number;
  #timer: Timer | undefined;
  #isOnHold = false;
  #last: boolean | undefined;
  #inRow = 0;
  #life = 0;
  #isStopped = false;

  constructor(parts: ProbeWorkerParts) {
    this.#parts = parts;
    // Kubernetes refuses anything else for these two.
    const isOne = parts.probe.role === "liveness" || parts.probe.role === "startup";
    this.#successThreshold = isOne ? 1 : parts.probe.timings.successThreshold;
  }

  /** The first tick comes so much later. */
  start(delayMs: number): void {
    this.#wait(this.#parts.clock.now() + delayMs);
  }

  stop(): void {
    this.#timer?.cancel();
    this.#isStopped = true;
    this.#life += 1;
  }

  /** The container is another one: what was found of the old one does not count. */
  renew(): void {
    this.#life += 1;
    this.#isOnHold = false;
    this.#last = undefined;
    this.#inRow = 0;
  }

  #wait(dueMs: number): void {
    const { clock } = this.#parts;
    this.#timer = clock.setTimer(dueMs - clock.now(), () => this.#tick(dueMs));
  }

  /** Asks, if it is time to. The next tick is the first after the call is over. */
  #tick(dueMs: number): void {
    const { clock, probe, answers } = this.#parts;
    const { initialDelayMs, timeoutMs, periodMs } = probe.timings;
    const next = (tookMs: number): void => {
      this.#wait(dueMs + Math.max(1, Math.ceil(tookMs / periodMs)) * periodMs);
    };
    const startedMs = this.#parts.startedMs();
    const isEarly = startedMs === undefined || clock.now() - startedMs < initialDelayMs;
    if (isEarly || this.#isOnHold || !this.#parts.hasTurn()) {
      next(0);
      return;
    }
    const life = this.#life;
    const answered = answers.answer(probe);
    if (answered instanceof Promise) {
      void answered.then(({ isSuccess }) => {
        if (this.#isStopped) return;
        if (life === this.#life) this.#take(isSuccess);
        next(clock.now() - dueMs);
      });
      return;
    }
    const { isSuccess, durationMs } = answered;
    const tookMs = Math.min(durationMs, timeoutMs);
    clock.setTimer(tookMs, () => {
      if (life === this.#life) this.#take(isSuccess && durationMs < timeoutMs);
    });
    next(tookMs);
  }

  #take(isSuccess: boolean): void {
    const { probe } = this.#parts;
    this.#inRow = isSuccess === this.#last ? this.#inRow + 1 : 1;
    this.#last = isSuccess;
    const threshold = isSuccess ? this.#successThreshold : probe.timings.failureThreshold;
    if (this.#inRow < threshold) return;
    if (!isSuccess && probe.role !== "readiness") {
      this.#isOnHold = true;
      this.#inRow = 0;
    }
    this.#parts.turn(isSuccess);
  }
}
