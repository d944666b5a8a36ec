import type { Clock } from "@leaderlab/clock";
import type { TimeControl } from "./time-control.ts";
import type { Timeline } from "./timeline.ts";

/**
 * A time whose changes stand in the timeline. Virtual time is moved all the while, and by whoever runs the simulation:
 * of that nothing is told.
 */
export function toldTime(time: TimeControl, clock: Clock, timeline: Timeline): TimeControl {
  if (time.mode === "virtual") return time;
  const changed = (change: () => void) => {
    const before = time.speed;
    change();
    const { speed } = time;
    if (speed !== before) timeline.append({ kind: "timeChanged", speed });
  };
  const moved = async (move: () => Promise<void>) => {
    const fromMs = clock.now();
    await move();
    timeline.append({ kind: "timeAdvanced", ms: Math.round(clock.now() - fromMs) });
  };
  return {
    get mode() {
      return time.mode;
    },
    get speed() {
      return time.speed;
    },
    setSpeed: (speed) => changed(() => time.setSpeed(speed)),
    pause: () => changed(() => time.pause()),
    resume: () => changed(() => time.resume()),
    step: () => moved(() => time.step()),
    advance: (ms) => moved(() => time.advance(ms)),
  };
}
