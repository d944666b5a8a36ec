import { describeSpan, type SimulationResult } from "@leaderlab/cluster";
import { parseSimOptions, type SimOptions, simUsage } from "../sim/sim-options.ts";
import { hours, runSimulations, type SimOutcome } from "../sim/sim-run.ts";
import type { Ending, Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** `leaderlab sim`. Ends with 1 when an invariant was broken, or a file cannot be written; with 2 for bad input. */
export async function runSim(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  let options: SimOptions | "help";
  try {
    options = parseSimOptions(argv);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`leaderlab sim: ${error.message}\n\n${simUsage}`);
    return { code: 2 };
  }
  if (options === "help") {
    terminal.out(simUsage);
    return { code: 0 };
  }
  try {
    const outcome = await runSimulations(options, terminal, (line) => terminal.err(`${line}\n`));
    terminal.out(options.isJson ? `${JSON.stringify(outcome)}\n` : render(outcome, options));
    return { code: outcome.failure === undefined ? 0 : 1 };
  } catch (error) {
    if (!isFileError(error)) throw error;
    terminal.err(`leaderlab sim: ${error.message}\n`);
    return { code: 1 };
  }
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}

function render(outcome: SimOutcome, options: SimOptions): string {
  const { result, runs, seed, tookMs, failure } = outcome;
  const seeds = runs === 1 ? `seed ${seed}` : `${runs} seeds from ${options.firstSeed} to ${seed}`;
  const lines = [
    `${seeds}: ${options.nodes} nodes, TTL ${options.ttlSeconds} s, faults: ${options.profile}; ${(tookMs / 1000).toFixed(1)} s`,
    ...(runs === 1 ? summary(result) : []),
    ...(result.isCutShort ? ["The time was over: the last run was cut short."] : []),
  ];
  if (failure === undefined) return `${[...lines, "No invariant was broken."].join("\n")}\n`;
  const { run, path } = failure;
  const { violation, schedule } = run;
  return `${[
    ...lines,
    `Broken: ${violation.invariant}: ${violation.message}`,
    `The shortest schedule that still breaks it, seed ${run.options.seed}, ${run.options.nodes} nodes:`,
    ...(schedule.length === 0
      ? ["  no fault at all"]
      : schedule.map((span) => `  ${describeSpan(span)}`)),
    "Run it again:",
    `  leaderlab replay ${path}`,
  ].join("\n")}\n`;
}

function summary({ events, hash, ranMs, failoversMs, windows }: SimulationResult): string[] {
  const sorted = failoversMs.toSorted((a, b) => a - b);
  const at = (share: number) =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) / 1000).toFixed(
      2,
    );
  const spans = Object.entries(windows).map(
    ([name, { count, longestMs, totalMs }]) =>
      `  ${name}: ${count}, the longest ${(longestMs / 1000).toFixed(1)} s, together ${(totalMs / 1000).toFixed(1)} s`,
  );
  return [
    `  ${hours(ranMs)} virtual hours, ${events} events, timeline ${hash.slice(0, 16)}`,
    sorted.length === 0
      ? "  no failover"
      : `  ${sorted.length} failovers: ${at(0)} s at best, ${at(0.5)} s median, ${at(0.99)} s p99, ${at(1)} s at worst`,
    ...spans,
  ];
}
