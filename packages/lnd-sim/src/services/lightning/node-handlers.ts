import { DebugLevelError, servedSubsystems } from "../../config/debug-level.ts";
import { describeNode } from "../../describe-node.ts";
import { LndError } from "../../errors.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** Calls about the node itself. */
export function nodeHandlers(parts: LightningParts): LightningHandlers {
  return {
    GetInfo: () => describeNode(parts.facts()),
    GetRecoveryInfo: () => ({}),
    StopDaemon() {
      parts.requestShutdown();
      return { status: "shutdown initiated, check logs for progress" };
    },
    DebugLevel({ show, level_spec }) {
      if (show) return { sub_systems: servedSubsystems.join(" ") };
      try {
        return { sub_systems: parts.logLevels.set(level_spec) };
      } catch (error) {
        if (!(error instanceof DebugLevelError)) throw error;
        throw new LndError("invalidDebugLevel", error.reason);
      }
    },
  };
}
