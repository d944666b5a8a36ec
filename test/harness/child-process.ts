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
  readonly #isGroup: boolean;
  readonly #lines: string[] = [];
  readonly #waiting = new Set<() => void>();
  /** How many lines `nextLine` has gone past. */
  #read = 0;
  #end: Ended | undefined;

  constructor(command: readonly [string, ...string[]], options: ProcessOptions = {}) {
    const [program, ...args] = command;
    this.name = options.name ?? program;
    this.#child = spawn(program, args, {
      detached: options.isGroup ?? false,
      stdio: [options.input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
      ...(options.cwd !== undefined && { cwd: options.cwd }),
      env: { ...process.env, ...options.env },
    });
    this.#isGroup = options.isGroup ?? false;
    this.#child.stdin?.on("error", () => {}); // who ends before it has read all is told of by its end
    if (options.input !== "open") this.#child.stdin?.end(options.input);
    const abort = () => void this.kill("SIGKILL");
    options.signal?.addEventListener("abort", abort, { once: true });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      if (stream === null) continue;
      createInterface({ input: stream }).on("line", (line) => {
        this.#lines.push(line);
        this.#wake();
      });
    }
    this.ended = once(this.#child, "close").then(([code, signal]) => {
      this.#end = { code, signal };
      options.signal?.removeEventListener("abort", abort);
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

  /** Gives it a line to read, when its `input` is "open". */
  write(line: string): void {
    this.#child.stdin?.write(`${line}\n`);
  }

  /** The first line that matches, waited for. Rejects when the process ends without saying it. */
  async line(pattern: RegExp): Promise<string> {
    return this.#lines[await this.#find(pattern, 0)] ?? "";
  }

  /** As `line`, but only lines after the one that this gave last count. */
  async nextLine(pattern: RegExp): Promise<string> {
    const found = await this.#find(pattern, this.#read);
    this.#read = found + 1;
    return this.#lines[found] ?? "";
  }

  async #find(pattern: RegExp, from: number): Promise<number> {
    for (let index = from; ; index++) {
      while (index >= this.#lines.length) {
        if (this.#end !== undefined) {
          throw new Error(`${this.name} ended without ${pattern}; it said:\n${this.output}`);
        }
        await new Promise<void>((resolve) => this.#waiting.add(resolve));
      }
      if (pattern.test(this.#lines[index] ?? "")) return index;
    }
  }

  /** Sends a signal and waits for the end. */
  async kill(signal: NodeJS.Signals = "SIGTERM"): Promise<Ended> {
    if (this.#end === undefined) {
      if (this.#isGroup) process.kill(-this.pid, signal);
      else this.#child.kill(signal);
    }
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
  /** What it reads on stdin; nothing when left out; "open": what `write` gives it, one after the other. */
  readonly input?: string;
  readonly name?: string;
  /** Kills the process when it aborts: a test's own signal does so when the test takes too long. */
  readonly signal?: AbortSignal;
  /** Signals go to the process and all its children, as from a terminal. */
  readonly isGroup?: boolean;
}

/** Runs a process to its end. */
export async function runToEnd(
  command: readonly [string, ...string[]],
  options: ProcessOptions = {},
): Promise<Ended & { readonly output: string }> {
  await using child = new TestProcess(command, options);
  return { ...(await child.ended), output: child.output };
}
