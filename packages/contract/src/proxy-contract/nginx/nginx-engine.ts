import type { ProxyEngine } from "../proxy-engine.ts";
import { rewriteNginx } from "./rewrite-nginx.ts";

/** nginx, in the foreground and without rights. */
export const nginxEngine: ProxyEngine = {
  program: { name: "nginx", debianPackage: "nginx" },
  fileName: "nginx.conf",
  rewrite: rewriteNginx,
  // What it would write before it has read its configuration goes to stderr too.
  validateArgs: (path, folder) => ["-t", "-p", folder, "-c", path, "-e", "stderr"],
  runArgs: (path, folder) => ["-p", folder, "-c", path, "-e", "stderr"],
};
