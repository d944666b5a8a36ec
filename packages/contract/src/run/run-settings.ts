import type { Clock, Random } from "@leaderlab/clock";
import type { TrafficContract } from "../check-report.ts";
import type { Shell } from "../file-kind.ts";
import type { HeldPorts } from "../lab/index.ts";

/** One call of lncli by a probe. */
export interface LncliCall {
  /** What stands behind `lncli`, with the places of the node that is asked put in. */
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  out(text: string): void;
  err(text: string): void;
  /** Aborts when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
}

/** lncli as a function; resolves with its exit code. `apps/cli` has one. */
export type RunLncli = (call: LncliCall) => Promise<number>;

/** How probes are run. */
export interface RunSettings {
  readonly clock: Clock;
  readonly random: Random;
  /** What `lncli` in a probe is. Left out: a probe that calls it cannot be run. */
  readonly lncli?: RunLncli;
  /** What `sh` is; a probe is run in each. Default: dash. */
  readonly shells?: readonly Shell[];
  /** The ports that the probe's author knows; default 8080 and 10009. They are led to the node that is asked. */
  readonly ports?: HeldPorts;
  /**
   * How long a waiter may wait until it counts as one that waits on; default 10000. One that sleeps and looks again is
   * known to wait on after a few of them.
   */
  readonly waiterLimitMs?: number;
  /**
   * By how much the limit of other probes is stretched, for a machine that is far busier than lnd's would be; default
   * 1. What takes longer than its own limit passes then unnoticed.
   */
  readonly patience?: number;
  /** How many runs may go on at once; default 4. */
  readonly concurrency?: number;
  readonly signal?: AbortSignal;
}

/** Settings of a whole truth table. */
export interface TruthTableOptions extends RunSettings {
  readonly contract: TrafficContract;
}

/** A probe that cannot be run here, and what to do about it: a program is missing, a port is nobody's. */
export class ProbeProblem extends Error {
  override readonly name = "ProbeProblem";
}
