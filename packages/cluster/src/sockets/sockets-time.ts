import type { Clock, ScaledClock } from "@leaderlab/clock";
import type { TimeControl, TimeMode } from "../time-control.ts";
import { TimeError } from "../time-error.ts";

/** How many turns of the event loop in a row are quiet when everything on its way has arrived. */
const quietTurns = 8;
/** What is not quiet by then is somebody else's traffic. */
const mostTurns = 2000;

export interface SocketsTimeOptions {
  readonly clock: Clock;
  /** Counts what passes between the cluster's parts: while it grows, something is on its way. */
  readonly traffic: () => number;
  /** Whether etcd is somebody else's, whose leases run by themselves. */
  readonly hasForeignEtcd: boolean;
}

/**
 * The time of a cluster on real sockets. Its clocks can go faster, stand still and be moved; sockets and whoever else
 * is connected go on in real time, so before time is moved on to the next timer, what is on its way arrives.
 */
export class SocketsTime implements TimeControl {
  readonly #options: SocketsTimeOptions;
  #speedBefore = 1;
  #isMoving = false;

  constructor(options: SocketsTimeOptions) {
    this.#options = options;
  }

  get mode(): TimeMode {
    if (this.speed === 0) return "paused";
    return this.speed === 1 ? "real" : "scaled";
  }

  get speed(): number {
    const { clock } = this.#options;
    return isScaled(clock) ? clock.speed : 1;
  }

  setSpeed(speed: number): void {
    const clock = this.#scaled();
    if (this.#isMoving) throw new TimeError("time is being moved already; wait for that");
    clock.setSpeed(speed);
    if (speed !== 0) this.#speedBefore = speed;
  }

  pause(): void {
    this.setSpeed(0);
  }

  resume(): void {
    if (this.speed === 0) this.setSpeed(this.#speedBefore);
  }

  async step(): Promise<void> {
    await this.#move(async (clock) => {
      await clock.step();
    });
  }

  async advance(ms: number): Promise<void> {
    if (!(ms >= 0 && Number.isFinite(ms))) throw new RangeError(`advance: ${ms} is no time`);
    await this.#move((clock) => clock.advance(ms, () => this.#quiet()));
  }

  async #move(work: (clock: ScaledClock) => Promise<void>): Promise<void> {
    const clock = this.#scaled();
    if (clock.speed !== 0) throw new TimeError("time runs by itself: pause it first");
    if (this.#isMoving) throw new TimeError("time is being moved already; wait for that");
    this.#isMoving = true;
    try {
      await this.#quiet();
      await work(clock);
      await this.#quiet();
    } finally {
      this.#isMoving = false;
    }
  }

  async #quiet(): Promise<void> {
    let seen = this.#options.traffic();
    for (let turn = 0, quiet = 0; turn < mostTurns && quiet < quietTurns; turn++) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      const now = this.#options.traffic();
      quiet = now === seen && !isWorking() ? quiet + 1 : 0;
      seen = now;
    }
  }

  #scaled(): ScaledClock {
    const { clock, hasForeignEtcd } = this.#options;
    if (hasForeignEtcd) {
      throw new TimeError(
        "time cannot be steered: this etcd is not the lab's, and its leases run by themselves",
      );
    }
    if (isScaled(clock)) return clock;
    throw new TimeError(
      "time cannot be steered: start the cluster with a clock of createScaledClock",
    );
  }
}

function isScaled(clock: Clock): clock is ScaledClock {
  return "setSpeed" in clock;
}

/** Work on other threads that this process waits for: files and passwords. */
function isWorking(): boolean {
  return process
    .getActiveResourcesInfo()
    .some((resource) => /^(FS|Scrypt|PBKDF2|Random)/.test(resource));
}
