import { judgedStates } from "../../judge/answers.ts";
import { asksFor } from "../judged-probe.ts";
import type { ProbeRule } from "./probe-rule.ts";

/** PROBE002: /v1/state answers 200 in every state, and `lncli state` ends with 0. */
export const statusOnly: ProbeRule = {
  id: "PROBE002",
  *check(probe) {
    if (!probe.isRelied || !passesAlways(probe)) return;
    const { action } = probe.read.probe;
    if (action.kind === "http") {
      if (!/^\/v1\/state(\?|$)/.test(action.path)) return;
      yield {
        message:
          "GET /v1/state is answered with 200 in every state, also by a standby; the state is in the body",
        position: probe.read.fields.get("httpGet.path") ?? probe.position,
      };
      return;
    }
    const asking = probe.commands.find((command) => asksFor(command, "state"));
    if (asking === undefined) return;
    yield {
      message: `${asking.name} succeeds in every state, also on a standby; nothing looks at what it answers`,
      position: probe.positionOf(asking),
    };
  },
};

/** Whether a probe says yes of every state in which lnd answers. */
export function passesAlways(probe: {
  verdict(state: (typeof judgedStates)[number]): string;
}): boolean {
  return judgedStates.every(
    (state) => state === "nothing-listening" || probe.verdict(state) === "yes",
  );
}
