import type { Clock, Random, Timer } from "@leaderlab/clock";
import type { Probe, ProbedContainer } from "../probe.ts";
import { CrashLoop } from "./crash-loop.ts";
import type { ProbeAnswers } from "./probe-answers.ts";
import { ProbeWorker } from "./probe-worker.ts";

/** A container as its kubelet has it in hand. */
export interface ContainerControl {
  start(): void;
  /** SIGTERM. Its end comes to the kubelet by `ended`. */
  stop(): void;
  /** SIGKILL, when the grace period is over. */
  kill(): void;
}

/** What a kubelet works with. */
export interface KubeletParts {
  readonly clock: Clock;
  /** Draws at which moment of their period probes tick. */
  readonly random: Random;
  readonly container: ProbedContainer;
  readonly answers: ProbeAnswers;
  readonly control: ContainerControl;
  /** Whether it is ready has turned. */
  onTurn(): void;
  /** A probe made an end of the container. */
  onRestart(probe: Probe): void;
}

/** Until a container that ended is seen and a new one runs. */
const startMs = 1000;
/** `terminationGracePeriodSeconds`, by default. */
const graceMs = 30_000;

/**
 * What the kubelet of one node does with one container that is always restarted: startup probes before the others,
 * readiness for traffic, liveness and startup for restarts, with back-off. Begins with a container that just started.
 * It counts no deadlines of its own: time is the clock's. Readiness ends with the container; a container without a
 * readiness probe is ready once it has started.
 */
export class Kubelet {
  readonly #parts: KubeletParts;
  readonly #workers: readonly ProbeWorker[];
  readonly #crashLoop = new CrashLoop();
  readonly #hasReadiness: boolean;
  readonly #hasStartup: boolean;
  #startedMs: number | undefined;
  #isStarted: boolean;
  #passesReadiness: boolean;
  #wasReady = false;
  #isStopped = false;
  #grace: Timer | undefined;
  #restart: Timer | undefined;

  constructor(parts: KubeletParts) {
    this.#parts = parts;
    const { clock, random, container, answers } = parts;
    const probes = container.probes.filter(({ role }) => role !== "waiter");
    this.#hasReadiness = probes.some(({ role }) => role === "readiness");
    this.#hasStartup = probes.some(({ role }) => role === "startup");
    this.#isStarted = !this.#hasStartup;
    this.#passesReadiness = !this.#hasReadiness;
    this.#startedMs = clock.now();
    this.#workers = probes.map((probe) => {
      const worker = new ProbeWorker({
        clock,
        probe,
        answers,
        startedMs: () => this.#startedMs,
        hasTurn: () => (probe.role === "startup") !== this.#isStarted,
        turn: (isSuccess) => this.#turn(probe, isSuccess),
      });
      worker.start(random.nextFloat() * probe.timings.periodMs);
      return worker;
    });
    this.#tell();
  }

  /** Whether traffic is sent to it. */
  get isReady(): boolean {
    return this.#startedMs !== undefined && this.#isStarted && this.#passesReadiness;
  }

  /** The container's process is gone, whoever ended it: it is started again. */
  ended(): void {
    if (this.#startedMs === undefined || this.#isStopped) return;
    this.#grace?.cancel();
    this.#startedMs = undefined;
    this.#isStarted = !this.#hasStartup;
    this.#passesReadiness = !this.#hasReadiness;
    // A call that is under way was about this container, not about the next one.
    for (const worker of this.#workers) worker.renew();
    this.#tell();
    const { clock, control } = this.#parts;
    const waitMs = this.#crashLoop.waitAfterEnd(clock.now());
    this.#restart = clock.setTimer(Math.max(startMs, waitMs), () => {
      this.#startedMs = clock.now();
      control.start();
      this.#tell();
    });
  }

  /** Ends every timer; the container stays as it is, and is not started any more. */
  stop(): void {
    this.#isStopped = true;
    for (const worker of this.#workers) worker.stop();
    this.#grace?.cancel();
    this.#restart?.cancel();
  }

  #turn(probe: Probe, isSuccess: boolean): void {
    if (probe.role === "readiness") this.#passesReadiness = isSuccess;
    else if (isSuccess) this.#isStarted = true;
    else this.#end(probe);
    this.#tell();
  }

  #end(probe: Probe): void {
    const { clock, control } = this.#parts;
    this.#parts.onRestart(probe);
    this.#grace?.cancel();
    this.#grace = clock.setTimer(graceMs, () => control.kill());
    control.stop();
  }

  #tell(): void {
    if (this.isReady === this.#wasReady) return;
    this.#wasReady = this.isReady;
    this.#parts.onTurn();
  }
}
