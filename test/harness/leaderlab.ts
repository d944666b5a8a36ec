import { fileURLToPath } from "node:url";
import { type ProcessOptions, TestProcess } from "./child-process.ts";

/** The built command line tool. */
export const leaderlabBin = fileURLToPath(
  new URL("../../apps/cli/bin/leaderlab.js", import.meta.url),
);

/** Starts `leaderlab …` as a user does: the built tool, as a process of its own. */
export function leaderlab(args: readonly string[], options: ProcessOptions = {}): TestProcess {
  const name = `leaderlab ${args[0] ?? ""}`;
  return new TestProcess([process.execPath, leaderlabBin, ...args], { name, ...options });
}
