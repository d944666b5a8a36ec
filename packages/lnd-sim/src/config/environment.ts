import { existsSync, readFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { posix, win32 } from "node:path";
import { configTexts } from "../errors/config-texts.ts";

/** What a configuration depends on besides the command line. Tests make one up. */
export interface LndEnvironment {
  /** As it stands in `Use lnd -h to show usage` and in `lnd version …`. */
  readonly programName: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** From the user database, since lnd does not ask $HOME. */
  readonly homeDir: string;
  readonly hostName: string;
  /** Where an application of this name (`lnd`, `btcd`) keeps its files on this system. */
  appDir(name: string): string;
  /** The text of a file. Throws what node:fs throws. */
  readTextFile(path: string): string;
  fileExists(path: string): boolean;
}

/** The environment of this process. */
export function systemEnvironment(programName = "lnd"): LndEnvironment {
  const homeDir = userInfo().homedir;
  return {
    programName,
    variables: process.env,
    homeDir,
    hostName: hostname(),
    appDir: (name) => appDir(name, process.platform, { homeDir, variables: process.env }),
    readTextFile: (path) => readFileSync(path, "utf8"),
    fileExists: existsSync,
  };
}

/** Mirrors: btcutil.AppDataDir. */
export function appDir(
  name: string,
  platform: NodeJS.Platform,
  { homeDir, variables }: Pick<LndEnvironment, "homeDir" | "variables">,
): string {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  if (platform === "darwin") {
    return posix.join(homeDir, "Library", "Application Support", title);
  }
  if (platform === "win32") {
    const appData = variables["LOCALAPPDATA"] ?? variables["APPDATA"];
    return win32.join(appData ?? homeDir, title);
  }
  return posix.join(homeDir, `.${name}`);
}

const goReasons: { readonly [code: string]: string } = {
  ENOENT: "no such file or directory",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EISDIR: "is a directory",
  ENOTDIR: "not a directory",
  ENAMETOOLONG: "file name too long",
  ELOOP: "too many levels of symbolic links",
  EROFS: "read-only file system",
  EEXIST: "file exists",
};

/** Why the system refused, in Go's words; an error that is none of the system's keeps its own. */
export function goErrorReason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  return goReasons[code] ?? error.message;
}

/** Why a file could not be read, in Go's words: `open /x/lnd.conf: no such file or directory`. */
export function goReadError(path: string, error: unknown): string {
  const reason = goErrorReason(error);
  return configTexts.fileError(reason === goReasons["EISDIR"] ? "read" : "open", path, reason);
}
