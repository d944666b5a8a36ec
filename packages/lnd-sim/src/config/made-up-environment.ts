import { appDir, type LndEnvironment } from "./environment.ts";

/** What an environment is made of when it is not this process's. */
export interface MadeUpEnvironment {
  readonly programName?: string;
  readonly variables?: Readonly<Record<string, string>>;
  readonly homeDir?: string;
  readonly hostName?: string;
  /** The texts of the files that there are, by path. */
  readonly files?: Readonly<Record<string, string>>;
}

/** An environment without a disk, on Linux: for tests, and for nodes that share one process. */
export function createMadeUpEnvironment(parts: MadeUpEnvironment = {}): LndEnvironment {
  const { homeDir = "/home/ann", variables = {}, files = {} } = parts;
  return {
    programName: parts.programName ?? "lnd",
    variables,
    homeDir,
    hostName: parts.hostName ?? "host-1",
    appDir: (name) => appDir(name, "linux", { homeDir, variables }),
    fileExists: (path) => Object.hasOwn(files, path),
    readTextFile(path) {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text !== undefined) return text;
      throw Object.assign(new Error(`no file ${path}`), { code: "ENOENT" });
    },
  };
}
