import type { FileKind } from "../file-kind.ts";
import { rewritesOf } from "../fix/rewrites.ts";
import { readCompose } from "../read/read-compose.ts";
import { yamlRoots } from "../read/yaml-document.ts";

import { nodeAt } from "../read/yaml-node.ts";
import { lintProbes } from "./lint-probes.ts";

/** Compose files: their services' healthchecks. */
export const composeKind: FileKind = {
  name: "compose",
  recognises: (source) => {
    const roots = yamlRoots(source);
    if (roots.length === 0) return /compose[^/]*\.ya?ml$/.test(source.file);
    return roots.some((root) => nodeAt(root, "services")?.kind === "map");
  },
  lint: (source, settings) => lintProbes(readCompose(source), settings),
  rewrites: (source, settings) => rewritesOf(readCompose(source), settings),
};
