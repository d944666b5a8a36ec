/** How the time of a cluster goes: as the machine's, faster or slower, not at all, or only when it is moved. */
export type TimeMode = "real" | "scaled" | "paused" | "virtual";

/** A cluster's time, and what can be done to it. What cannot be done on this cluster throws an Error that says so. */
export interface TimeControl {
  readonly mode: TimeMode;
  /** 1: as the machine's; 0: it stands still. */
  readonly speed: number;
  /** From 0 to 1000. Throws a RangeError. */
  setSpeed(speed: number): void;
  pause(): void;
  resume(): void;
  /** Moves time that stands still on to the next timer, and fires that one. */
  step(): Promise<void>;
  /** Moves time that stands still on, and fires everything that is due on the way. */
  advance(ms: number): Promise<void>;
}
