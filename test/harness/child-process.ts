import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";

/** How a process ended: an exit code, or the signal that ended it. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A process of a test: its output is kept, its end and its lines can be awaited, and it does not outlive its scope. */
export class TestProcess implements AsyncDisposable {
  readonly name: string;
  readonly ended: Promise<Ended>;
  readonly #child: ChildProcess;
  readonly #lines: string[] = [];
  readonly #waiting = new Set<() => void>();
  #end: Ended | undefined;

  constructor(command: readonly [string, ...string[]], options: ProcessOptions = {}) {
    const [program, ...args] = command;
    this.name = options.name ?? program;
    this.#child = spawn(program, args, {
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
    });
    this.#child.stdin?.end(options.input);
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        this.#lines.push(line);
        this.#wake();
      });
    }
    this.ended = once(this.#child, "close").then(([code, signal]) => {
      this.#end = { code, signal };
      this.#wake();
      return this.#end;
    });
  }

  get pid(): number {
    return this.#child.pid ?? -1;
  }

  /** Everything it has said so far, stdout and stderr together. */
  get output(): string {
    return this.#lines.join("\n");
  }

  /** The first line that matches, waited for. Rejects when the process ends without saying it. */
  async line(pattern: RegExp): Promise<string> {
    for (let from = 0; ; ) {
      for (; from < this.#lines.length; from++) {
        const line = this.#lines[from] ?? "";
        if (pattern.test(line)) return line;
      }
      if (this.#end !== undefined) {
        throw new Error(`${this.name} ended without ${pattern}; it said:\n${this.output}`);
      }
      await new Promise<void>((resolve) => this.#waiting.add(resolve));
    }
  }

  /** Sends a signal and waits for the end. */
  async kill(signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> {
    if (this.#end === undefined) this.#child.kill(signal);
    return this.ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.kill("SIGKILL");
  }

  #wake(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }
}

/** Where and with what a process runs. */
export interface ProcessOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads on stdin; nothing when left out. */
  readonly input?: string;
  readonly name?: string;
}

/** Runs a process to its end. */
export async function runToEnd(
  command: readonly [string, ...string[]],
  options: ProcessOptions = {},
): Promise<Ended & { readonly output: string }> {
  await using child = new TestProcess(command, options);
  return { ...(await child.ended), output: child.output };
}
