// Installs what package-lock.json names, when node_modules does not hold it yet. Needs nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the workspace. */
export const root = fileURLToPath(new URL("..", import.meta.url));

const oldest = [20, 19];

/** Ends the process with a clear error when the Node that runs is too old. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return;
  console.error(
    `leaderlab needs Node ${oldest.join(".")} or newer; this is ${process.versions.node}.`,
  );
  process.exit(1);
}

/** Runs `npm ci` when the installed tree is missing or older than the lock file. */
export function ensureInstalled() {
  const lock = join(root, "package-lock.json");
  const installed = join(root, "node_modules", ".package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) return;
  console.error("leaderlab: installing what is missing (npm ci) ...");
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  if (npm(["ci", ...options]) === 0) return;
  // A registry that lacks a build for some other machine makes `npm ci` fail, and `npm install` not.
  console.error("leaderlab: trying again with npm install ...");
  const result = npm(["install", "--no-save", ...options]);
  if (result === 0) return;
  console.error("leaderlab: npm could not install; its words stand above.");
  process.exit(result);
}

/** Runs npm with these arguments in the workspace and returns its exit code. */
function npm(args) {
  const script = process.env.npm_execpath;
  const [command, first] = script ? [process.execPath, [script]] : ["npm", []];
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  return spawnSync(command, [...first, ...args], options).status ?? 1;
}
