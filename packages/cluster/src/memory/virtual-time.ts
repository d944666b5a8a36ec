import type { VirtualClock } from "@leaderlab/clock";
import type { TimeControl } from "../time-control.ts";

/** The longest that `finish` moves time on: an hour is more than any shutdown of a node takes. */
const finishLimitMs = 3_600_000;

/** The time of a simulation: it stands still until it is moved, by one caller at a time. */
export class VirtualTime implements TimeControl {
  readonly mode = "virtual";
  readonly speed = 0;
  readonly #clock: VirtualClock;
  #isMoving = false;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  setSpeed(): void {
    throw new Error("virtual time has no speed: advance it");
  }

  pause(): void {
    throw new Error("virtual time stands still by itself");
  }

  resume(): void {
    throw new Error("virtual time does not run by itself: advance it");
  }

  async step(): Promise<void> {
    await this.#move("step", async () => {
      await this.#clock.step();
    });
  }

  async advance(ms: number): Promise<void> {
    await this.#move("advance", () => this.#clock.advance(ms));
  }

  /** Moves time on until something has settled, unless somebody moves it already: then they do. */
  async finish<T>(work: Promise<T>): Promise<T> {
    if (this.#isMoving) return work;
    let isSettled = false;
    const settle = () => {
      isSettled = true;
    };
    work.then(settle, settle);
    await this.#move("finish", () => this.#clock.runUntil(() => isSettled, finishLimitMs));
    return work;
  }

  async #move(verb: string, work: () => Promise<void>): Promise<void> {
    if (this.#isMoving) {
      throw new Error(`${verb}: time is being moved already; from within, set a timer instead`);
    }
    this.#isMoving = true;
    try {
      await work();
    } finally {
      this.#isMoving = false;
    }
  }
}
