import { type Clock, createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { runCommand } from "../run-command.ts";
import type { Ending, EndSignal, Terminal } from "../terminal.ts";
import type { TerminalInput } from "../terminal-input.ts";

export interface FakeTerminalOptions {
  readonly clock?: Clock;
  readonly env?: Terminal["env"];
  /** What is typed, a line for each question; behind the last one the input ends. */
  readonly typed?: readonly string[];
  /** The input does not end behind the last line: nobody types any more. */
  readonly waits?: boolean;
  /** A pipe instead of a terminal. */
  readonly isPipe?: boolean;
}

/** A terminal that a test types at and reads. */
export interface FakeTerminal extends Terminal {
  /** What was written to standard output and standard error. */
  readonly stdout: string;
  readonly stderr: string;
  /** What somebody at the terminal has seen: both, and the answers that were not hidden. */
  readonly seen: string;
  /** Asks the process to end. */
  signal(signal: EndSignal): void;
  /** Resolves when standard output holds this text. */
  shows(text: string): Promise<void>;
}

/** A terminal for tests. */
export function createFakeTerminal(options: FakeTerminalOptions = {}): FakeTerminal {
  const written = { stdout: "", stderr: "", seen: "" };
  const signalListeners: ((signal: EndSignal) => void)[] = [];
  const watchers = new Set<() => void>();
  const write = (stream: "stdout" | "stderr", text: string) => {
    written[stream] += text;
    written.seen += text;
    for (const watcher of watchers) watcher();
  };
  return {
    clock: options.clock ?? createVirtualClock(),
    startedMs: 0,
    random: createSeededRandom(1),
    env: options.env ?? {},
    hasColor: false,
    input: fakeInput(options, (echo) => {
      written.seen += echo;
    }),
    out: (text) => write("stdout", text),
    err: (text) => write("stderr", text),
    onSignal: (listener) => signalListeners.push(listener),
    onExit: () => {},
    get stdout() {
      return written.stdout;
    },
    get stderr() {
      return written.stderr;
    },
    get seen() {
      return written.seen;
    },
    signal: (signal) => {
      for (const listener of signalListeners) listener(signal);
    },
    shows: (text) =>
      new Promise((resolve) => {
        const watcher = () => {
          if (!written.stdout.includes(text)) return;
          watchers.delete(watcher);
          resolve();
        };
        watchers.add(watcher);
        watcher();
      }),
  };
}

function fakeInput(options: FakeTerminalOptions, echo: (text: string) => void): TerminalInput {
  const lines = [...(options.typed ?? [])];
  const next = async (signal: AbortSignal | undefined): Promise<string | undefined> => {
    const line = lines.shift();
    if (line !== undefined || options.waits !== true) return line;
    return new Promise((_resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
  };
  return {
    isTerminal: options.isPipe !== true,
    readLine: async (signal) => {
      const line = await next(signal);
      if (line === undefined) return Buffer.alloc(0);
      echo(`${line}\n`);
      return Buffer.from(`${line}\n`);
    },
    readHiddenLine: async (signal) => {
      const line = await next(signal);
      return line === undefined ? undefined : Buffer.from(line);
    },
  };
}

/** How a command ended, and what it wrote. */
export interface Outcome {
  readonly ending: Ending;
  readonly stdout: string;
  readonly stderr: string;
  readonly seen: string;
}

/** Runs `leaderlab …` at a fake terminal, from its command line to its exit. */
export async function runAt(
  argv: readonly string[],
  options: FakeTerminalOptions = {},
): Promise<Outcome> {
  const terminal = createFakeTerminal(options);
  const ending = await runCommand(argv, terminal);
  const { stdout, stderr, seen } = terminal;
  return { ending, stdout, stderr, seen };
}
