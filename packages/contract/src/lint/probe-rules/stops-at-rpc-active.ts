import type { ProbeRule } from "./probe-rule.ts";

/** PROBE014: RPC_ACTIVE lasts for a moment; what looks for it alone misses it. */
export const stopsAtRpcActive: ProbeRule = {
  id: "PROBE014",
  *check(probe) {
    if (!probe.isRelied) return;
    if (probe.verdict("RPC_ACTIVE") !== "yes" || probe.verdict("SERVER_ACTIVE") !== "no") return;
    const command = probe.stateCommand();
    yield {
      message:
        probe.role === "waiter"
          ? "it waits for RPC_ACTIVE, which lasts for a moment: in SERVER_ACTIVE it waits for ever"
          : "it passes in RPC_ACTIVE, which lasts for a moment, and fails in SERVER_ACTIVE",
      position: probe.positionOf(command, command?.pipeline),
    };
  },
};
