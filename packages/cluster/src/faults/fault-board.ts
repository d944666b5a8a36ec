import type { ActiveFault } from "./active-fault.ts";
import { FaultError, type FaultTargets, type Undo } from "./fault-kind.ts";
import { type FaultSpec, faultKind } from "./fault-table.ts";
import { parseFaultSpec } from "./parse-fault.ts";

/** The most faults at work at a time. */
const mostFaults = 1000;

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
  inject(spec: FaultSpec): Promise<ActiveFault>;
  /** Undoes every fault, the newest first. */
  undoAll(): Promise<void>;
}

/** A board without faults. `tell` hears of each as it has begun, and as it has been undone. */
export function createFaultBoard(
  targets: FaultTargets,
  tell: (news: FaultNews) => void,
): FaultBoard {
  const active = new Map<string, ActiveFault>();
  let injected = 0;
  const begin = (spec: FaultSpec, undo: Undo): ActiveFault => {
    injected += 1;
    const id = `fault-${injected}`;
    let undone: Promise<void> | undefined;
    const end = async () => {
      active.delete(id);
      await undo();
      tell({ kind: "faultUndone", fault });
    };
    const fault: ActiveFault = {
      id,
      spec,
      undo: () => {
        undone ??= end();
        return undone;
      },
      [Symbol.asyncDispose]: () => fault.undo(),
    };
    active.set(id, fault);
    tell({ kind: "faultInjected", fault });
    return fault;
  };
  return {
    get faults() {
      return [...active.values()];
    },
    async inject(given) {
      const spec = parseFaultSpec(given);
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
      return begin(spec, await kind.start(spec, targets));
    },
    async undoAll() {
      for (const fault of [...active.values()].toReversed()) await fault.undo();
    },
  };
}
