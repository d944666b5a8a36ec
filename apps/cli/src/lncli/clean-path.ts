import { userInfo } from "node:os";
import { posix, win32 } from "node:path";

/** The variables of an environment. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * A path with a leading `~` and the environment's variables filled in, and without `.`, `..` and double slashes; an
 * empty path stays empty. Mirrors: lnd CleanAndExpandPath. Deviates: paths are POSIX paths on every system.
 */
export function cleanPath(path: string, variables: Variables): string {
  if (path === "") return "";
  const home = path.startsWith("~") ? userInfo().homedir + path.slice(1) : path;
  const normal = posix.normalize(expandVariables(home, variables));
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}

/** `${NAME}`, a brace that nothing closes, the shell's variables of one character, and `$NAME`. */
const variable = /\$(?:\{([^}]*)\}|\{|([*#$@!?\-0-9])|([A-Za-z_][A-Za-z0-9_]*))/g;

function expandVariables(text: string, variables: Variables): string {
  return text.replace(variable, (_whole, braced?: string, special?: string, name?: string) => {
    return variables[braced ?? special ?? name ?? ""] ?? "";
  });
}

/** Where lnd keeps its files unless it is told otherwise. Mirrors: btcutil.AppDataDir("lnd"). */
export function defaultLndFolder(variables: Variables, platform = process.platform): string {
  const home = userInfo().homedir;
  if (platform === "darwin") return posix.join(home, "Library", "Application Support", "Lnd");
  if (platform === "win32") {
    return win32.join(variables["LOCALAPPDATA"] ?? variables["APPDATA"] ?? home, "Lnd");
  }
  return posix.join(home, ".lnd");
}
