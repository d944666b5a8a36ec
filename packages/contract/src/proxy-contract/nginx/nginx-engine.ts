import type { ProxyEngine } from "../proxy-engine.ts";
import { ProxyProblem } from "../proxy-problem.ts";
/** nginx. */
export const nginxEngine: ProxyEngine = {
  program: { name: "nginx", debianPackage: "nginx" },
  fileName: "nginx.conf",
  rewrite: async () => {
    throw new ProxyProblem("x");
  },
  validateArgs: (path, folder) => ["-t", "-p", folder, "-c", path],
  runArgs: (path, folder) => ["-p", folder, "-c", path],
};
