import type { FileKind, Linted, LintSettings, SourceText } from "../../file-kind.ts";
import type { Notice } from "../../finding.ts";
import { readToml } from "../../read/read-toml.ts";
import { readYaml, yamlRoots } from "../../read/yaml-document.ts";
import { entryOf, nodeAt, type YamlNode } from "../../read/yaml-node.ts";
import { SourceError } from "../../source-error.ts";
import { judgePools } from "../judge-pool.ts";
import { traefikPools } from "./traefik-pools.ts";

/** Traefik's dynamic configuration, as YAML or TOML. What is in labels of containers is not read. */
export const traefikKind: FileKind = {
  name: "traefik",
  recognises: (source) =>
    isToml(source)
      ? /^\s*\[+(http|tcp)\.(services|routers)[.\]]/m.test(source.text)
      : /^(http|tcp):/m.test(source.text) && yamlRoots(source).some(isDynamic),
  lint(source: SourceText, settings: LintSettings): Linted {
    const roots = isToml(source) ? [readToml(source)] : readYaml(source).map(({ root }) => root);
    if (
      roots.some((root) => entryOf(root, "entryPoints") !== undefined) &&
      !roots.some(isDynamic)
    ) {
      throw new SourceError(
        "this is Traefik's static configuration; services stand in the dynamic one: check that",
      );
    }
    const judged = judgePools(roots.flatMap(traefikPools), settings);
    return {
      containers: [],
      findings: judged.findings,
      notices: [...roots.flatMap(unknownFields), ...judged.notices],
    };
  },
};

function isToml({ file, text }: SourceText): boolean {
  return /\.toml$/.test(file) || /^\s*\[+(http|tcp|udp|tls)\b[^:]*\]\s*$/m.test(text);
}

function isDynamic(root: YamlNode): boolean {
  return ["http", "tcp"].some(
    (protocol) =>
      nodeAt(root, protocol, "services") !== undefined ||
      nodeAt(root, protocol, "routers") !== undefined,
  );
}

const known: { readonly [path: string]: ReadonlySet<string> } = {
  "": new Set(["http", "tcp", "udp", "tls"]),
  http: new Set(["routers", "services", "middlewares", "serversTransports", "models"]),
  tcp: new Set(["routers", "services", "middlewares", "serversTransports", "models"]),
};

function unknownFields(root: YamlNode): readonly Notice[] {
  return Object.entries(known).flatMap(([path, fields]) => {
    const node = path === "" ? root : nodeAt(root, path);
    if (node?.kind !== "map") return [];
    return node.entries
      .filter(({ key }) => !fields.has(key))
      .map(({ key, keyPosition: position }) => ({
        message: `${key} is not known here and not judged`,
        position,
      }));
  });
}
