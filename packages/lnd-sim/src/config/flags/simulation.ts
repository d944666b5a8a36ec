import { walletStates } from "../../wallet-state.ts";
import { used } from "../flag-row.ts";

const choices = Object.keys(walletStates);

/** Flags that lnd does not have. */
export const simulationRows = {
  sim: [
    used("sim.strict", "bool", "Refuse what the real lnd refuses, in its words"),
    used("sim.hold-in", "string", "Go no further", { choices }),
    used("sim.fail-in", "string", "Fail on leaving it", { choices }),
    used("sim.delay", "[]string", "STATE:DURATION, how much longer to stay in a state; repeatable"),
    used(
      "sim.migration-time",
      "time.Duration",
      "How long the database migrates after the election",
    ),
    used("sim.synced-to-chain", "bool", "What GetInfo says of it"),
    used("sim.block-height", "uint32", "What GetInfo says of it"),
    used(
      "sim.lightning-network",
      "string",
      "A folder in which nodes of different processes find each other for payments",
    ),
    used("sim.rpc-delay", "[]string", "METHOD:DURATION or METHOD:hang, * for all; repeatable"),
  ],
} as const;
