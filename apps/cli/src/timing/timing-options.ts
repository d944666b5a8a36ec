import { readFileSync } from "node:fs";
import {
  defaultProbe,
  defaultTakeover,
  type ProbeSettings,
  type TimingSettings,
  type TimingTarget,
} from "@leaderlab/cluster/timing";
import { goReadError, parseGoDuration, toMs } from "@leaderlab/golang";
import {
  type LeaderSettings,
  leaderSettingFlags,
  readLeaderSettings,
} from "@leaderlab/lnd-sim/leader-settings";
import { readFlagsAndNames } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";

/** One node whose times are asked for. */
export interface TimedNode {
  /** The lnd.conf's path; `flags` without one. */
  readonly name: string;
  readonly settings: TimingSettings;
}

/** What `leaderlab timing` is asked for. */
export interface TimingOptions {
  readonly nodes: readonly TimedNode[];
  readonly target: TimingTarget;
  /** How many seeds are simulated; undefined: as many as are had soon. */
  readonly seeds: number | undefined;
  readonly isJson: boolean;
}

/** Without `--simulate`: so many seeds, but none begins after so long, over all nodes. */
export const defaultSeeds = { most: 20, ms: 3000 } as const;
const mostSeeds = 100_000;

/** The flags of `leaderlab timing`. */
export const timingUsage = `Usage: leaderlab timing [flags] [lnd.conf ...]

How long a failover takes and how long two nodes may lead at worst, by formula, and how these times are spread over many
simulations; for one node's settings or for those of several lnd.conf. Flags come before what a file says; what neither
says has lnd's default.

  --cluster.leader-session-ttl S      The election's session TTL in seconds (lnd's default: 90). Also: --ttl S.
  --healthcheck.leader.interval D     How often a leader asks whether it still leads (1m).
  --healthcheck.leader.attempts N     How many checks must fail (1); 0 for no checks.
  --healthcheck.leader.timeout D      How long one check may take (5s).
  --healthcheck.leader.backoff D      Between two attempts (5s).
  --probe.period D                    The readiness probe or proxy check: how often (10s),
  --probe.timeout D                   how long one may take (1s),
  --probe.failure-threshold N         how many must fail (3),
  --probe.success-threshold N         how many must succeed (1).
  --takeover D                        From a won election to SERVER_ACTIVE: at most this (2s).
  --max-outage D                      Suggest settings that keep the outage below this,
  --max-overlap D                     and the time with two leaders below this.
  --simulate N                        Simulate clusters of N seeds; 0 for none. Without this
                                      flag: ${defaultSeeds.most} seeds, or those that run in ${defaultSeeds.ms / 1000} s.
  --json                              Print the same as JSON; what may last for ever is null.
  -h, --help

A duration is written as Go does it: 500ms, 5s, 1m30s.
`;

const flags = {
  "cluster.leader-session-ttl": { type: "string" },
  ttl: { type: "string" },
  "healthcheck.leader.interval": { type: "string" },
  "healthcheck.leader.attempts": { type: "string" },
  "healthcheck.leader.timeout": { type: "string" },
  "healthcheck.leader.backoff": { type: "string" },
  "probe.period": { type: "string" },
  "probe.timeout": { type: "string" },
  "probe.failure-threshold": { type: "string" },
  "probe.success-threshold": { type: "string" },
  takeover: { type: "string" },
  "max-outage": { type: "string" },
  "max-overlap": { type: "string" },
  simulate: { type: "string" },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

type Values = { readonly [Name in keyof typeof flags]?: string | boolean | undefined };

/** Reads the command line and the files that it names; "help" when it asks for that. Throws UsageError. */
export function parseTimingOptions(argv: readonly string[]): TimingOptions | "help" {
  const { values, positionals } = readFlagsAndNames(argv, flags);
  if (values.help) return "help";
  const rest = { probe: probeOf(values), takeover: takeoverOf(values.takeover) };
  const files = positionals.length === 0 ? [undefined] : positionals;
  const nodes = files.map((path) => {
    const { sessionTtlSeconds, leaderCheck } = leaderSettings(path, values);
    const settings: TimingSettings = { ttlSeconds: sessionTtlSeconds, leaderCheck, ...rest };
    if (leaderCheck.intervalMs > 0) return { name: path ?? "flags", settings };
    throw new UsageError("healthcheck.leader.interval must be more than 0");
  });
  const outageMs = spanOf("max-outage", values["max-outage"]);
  const overlapMs = spanOf("max-overlap", values["max-overlap"]);
  return {
    nodes,
    target: {
      ...(outageMs !== undefined && { maxOutageMs: outageMs }),
      ...(overlapMs !== undefined && { maxOverlapMs: overlapMs }),
    },
    seeds: seedsOf(values.simulate),
    isJson: values.json,
  };
}

function leaderSettings(path: string | undefined, values: Values): LeaderSettings {
  const given = leaderSettingFlags.flatMap((name) => {
    const value = values[name] ?? (name === "cluster.leader-session-ttl" ? values.ttl : undefined);
    return typeof value === "string" ? [[name, value] as const] : [];
  });
  try {
    const conf = path === undefined ? undefined : { path, text: readFile(path) };
    return readLeaderSettings(conf, Object.fromEntries(given));
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function readFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    throw new UsageError(goReadError(path, error));
  }
}

function probeOf(values: Values): ProbeSettings {
  return {
    periodMs: spanOf("probe.period", values["probe.period"]) ?? defaultProbe.periodMs,
    timeoutMs: spanOf("probe.timeout", values["probe.timeout"]) ?? defaultProbe.timeoutMs,
    failureThreshold: countOf(values, "probe.failure-threshold", defaultProbe.failureThreshold),
    successThreshold: countOf(values, "probe.success-threshold", defaultProbe.successThreshold),
  };
}

function takeoverOf(text: string | boolean | undefined): TimingSettings["takeover"] {
  const maxMs = spanOf("takeover", text) ?? defaultTakeover.maxMs;
  return { minMs: Math.min(defaultTakeover.minMs, maxMs), maxMs };
}

function spanOf(name: string, text: string | boolean | undefined): number | undefined {
  if (typeof text !== "string") return undefined;
  let ms: number;
  try {
    ms = toMs(parseGoDuration(text));
  } catch (error) {
    throw new UsageError(`--${name}: ${(error as Error).message}`);
  }
  if (ms >= 0) return ms;
  throw new UsageError(`--${name} takes a duration of 0 or more, not "${text}"`);
}

function countOf(values: Values, name: keyof Values, otherwise: number): number {
  const text = values[name];
  if (typeof text !== "string") return otherwise;
  if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
  throw new UsageError(`--${name} takes a whole number from 1 on, not "${text}"`);
}

function seedsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,6}$/.test(text) && Number(text) <= mostSeeds) return Number(text);
  throw new UsageError(`--simulate takes a number of seeds from 0 to ${mostSeeds}, not "${text}"`);
}
