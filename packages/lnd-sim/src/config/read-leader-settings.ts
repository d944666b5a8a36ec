import { toMs } from "@leaderlab/golang";
import { defaultValue, type FlagSettings, setFlag } from "./flag-settings.ts";
import { readLndConf } from "./lnd-conf.ts";
import type { HealthCheckConfig } from "./lnd-config.ts";
import { defaultSessionTtlSeconds } from "./lnd-config.ts";
import { type FlagName, lndFlagRow, lndFlags } from "./lnd-flags.ts";

/** What of a configuration decides how long a leader leads and how soon it notices that it no longer does. */
export interface LeaderSettings {
  readonly sessionTtlSeconds: number;
  readonly leaderCheck: HealthCheckConfig;
}

/** The flags of `LeaderSettings`, as lnd spells them. */
export const leaderSettingFlags = [
  "cluster.leader-session-ttl",
  "healthcheck.leader.interval",
  "healthcheck.leader.attempts",
  "healthcheck.leader.timeout",
  "healthcheck.leader.backoff",
] as const satisfies readonly FlagName[];

/**
 * Reads these settings from an lnd.conf, if there is one, and from flags, which come first; what is in neither has
 * lnd's default. Nothing else of the file is checked but that it can be read. Throws ConfError with path and line, and
 * a GoValueError for a flag's value.
 */
export function readLeaderSettings(
  conf: { readonly path: string; readonly text: string } | undefined,
  flags: Readonly<Partial<Record<(typeof leaderSettingFlags)[number], string>>>,
): LeaderSettings {
  const settings: FlagSettings =
    conf === undefined ? new Map() : readLndConf(conf.path, conf.text, lndFlags);
  for (const name of leaderSettingFlags) {
    const text = flags[name];
    if (text !== undefined) setFlag(settings, lndFlagRow(name), text);
  }
  const settingOf = (name: FlagName) => {
    const row = lndFlagRow(name);
    return settings.get(name) ?? defaultValue(row, row.default);
  };
  const spanOf = (name: FlagName) => toMs(settingOf(name) as bigint);
  const ttl = settingOf("cluster.leader-session-ttl") as number;
  return {
    sessionTtlSeconds: ttl > 0 ? ttl : defaultSessionTtlSeconds,
    leaderCheck: {
      intervalMs: spanOf("healthcheck.leader.interval"),
      attempts: settingOf("healthcheck.leader.attempts") as number,
      timeoutMs: spanOf("healthcheck.leader.timeout"),
      backoffMs: spanOf("healthcheck.leader.backoff"),
    },
  };
}
