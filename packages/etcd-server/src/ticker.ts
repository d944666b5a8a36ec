import type { Clock, Timer } from "@leaderlab/clock";
import type { Etcd } from "@leaderlab/etcd-core";

/** Moves a core's time on when something in it is due; the core itself never sets a timer. */
export interface Ticker {
  /** Looks for the next deadline again: to be called after every request, which may have brought it nearer. */
  arm(): void;
  stop(): void;
}

/** A ticker for this core. Nothing runs while nothing is due. */
export function createTicker(core: Pick<Etcd, "advance" | "nextDeadline">, clock: Clock): Ticker {
  let timer: Timer | undefined;
  let dueMs: number | undefined;
  let stopped = false;

  const arm = () => {
    const nextMs = stopped ? undefined : core.nextDeadline();
    // A deadline that moves away, as with every keep-alive, is looked for again when its old moment comes.
    if (nextMs === dueMs || (nextMs !== undefined && dueMs !== undefined && nextMs > dueMs)) return;
    timer?.cancel();
    dueMs = nextMs;
    timer = nextMs === undefined ? undefined : clock.setTimer(nextMs - clock.now(), tick);
  };
  const tick = () => {
    dueMs = undefined;
    core.advance(clock.now());
    arm();
  };
  return {
    arm,
    stop: () => {
      stopped = true;
      arm();
    },
  };
}
