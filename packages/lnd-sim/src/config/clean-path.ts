import { posix } from "node:path";
import type { LndEnvironment } from "./environment.ts";

/**
 * A path with a leading `~` and the environment's variables filled in, and without `.`, `..` and double slashes; an
 * empty path stays empty. Mirrors: lnd CleanAndExpandPath.
 *
 * Deviates: paths are POSIX paths on every system, as on those that lnd is observed on.
 */
export function cleanAndExpandPath(
  path: string,
  environment: Pick<LndEnvironment, "homeDir" | "variables">,
): string {
  if (path === "") return "";
  const home = path.startsWith("~") ? environment.homeDir + path.slice(1) : path;
  return cleanPath(expandVariables(home, environment.variables));
}

/** Mirrors: Go filepath.Clean. */
function cleanPath(path: string): string {
  const normal = posix.normalize(path);
  return normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
}

/** `${NAME}`, a brace that nothing closes, the shell's variables of one character, and `$NAME`. */
const variable = /\$(?:\{([^}]*)\}|\{|([*#$@!?\-0-9])|([A-Za-z_][A-Za-z0-9_]*))/g;

/** A text with `$NAME` and `${NAME}` filled in; what is not set becomes nothing. Mirrors: Go os.ExpandEnv. */
export function expandVariables(text: string, variables: LndEnvironment["variables"]): string {
  return text.replace(variable, (_whole, braced?: string, special?: string, name?: string) => {
    return variables[braced ?? special ?? name ?? ""] ?? "";
  });
}
