import { asksFor } from "../judged-probe.ts";
import type { ProbeRule } from "./probe-rule.ts";

const early = ["NON_EXISTING", "LOCKED", "UNLOCKED", "RPC_ACTIVE"] as const;

/** PROBE012: states of a leader that does not serve yet are taken for one that does. */
export const tooEarly: ProbeRule = {
  id: "PROBE012",
  *check(probe) {
    if (probe.settings.contract !== "serving" || !probe.isRelied) return;
    if (probe.verdict("WAITING_TO_START") === "yes" || probe.verdict("SERVER_ACTIVE") !== "yes")
      return;
    const states = early.filter((state) => probe.verdict(state) === "yes");
    const onlyInfo = !probe.commands.some((command) => asksFor(command, "state"));
    if (states.length === 0 || onlyInfo) return;
    yield {
      message: `${probe.role === "waiter" ? "it goes on" : "it passes"} in ${states.join(", ")} already, when lnd does not serve yet`,
      position: probe.positionOf(probe.stateCommand(), probe.stateCommand()?.pipeline),
    };
  },
};
