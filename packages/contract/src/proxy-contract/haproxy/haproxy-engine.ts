import type { ProxyEngine } from "../proxy-engine.ts";
import { rewriteHaproxy } from "./rewrite-haproxy.ts";

/** HAProxy, in the foreground and without rights. */
export const haproxyEngine: ProxyEngine = {
  program: { name: "haproxy", debianPackage: "haproxy" },
  fileName: "haproxy.cfg",
  rewrite: rewriteHaproxy,
  validateArgs: (path) => ["-c", "-f", path],
  runArgs: (path) => ["-db", "-f", path],
};
