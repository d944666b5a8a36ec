import { type ChildProcess, spawn } from "node:child_process";
import type { Clock } from "@leaderlab/clock";
import type { ProbeRun } from "../../check-report.ts";

/** A command with everything that it may know. */
export interface BoundedCommand {
  readonly clock: Clock;
  readonly argv: readonly [string, ...string[]];
  readonly cwd: string;
  /** All of its environment. */
  readonly env: Readonly<Record<string, string>>;
  readonly limitMs: number;
  readonly signal?: AbortSignal;
}

/** More is not kept for a report. */
const maxOutput = 1000;
/** A command that writes more is not read any more, and so stands until its limit, as with container runtimes. */
const maxRead = 16 * 1024 * 1024;
/** How long output is waited for of which somebody may still hold the other end. */
const lastOutputMs = 200;

/**
 * Runs a command in a process group of its own, of which nothing is left when this resolves. At the limit, or when the
 * signal aborts, the whole group is killed.
 */
export function runCommand(command: BoundedCommand): Promise<Omit<ProbeRun, "variant">> {
  const { clock, argv, cwd, env, limitMs, signal } = command;
  const [program, ...args] = argv;
  const startMs = clock.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output = collectOutput(child);
    let isLate = false;
    const abort = () => killGroup(child);
    const timer = clock.setTimer(limitMs, () => {
      isLate = true;
      killGroup(child);
    });
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    const end = (exitCode: number | null, text: string) => {
      timer.cancel();
      signal?.removeEventListener("abort", abort);
      if (signal?.aborted) return reject(signal.reason as Error);
      const durationMs = clock.now() - startMs;
      const outcome = isLate ? "timeout" : exitCode === 0 ? "success" : "failure";
      resolve({ outcome, exitCode: isLate ? null : exitCode, durationMs, output: text });
    };
    child.once("error", (error: NodeJS.ErrnoException) => {
      if (child.pid !== undefined) return;
      const reason = error.code === "ENOENT" ? "not found" : error.message;
      end(null, `${program}: ${reason}`);
    });
    child.once("exit", (code) => {
      timer.cancel();
      killGroup(child);
      const letGo = clock.setTimer(lastOutputMs, () => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      });
      child.once("close", () => {
        letGo.cancel();
        end(code, output());
      });
    });
  });
}

/** Kills whoever is left of a command's group; nobody being left is no error. */
function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody is left.
  }
}

/** Reads both streams, keeps the beginning, and gives it as a text that any report can hold. */
function collectOutput({ stdout, stderr }: ChildProcess): () => string {
  const pieces: Buffer[] = [];
  let kept = 0;
  let read = 0;
  for (const stream of [stdout, stderr]) {
    stream?.on("data", (bytes: Buffer) => {
      read += bytes.length;
      if (read > maxRead) stream.pause();
      if (kept >= maxOutput * 4) return;
      pieces.push(bytes);
      kept += bytes.length;
    });
    stream?.on("error", () => {});
  }
  return () => printable(Buffer.concat(pieces).toString("utf8").trim().slice(0, maxOutput));
}

/** Without what would steer a terminal or break a document: those become U+FFFD. */
function printable(text: string): string {
  return text.replace(/(?![\t\n])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "\ufffd");
}
