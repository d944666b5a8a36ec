import { fileURLToPath } from "node:url";
import { type ProcessOptions, TestProcess } from "./child-process.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** The built command line tool. */
export const leaderlabBin = fileURLToPath(
  new URL("../../apps/cli/bin/leaderlab.js", import.meta.url),
);

/**
 * Starts `leaderlab …` as a user does: the built tool, as a process of its own, whose temporary files lie in a folder
 * that goes with it, however it ends.
 */
export function leaderlab(args: readonly string[], options: ProcessOptions = {}): TestProcess {
  const name = `leaderlab ${args[0] ?? ""}`;
  const folder = temporaryFolder();
  const child = new TestProcess([process.execPath, leaderlabBin, ...args], {
    name,
    ...options,
    env: { TMPDIR: folder.path, ...options.env },
  });
  void child.ended.then(() => folder[Symbol.dispose]());
  return child;
}
