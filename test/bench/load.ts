import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { needs, parts } from "../harness/required-part.ts";

const source = fileURLToPath(new URL("../interop/go", import.meta.url));
const npmLoad = fileURLToPath(new URL("npm-load.ts", import.meta.url));
const run = promisify(execFile);

/** What a load took; see test/interop/go/bench/main.go. */
export interface LoadResult {
  readonly calls: number;
  readonly seconds: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** A case of the load program and how hard it goes at it. */
export interface Load {
  readonly case: string;
  readonly clients?: number;
  readonly connections?: number;
  readonly count?: number;
  readonly seconds?: number;
}

/** The program that makes the load, and what it is called. */
export interface LoadProgram {
  readonly words: "Go's clientv3" | "npm's etcd3";
  readonly command: readonly [string, ...string[]];
}

/** Longer than any load takes, unless something hangs. */
const timeoutMs = 120_000;

/** Go's clientv3, built into `folder`; where there is no Go, npm's etcd3. Throws an Error when Go does not build it. */
export function buildLoad(folder: string): LoadProgram {
  if (needs(parts.go).skip !== false) {
    const options = ["--import", "tsx", "--conditions=source"];
    return { words: "npm's etcd3", command: [process.execPath, ...options, npmLoad] };
  }
  const program = join(folder, "load");
  const args = ["build", "-buildvcs=false", "-o", program, "./bench"];
  const { status, stderr } = spawnSync(parts.go.program, args, { cwd: source, encoding: "utf8" });
  if (status !== 0) throw new Error(`go build ended with ${status}: ${stderr}`);
  return { words: "Go's clientv3", command: [program] };
}

/** Does one case against a server; `command` is started first by the case that measures a start. */
export async function doLoad(
  { command: [program, ...before] }: LoadProgram,
  address: string,
  { case: name, ...load }: Load,
  command: readonly string[] = [],
): Promise<LoadResult> {
  const flags = Object.entries(load).flatMap(([flag, value]) => [`-${flag}`, String(value)]);
  const args = ["-case", name, "-endpoint", address, ...flags, "--", ...command];
  const { stdout } = await run(program, [...before, ...args], { timeout: timeoutMs });
  return JSON.parse(stdout) as LoadResult;
}
