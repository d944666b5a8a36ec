import { asksFor, type JudgedProbe } from "../judged-probe.ts";
import type { ProbeRule } from "./probe-rule.ts";
import { passesAlways } from "./status-only.ts";

/** PROBE013: lnd opens its ports, and is a process, long before it leads. */
export const passesWhileWaiting: ProbeRule = {
  id: "PROBE013",
  *check(probe) {
    if (!probe.isRelied || probe.verdict("WAITING_TO_START") !== "yes") return;
    const state = probe.commands.find((command) => asksFor(command, "state"));
    const { action } = probe.read.probe;
    const isStatusOnly =
      state !== undefined || (action.kind === "http" && action.path.startsWith("/v1/state"));
    if (isStatusOnly && passesAlways(probe)) return;
    const command =
      state ?? probe.commands.find(({ name }) => /^(nc|ncat|netcat|pidof|pgrep)$/.test(name));
    yield {
      message: `${what(probe)} while lnd waits for its election: this passes on every standby`,
      position:
        action.kind === "tcp"
          ? (probe.read.fields.get("tcpSocket.port") ?? probe.position)
          : probe.positionOf(command, command?.pipeline),
    };
  },
};

function what({ read, commands }: JudgedProbe): string {
  const { action } = read.probe;
  if (action.kind === "tcp" || commands.some(({ name }) => /^(nc|ncat|netcat)$/.test(name))) {
    return "the port is open";
  }
  return commands.some(({ name }) => /^(pidof|pgrep)$/.test(name))
    ? "the process is there"
    : "it says yes";
}
