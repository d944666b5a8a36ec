import { type FaultProfile, faultProfiles } from "@leaderlab/cluster";
import { readFlags } from "../read-flags.ts";
import { UsageError } from "../usage-error.ts";
import { wholeNumber } from "../whole-number.ts";

/** What `leaderlab sim` is asked for. */
export interface SimOptions {
  readonly firstSeed: number;
  /** How many seeds are tried. */
  readonly runs: number;
  readonly nodes: number;
  readonly ttlSeconds: number;
  readonly durationMs: number;
  readonly profile: FaultProfile;
  /** The most seconds of real time that a search takes; a run that goes on then is cut short. */
  readonly limitSeconds: number;
  /** Where the timeline of a single run goes. */
  readonly timelinePath: string | undefined;
  /** Where failing runs go. */
  readonly folder: string;
  /** Whether a proxy stands in front of the nodes. */
  readonly hasProxy: boolean;
  readonly isJson: boolean;
}

/** The flags of `leaderlab sim`. */
export const simUsage = `Usage: leaderlab sim [flags]

Simulates etcd and lnd nodes in memory, on a virtual clock, with faults that are drawn from a seed. The same seed and
flags give the same timeline on any machine. While it runs the invariants of lnd and etcd are checked; a run that breaks
one is made as small as can be and written to a file that "leaderlab replay" runs again.

  --seed N        The seed (default 1).
  --runs N        Try N seeds from that one on, and stop at the first that fails (default 1).
  --nodes N       How many nodes (1 to 10000; default 5).
  --ttl S         The election's session TTL in seconds (default 10).
  --hours H       Virtual hours (default 1; fractions are taken).
  --faults NAME   chaos (default), failovers (the leader is killed every ten minutes) or none.
  --proxy         Also a leader-aware proxy in front of the nodes, a client that writes through it, and with chaos
                  faults on the proxy's own links.
  --limit S       Stop after so many seconds of real time (default 600).
  --timeline FILE Write the timeline of the run as JSON lines (with one run only).
  --out DIR       Where failing runs are written (default: this folder).
  --json          Print the summary as one JSON object.
  -h, --help

Exit code 0: no invariant was broken; 1: one was; 2: bad input.
`;

const flags = {
  seed: { type: "string", default: "1" },
  runs: { type: "string", default: "1" },
  nodes: { type: "string", default: "5" },
  ttl: { type: "string", default: "10" },
  hours: { type: "string", default: "1" },
  faults: { type: "string", default: "chaos" },
  proxy: { type: "boolean", default: false },
  limit: { type: "string", default: "600" },
  timeline: { type: "string" },
  out: { type: "string", default: "." },
  json: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

const msPerHour = 3_600_000;
const mostHours = 24 * 366;

/** Reads the command line; "help" when it asks for that. Throws UsageError. */
export function parseSimOptions(argv: readonly string[]): SimOptions | "help" {
  const values = readFlags(argv, flags);
  if (values.help) return "help";
  const profile = faultProfiles.find((name) => name === values.faults);
  if (profile === undefined) {
    throw new UsageError(`--faults takes ${faultProfiles.join(", ")}, not "${values.faults}"`);
  }
  const runs = wholeNumber("runs", values.runs, 1, 1_000_000);
  if (runs > 1 && values.timeline !== undefined) {
    throw new UsageError("--timeline goes with a single run: leave --runs out");
  }
  const hours = Number(values.hours);
  if (!(/^\d+(\.\d+)?$/.test(values.hours) && hours > 0 && hours <= mostHours)) {
    throw new UsageError(
      `--hours takes a number over 0 and up to ${mostHours}, not "${values.hours}"`,
    );
  }
  return {
    profile,
    runs,
    firstSeed: wholeNumber("seed", values.seed, 0, Number.MAX_SAFE_INTEGER - runs),
    nodes: wholeNumber("nodes", values.nodes, 1, 10_000),
    ttlSeconds: wholeNumber("ttl", values.ttl, 1, 86_400),
    durationMs: Math.round(hours * msPerHour),
    limitSeconds: wholeNumber("limit", values.limit, 1, 1_000_000),
    timelinePath: values.timeline,
    folder: values.out,
    hasProxy: values.proxy,
    isJson: values.json,
  };
}
