import {
  type Clock,
  createScaledClock,
  createVirtualClock,
  type ScaledClock,
  type VirtualClock,
} from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { parseGoDuration } from "@leaderlab/golang";

/** How a server's time goes. */
export type TimeMode =
  /** As the machine's, or as the clock that was given. */
  | "real"
  /** As the machine's, faster or slower. */
  | "scaled"
  /** Not at all, until it is resumed or advanced: leases do not run out. */
  | "paused"
  /** Not at all, for ever: only `advance` moves it. */
  | "virtual";

/** A server's time, and what can be done to it. */
export interface ServerTime {
  readonly clock: Clock;
  readonly mode: TimeMode;
  /** Milliseconds, or a duration as Go writes it: `90s`, `1h30m`. */
  advance(duration: number | string): Promise<void>;
  setSpeed(speed: number): void;
}

/**
 * The time of a server: "real" is the machine's, "virtual" stands still from the start; a clock is taken as it is. A
 * clock that can be advanced is.
 */
export function serverTime(given: Clock | "real" | "virtual" = "real"): ServerTime {
  if (given === "virtual") return virtualTime(createVirtualClock());
  if (given === "real") return scaledTime(createScaledClock(createRealClock()));
  if (isVirtual(given)) return virtualTime(given);
  if (isScaled(given)) return scaledTime(given);
  return foreignTime(given);
}

function virtualTime(clock: VirtualClock): ServerTime {
  return {
    clock,
    mode: "virtual",
    advance: async (duration) => clock.advance(milliseconds(duration)),
    setSpeed() {
      throw new Error("virtual time has no speed: advance it");
    },
  };
}

function scaledTime(clock: ScaledClock): ServerTime {
  return {
    clock,
    get mode() {
      if (clock.speed === 0) return "paused";
      return clock.speed === 1 ? "real" : "scaled";
    },
    async advance(duration) {
      const ms = milliseconds(duration);
      if (clock.speed !== 0) throw new Error(`advance: time runs by itself here. ${stopIt}`);
      await clock.advance(ms);
    },
    setSpeed: (speed) => clock.setSpeed(speed),
  };
}

function foreignTime(clock: Clock): ServerTime {
  const refuse = (verb: string) => new Error(`${verb}: the clock that was given cannot do that`);
  return {
    clock,
    mode: "real",
    advance: () => Promise.reject(refuse("advance")),
    setSpeed() {
      throw refuse("setSpeed");
    },
  };
}

const stopIt = 'Stop it with pause(), or start the server with { clock: "virtual" }.';

function isVirtual(clock: Clock): clock is VirtualClock {
  return "runUntil" in clock;
}

function isScaled(clock: Clock): clock is ScaledClock {
  return "setSpeed" in clock;
}

const nanosecondsPerMs = 1_000_000;

function milliseconds(duration: number | string): number {
  const ms =
    typeof duration === "number" ? duration : Number(parseGoDuration(duration)) / nanosecondsPerMs;
  if (!(ms >= 0 && Number.isFinite(ms)))
    throw new RangeError(`advance: ${duration} is no duration`);
  return ms;
}
