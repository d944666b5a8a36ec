import { used } from "../flag-row.ts";

/** Flags that lnd does not have. */
export const simulationRows = {
  sim: [used("sim.strict", "bool", "Refuse what the real lnd refuses, in its words")],
} as const;
