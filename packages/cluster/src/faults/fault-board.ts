import type { Clock } from "@leaderlab/clock";
import type { ActiveFault, InjectOptions } from "./active-fault.ts";
import { FaultError, type FaultTargets, type Undo } from "./fault-kind.ts";
import { type FaultSpec, faultKind } from "./fault-table.ts";
import { parseFaultSpec } from "./parse-fault.ts";

/** The most faults at work at a time. */
const mostFaults = 1000;

/** The longest that a fault undoes itself after: 30 days. */
const mostForMs = 2_592_000_000;

/** What a board tells of. */
export interface FaultNews {
  readonly kind: "faultInjected" | "faultUndone";
  readonly fault: ActiveFault;
}

/** The faults of one cluster, whatever its fabric. */
export interface FaultBoard {
  /** Those at work, in the order in which they were injected. */
  readonly faults: readonly ActiveFault[];
  /**
   * Lets something go wrong. Rejects with a FaultError for a spec that is none, for one that this cluster has no place
   * for, and at 1,000 faults.
   */
  inject(spec: FaultSpec, options?: InjectOptions): Promise<ActiveFault>;
  /** Undoes every fault, the newest first. */
  undoAll(): Promise<void>;
}

/** What a board works with. */
export interface FaultBoardParts {
  readonly targets: FaultTargets;
  /** The cluster's time. */
  readonly clock: Clock;
  /** Hears of each fault as it has begun, and as it has been undone. */
  readonly tell: (news: FaultNews) => void;
}

/** A board without faults. */
export function createFaultBoard({ targets, clock, tell }: FaultBoardParts): FaultBoard {
  const active = new Map<string, ActiveFault>();
  let injected = 0;
  const begin = (spec: FaultSpec, undo: Undo, forMs: number | undefined): ActiveFault => {
    injected += 1;
    const id = `fault-${injected}`;
    let undone: Promise<void> | undefined;
    const untilMs = forMs === undefined ? undefined : clock.now() + forMs;
    const end = async () => {
      timer?.cancel();
      active.delete(id);
      await undo();
      tell({ kind: "faultUndone", fault });
    };
    const fault: ActiveFault = {
      id,
      spec,
      get remainingMs() {
        return untilMs === undefined ? undefined : Math.max(0, untilMs - clock.now());
      },
      undo: () => {
        undone ??= end();
        return undone;
      },
      [Symbol.asyncDispose]: () => fault.undo(),
    };
    // An undo that fails by itself has nobody to tell but the next one who undoes.
    const timer =
      forMs === undefined
        ? undefined
        : clock.setTimer(forMs, () => void fault.undo().catch(() => {}));
    active.set(id, fault);
    tell({ kind: "faultInjected", fault });
    return fault;
  };
  return {
    get faults() {
      return [...active.values()];
    },
    async inject(given, { forMs } = {}) {
      const spec = parseFaultSpec(given);
      if (forMs !== undefined && !(forMs > 0 && forMs <= mostForMs)) {
        throw new FaultError(`forMs is ${forMs}; it is more than 0 and at most ${mostForMs}`);
      }
      const kind = faultKind(spec.kind);
      const { fabric } = targets;
      if (!kind.fabrics.includes(fabric)) {
        throw new FaultError(
          `${spec.kind} is for a cluster in memory: on ${fabric} TCP repairs it before anybody sees it`,
        );
      }
      if (active.size >= mostFaults) {
        throw new FaultError(`${mostFaults} faults are at work already; undo some first`);
      }
      return begin(spec, await kind.start(spec, targets), forMs);
    },
    async undoAll() {
      for (const fault of [...active.values()].toReversed()) await fault.undo();
    },
  };
}
