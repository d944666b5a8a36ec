import type { ProxyEngine } from "../proxy-engine.ts";
import { rewriteCaddyfile } from "./rewrite-caddyfile.ts";

/** Caddy, in the foreground; what it keeps goes to the folder. */
export const caddyEngine: ProxyEngine = {
  program: { name: "caddy", debianPackage: "caddy" },
  fileName: "Caddyfile",
  rewrite: rewriteCaddyfile,
  validateArgs: (path) => ["validate", "--config", path, "--adapter", "caddyfile"],
  runArgs: (path) => ["run", "--config", path, "--adapter", "caddyfile"],
  env: (folder) => ({ XDG_DATA_HOME: `${folder}/data`, XDG_CONFIG_HOME: `${folder}/config` }),
};
