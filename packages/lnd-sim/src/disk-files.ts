import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Files } from "./files.ts";

/** The files of this machine. */
export const diskFiles: Files = {
  exists: existsSync,
  read: (path) => readFileSync(path),
  write: (path, content, mode) => writeFileSync(path, content, { mode }),
  replace(path, content, mode) {
    const temporary = `${path}.new`;
    writeFileSync(temporary, content, { mode });
    renameSync(temporary, path);
  },
  remove: (path) => rmSync(path),
  makeFolder(path) {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  },
};
