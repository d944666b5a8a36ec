import type { FaultSpec } from "./fault-table.ts";

/** A fault that is at work until it is undone: `await using fault = await cluster.inject({ … })`. */
export interface ActiveFault extends AsyncDisposable {
  /** `fault-1`, `fault-2` … in the order in which they were injected. */
  readonly id: string;
  readonly spec: FaultSpec;
  /** Makes good what the fault did. A second time it does nothing. */
  undo(): Promise<void>;
}
