import type { FileKind } from "../file-kind.ts";
import { rewritesOf } from "../fix/rewrites.ts";
import { readScriptFile } from "../read/read-script-file.ts";
import { lintProbes } from "./lint-probes.ts";

/** Shell scripts and single commands. */
export const scriptKind: FileKind = {
  name: "script",
  recognises: ({ file, text }) =>
    /\.(sh|bash)$/.test(file) ||
    /^#!.*\b(sh|bash|dash|ash)\b/.test(text) ||
    (!/\.(ya?ml|json|toml|cfg|conf)$/.test(file) &&
      /\b(lncli|curl|nc|grep|jq|pidof|pgrep|grpc_health_probe)\b/.test(text)),
  lint: (source, settings) => lintProbes(readScriptFile(source, settings.role), settings),
  rewrites: (source, settings) => rewritesOf(readScriptFile(source, settings.role), settings),
};
