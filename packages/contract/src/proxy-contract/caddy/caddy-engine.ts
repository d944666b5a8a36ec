import type { ProxyEngine } from "../proxy-engine.ts";
import { ProxyProblem } from "../proxy-problem.ts";
/** caddy. */
export const caddyEngine: ProxyEngine = {
  program: { name: "caddy", debianPackage: "caddy" },
  fileName: "caddy.conf",
  rewrite: async () => {
    throw new ProxyProblem("x");
  },
  validateArgs: (path, folder) => ["-t", "-p", folder, "-c", path],
  runArgs: (path, folder) => ["-p", folder, "-c", path],
};
