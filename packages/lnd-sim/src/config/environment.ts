import { existsSync, readFileSync } from "node:fs";
import { hostname, userInfo } from "node:os";
import { posix, win32 } from "node:path";

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

/** The environment of this process, with its own variables or with others. */
export function systemEnvironment(
  programName = "lnd",
  variables: LndEnvironment["variables"] = process.env,
): LndEnvironment {
  const homeDir = userInfo().homedir;
  return {
    programName,
    variables,
    homeDir,
    hostName: hostname(),
    appDir: (name) => appDir(name, process.platform, { homeDir, variables }),
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
