import { execFile, spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { needs, parts, type SkipOptions } from "../harness/required-part.ts";

const source = fileURLToPath(new URL("../interop/go", import.meta.url));
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

/** Longer than any load takes, unless something hangs. */
const timeoutMs = 120_000;

/** Builds the load program, Go's clientv3, into `folder`; skipped where there is no Go. */
export function buildLoad(folder: string): SkipOptions & { readonly program: string } {
  const program = join(folder, "load");
  const { skip } = needs(parts.go);
  if (skip !== false) return { skip, program };
  const args = ["build", "-buildvcs=false", "-o", program, "./bench"];
  const { status, stderr } = spawnSync(parts.go.program, args, { cwd: source, encoding: "utf8" });
  return { skip: status === 0 ? false : `go build ended with ${status}: ${stderr}`, program };
}

/** Does one case against a server; `command` is started first by the case that measures a start. */
export async function doLoad(
  program: string,
  address: string,
  { case: name, ...load }: Load,
  command: readonly string[] = [],
): Promise<LoadResult> {
  const flags = Object.entries(load).flatMap(([flag, value]) => [`-${flag}`, String(value)]);
  const args = ["-case", name, "-endpoint", address, ...flags, "--", ...command];
  const { stdout } = await run(program, args, { timeout: timeoutMs });
  return JSON.parse(stdout) as LoadResult;
}
