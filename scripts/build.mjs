// Builds every package with turbo; what did not change comes from turbo's cache.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "./install.mjs";

/** Builds the workspace; ends the process with turbo's exit code when that fails. */
export function build() {
  const turbo = join(root, "node_modules", "turbo", "bin", "turbo");
  const args = [turbo, "run", "build", "--output-logs=errors-only"];
  const env = { ...process.env, TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };
  const result = spawnSync(process.execPath, args, { cwd: root, env, encoding: "utf8" });
  if (result.status === 0) return;
  process.stderr.write(result.stdout + result.stderr);
  console.error("leaderlab: the build failed; the compiler's words stand above.");
  process.exit(result.status ?? 1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
