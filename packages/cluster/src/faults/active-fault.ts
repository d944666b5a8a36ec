import type { FaultSpec } from "./fault-table.ts";

/** A fault that is at work until it is undone: `await using fault = await cluster.inject({ … })`. */
export interface ActiveFault extends AsyncDisposable {
  /** `fault-1`, `fault-2` … in the order in which they were injected. */
  readonly id: string;
  readonly spec: FaultSpec;
  /** How long until it is undone by itself, in the cluster's time; undefined when somebody has to. */
  readonly remainingMs: number | undefined;
  /** Makes good what the fault did. A second time it does nothing. */
  undo(): Promise<void>;
}

/** How long a fault is at work. */
export interface InjectOptions {
  /** Undoes it after so much of the cluster's time; default: never. */
  readonly forMs?: number;
}
