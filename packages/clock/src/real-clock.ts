import { type Clock, sleepWith, type Timer } from "./clock.ts";

/** The longest delay that Node's timers take; a longer one is waited for in parts. */
const longestDelayMs = 2 ** 31 - 1;

/** The clock of the machine. It stands in a subpath of its own, so that an import of it is easy to find. */
export function createRealClock(): Clock {
  const clock: Clock = {
    now: () => performance.now(),
    unixNow: () => Date.now(),
    setTimer: (delayMs, callback) => setLongTimer(Math.max(0, delayMs), callback),
    sleep: (delayMs, signal) => sleepWith(clock, delayMs, signal),
  };
  return clock;
}

function setLongTimer(delayMs: number, callback: () => unknown): Timer {
  let remainingMs = delayMs;
  let handle: NodeJS.Timeout;
  const arm = () => {
    const partMs = Math.min(remainingMs, longestDelayMs);
    remainingMs -= partMs;
    handle = setTimeout(() => (remainingMs > 0 ? arm() : callback()), partMs);
  };
  const cancel = () => clearTimeout(handle);
  const reset = (newDelayMs: number) => {
    cancel();
    remainingMs = Math.max(0, newDelayMs);
    arm();
  };
  arm();
  return { cancel, reset };
}
