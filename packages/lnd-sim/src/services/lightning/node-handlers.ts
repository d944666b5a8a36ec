import {
  DebugLevelError,
  describeLevels,
  parseDebugLevels,
  servedSubsystems,
} from "../../config/debug-level.ts";
import { describeNode } from "../../describe-node.ts";
import { LndError } from "../../errors.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** Calls about the node itself. */
export function nodeHandlers(parts: LightningParts): LightningHandlers {
  let levels = parts.debugLevels;
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
        const changed = parseDebugLevels(level_spec, servedSubsystems);
        // A text without a level for all leaves the others as they are.
        levels = /^[^,=]*=/.test(level_spec)
          ? { level: levels.level, subsystems: { ...levels.subsystems, ...changed.subsystems } }
          : changed;
      } catch (error) {
        if (!(error instanceof DebugLevelError)) throw error;
        throw new LndError("invalidDebugLevel", error.reason);
      }
      return { sub_systems: describeLevels(levels) };
    },
  };
}
