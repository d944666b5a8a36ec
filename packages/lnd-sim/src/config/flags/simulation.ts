import { walletStates } from "../../wallet-state.ts";
import { used } from "../flag-row.ts";

/** Flags that lnd does not have. */
export const simulationRows = {
  sim: [
    used("sim.strict", "bool", "Refuse what the real lnd refuses, in its words"),
    used("sim.hold-in", "string", "Go no further than this state", {
      choices: Object.keys(walletStates),
    }),
  ],
} as const;
