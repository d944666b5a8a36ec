import { readFileSync } from "node:fs";
import { parseTimeline, type ReplayOutcome, replay, TimelineFileError } from "@leaderlab/cluster";
import type { Ending, Terminal } from "../terminal.ts";

const usage = `Usage: leaderlab replay FILE

Makes a simulation again that "leaderlab sim" has written, with the seed, options and schedule in the file's header, and
compares the two timelines event by event.

Exit code 0: they are equal; 1: they differ, and the first difference is shown; 2: bad input.
`;

/** `leaderlab replay`. */
export async function runReplay(argv: readonly string[], terminal: Terminal): Promise<Ending> {
  const [path, ...more] = argv;
  if (path === "--help" || path === "-h") {
    terminal.out(usage);
    return { code: 0 };
  }
  if (path === undefined || more.length > 0 || path.startsWith("-")) {
    terminal.err(`leaderlab replay: name one file\n\n${usage}`);
    return { code: 2 };
  }
  let outcome: ReplayOutcome;
  try {
    outcome = await replay(parseTimeline(readFileSync(path, "utf8"), path), path);
  } catch (error) {
    if (!(error instanceof TimelineFileError || isFileError(error))) throw error;
    terminal.err(`leaderlab replay: ${error.message}\n`);
    return { code: 2 };
  }
  const { difference, result } = outcome;
  if (difference !== undefined) {
    terminal.out(
      `The timelines differ at event ${difference.seq}:\n` +
        `  recorded: ${difference.recorded ?? "(no more events)"}\n` +
        `  replayed: ${difference.replayed ?? "(no more events)"}\n`,
    );
    return { code: 1 };
  }
  terminal.out(`${result.events} events, each as recorded.\n`);
  for (const { invariant, message, atMs } of result.violations) {
    terminal.out(`Broken after ${(atMs / 1000).toFixed(1)} s: ${invariant}: ${message}\n`);
  }
  return { code: 0 };
}

function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error;
}
