import { type ChildProcess, spawn } from "node:child_process";
import type { Clock } from "@leaderlab/clock";
import { ProxyProblem } from "./proxy-problem.ts";

/** A program of this machine that a proxy under test is. */
export interface Program {
  readonly name: string;
  /** Debian's package. */
  readonly debianPackage: string;
}

/** How a program is started. */
export interface ProgramOptions {
  readonly args: readonly string[];
  readonly folder: string;
  readonly env?: { readonly [name: string]: string };
}

/** Where Debian keeps servers that are not on every user's PATH. */
const path = () => `${process.env["PATH"] ?? ""}:/usr/local/sbin:/usr/sbin:/sbin`;
const mostOutput = 20_000;

/** A program that runs, and what it has written. */
export class RunningProgram {
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  #output = "";
  #hasExited = false;

  constructor({ name, debianPackage }: Program, { args, folder, env = {} }: ProgramOptions) {
    const own = { ...process.env, ...env, PATH: path(), HOME: folder };
    this.#child = spawn(name, args, { cwd: folder, env: own, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on("data", (piece: Buffer) => {
        this.#output = `${this.#output}${piece.toString()}`.slice(-mostOutput);
      });
    }
    this.#exited = new Promise((resolve, reject) => {
      this.#child.once("error", (error: NodeJS.ErrnoException) => {
        this.#hasExited = true;
        reject(
          error.code === "ENOENT"
            ? new ProxyProblem(`${name} is not installed: apt-get install ${debianPackage}`)
            : error,
        );
      });
      this.#child.once("close", (code) => {
        this.#hasExited = true;
        resolve(code);
      });
    });
    this.#exited.catch(() => {});
  }

  get output(): string {
    return this.#output;
  }

  get hasExited(): boolean {
    return this.#hasExited;
  }

  /** Its exit code; rejects with a ProxyProblem when it is not installed. */
  get exited(): Promise<number | null> {
    return this.#exited;
  }

  /** Ends it by SIGTERM, and by SIGKILL when that has no effect within three seconds. */
  async stop(clock: Clock): Promise<void> {
    if (this.#hasExited) return;
    this.#child.kill("SIGTERM");
    const timer = clock.setTimer(3000, () => this.#child.kill("SIGKILL"));
    await this.#exited.catch(() => {});
    timer.cancel();
  }
}

/** Runs a program that checks a configuration. Throws a ProxyProblem with its words when it refuses it. */
export async function validate(
  program: Program,
  options: ProgramOptions,
  file: string,
): Promise<void> {
  const running = new RunningProgram(program, options);
  const code = await running.exited;
  if (code === 0) return;
  throw new ProxyProblem(
    `${program.name} refuses ${file} (as it was rewritten for the lab): ${running.output.trim().slice(-2000)}`,
  );
}
