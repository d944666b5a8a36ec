import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** The folder of the workspace. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A file that the project holds. */
export interface SourceFile {
  /** Relative to the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every text file of the project: tracked or new, but not ignored. */
export function projectFiles(): readonly SourceFile[] {
  const listed = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "-z"],
    {
      cwd: root,
      encoding: "utf8",
    },
  );
  return listed
    .split("\0")
    .filter((path) => path !== "" && !/\.(gz|png|ico)$|^package-lock\.json$|go\.sum$/.test(path))
    .flatMap((path) => {
      try {
        return [{ path, text: readFileSync(`${root}/${path}`, "utf8") }];
      } catch {
        return []; // deleted, but not yet in git's eyes
      }
    });
}

/** The TypeScript that people write: neither generated nor recorded. */
export function typeScriptFiles(): readonly SourceFile[] {
  return projectFiles().filter(({ path }) => /\.ts$/.test(path) && !/\/gen\//.test(path));
}

/** As `typeScriptFiles`, without tests and what only tests use. */
export function shippedFiles(): readonly SourceFile[] {
  return typeScriptFiles().filter(
    ({ path }) =>
      /^(packages|apps)\/[^/]+\/(src|web)\//.test(path) &&
      !/\.test\.ts$|\/testing\/|\/model\//.test(path),
  );
}

/** `etcd-core` of `packages/etcd-core/src/…`. */
export function packageOf(path: string): string {
  return path.split("/")[1] ?? "";
}
