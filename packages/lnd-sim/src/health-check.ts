import type { Clock } from "@leaderlab/clock";
import { withDeadline } from "@leaderlab/election";
import type { HealthCheckConfig } from "./config/lnd-config.ts";
import type { LeaderElector } from "./leader-elector.ts";
import type { Log } from "./log.ts";

export interface HealthCheckParts {
  readonly elector: LeaderElector;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends the checks. */
  readonly signal: AbortSignal;
}

/**
 * Asks etcd again and again whether this node still leads. Resolves when it could not be shown in time, as often as
 * attempts are allowed: then the node must stop. This is all that deposes a leader: nothing reacts to the lost lease
 * itself. Mirrors: lnd healthcheck.Observation.
 */
export async function watchLeadership(
  config: HealthCheckConfig,
  parts: HealthCheckParts,
): Promise<"lost" | "ended"> {
  const { clock, log, signal } = parts;
  if (config.attempts === 0) return "ended";
  try {
    for (;;) {
      await clock.sleep(config.intervalMs, signal);
      if (await holds(config, parts)) continue;
      log("CRT", "SRVR", `Health check: leader status failed after ${config.attempts} calls`);
      return "lost";
    }
  } catch (error) {
    if (signal.aborted) return "ended";
    throw error;
  }
}

async function holds(config: HealthCheckConfig, parts: HealthCheckParts): Promise<boolean> {
  const { clock, signal } = parts;
  for (let attempt = 1; attempt <= config.attempts; attempt++) {
    if (await isLeader(config.timeoutMs, parts)) return true;
    if (attempt < config.attempts) await clock.sleep(config.backoffMs, signal);
  }
  return false;
}

/** One check: an answer that says no, an error and no answer in time count alike. */
async function isLeader(timeoutMs: number, parts: HealthCheckParts): Promise<boolean> {
  const { elector, clock, log, signal } = parts;
  try {
    const leads = await withDeadline(clock, timeoutMs, (until) => elector.isLeader(until), signal);
    if (!leads) log("DBG", "SRVR", "Not the current leader");
    return leads;
  } catch (error) {
    if (signal.aborted) throw error;
    return false;
  }
}
