import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { needs, parts, type SkipOptions, unavailable } from "./required-part.ts";

const source = fileURLToPath(new URL("../interop/go", import.meta.url));

/** A program of test/interop/go, and options for the tests that need it. */
export interface GoProgram extends SkipOptions {
  readonly program: string;
}

/**
 * Builds a program of test/interop/go into `folder`. Modules come from Go's own cache, or from its proxy when they are not
 * there yet; where neither helps, the tests are skipped with Go's words.
 */
export function buildGo(name: "peer" | "checks" | "sarif", folder: string): GoProgram {
  const program = join(folder, name);
  const { skip } = needs(parts.go);
  if (skip !== false) return { skip, program };
  const build = (env: Readonly<Record<string, string>>) =>
    spawnSync(parts.go.program, ["build", "-buildvcs=false", "-o", program, `./${name}`], {
      cwd: source,
      env: { ...process.env, ...env },
      encoding: "utf8",
    });
  if (build({ GOPROXY: "off" }).status === 0) return { skip, program };
  const { status, stderr } = build({});
  if (status === 0) return { skip, program };
  return { ...unavailable(`go build ended with ${status}: ${stderr.trim()}`), program };
}
