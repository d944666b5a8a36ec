import { asksFor } from "../judged-probe.ts";
import { onlyAnswers, type ProbeRule } from "./probe-rule.ts";

/** PROBE010: getinfo answers only with a macaroon and an open wallet, and before SERVER_ACTIVE too. */
export const getinfo: ProbeRule = {
  id: "PROBE010",
  *check(probe) {
    const { action } = probe.read.probe;
    const isHttp = action.kind === "http" && /^\/v1\/(?!state)\w/.test(action.path);
    const command = probe.commands.find((called) => asksFor(called, "info"));
    if (!isHttp && command === undefined) return;
    const tellsApart =
      probe.verdict("RPC_ACTIVE") === "no" && probe.verdict("SERVER_ACTIVE") === "yes";
    if (tellsApart) return;
    const isNever = probe.verdict("SERVER_ACTIVE") === "no";
    const what = isHttp
      ? action.path
      : command?.name === "lncli"
        ? "lncli getinfo"
        : "this request";
    yield {
      message: isNever
        ? `${what} is sent without a macaroon and never answered: this fails in every state`
        : `${what} needs a macaroon and an open wallet, and may be answered before SERVER_ACTIVE`,
      ...(isNever && { severity: "error" as const }),
      ...(!probe.isRelied && { advice: onlyAnswers }),
      position: isHttp
        ? (probe.read.fields.get("httpGet.path") ?? probe.position)
        : probe.positionOf(command),
    };
  },
};
