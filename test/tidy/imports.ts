import { dirname, join } from "node:path/posix";
import { packageOf, type SourceFile } from "./source-files.ts";

/** One import as it is written. */
export interface Import {
  readonly from: string;
  readonly specifier: string;
}

/** Every static and dynamic import of a file. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+"([^"]+)"|(?:^|[^\w.])import\(\s*"([^"]+)"\s*\)|(?:^|\n)import\s+"([^"]+)"/g;
  return [...text.matchAll(pattern)].map((match) => ({
    from: path,
    specifier: match[1] ?? match[2] ?? match[3] ?? "",
  }));
}

/** The package or file that an import means: `@leaderlab/clock`, `express`, `packages/rpc/src/status.ts`. */
export function targetOf({ from, specifier }: Import): string {
  if (specifier.startsWith(".")) return join(dirname(from), specifier);
  const parts = specifier.split("/");
  return specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? "");
}

/** Which of our packages each package may import: the arrows of ARCHITECTURE.md. */
export const allowedImports: { readonly [name: string]: readonly string[] } = {
  clock: [],
  golang: [],
  bbolt: [],
  "etcd-core": [],
  proto: [],
  rpc: ["clock", "golang", "proto"],
  election: ["clock"],
  "etcd-server": ["clock", "golang", "bbolt", "etcd-core", "proto", "rpc", "election"],
  "lnd-sim": ["clock", "golang", "proto", "rpc", "election"],
  "leader-proxy": ["clock", "proto", "rpc", "election"],
  cluster: [
    "clock",
    "proto",
    "rpc",
    "election",
    "etcd-core",
    "etcd-server",
    "lnd-sim",
    "leader-proxy",
  ],
  contract: ["clock", "golang", "proto", "rpc", "lnd-sim", "leader-proxy", "cluster"],
  playground: ["clock", "cluster"],
  cli: [
    "clock",
    "golang",
    "proto",
    "rpc",
    "election",
    "etcd-server",
    "lnd-sim",
    "cluster",
    "leader-proxy",
    "contract",
    "playground",
  ],
};

/** The one place that may import each npm package whose use is bounded. */
export const npmHomes: { readonly [name: string]: RegExp } = {
  "@grpc/proto-loader": /^packages\/proto\//,
  "@grpc/grpc-js": /^packages\/rpc\//,
  "@peculiar/x509": /^packages\/rpc\/src\/certificate\.ts$/,
  ws: /^packages\/rpc\/src\/web-socket-gateway\.ts$|\.test\.ts$|^test\//,
  yaml: /^packages\/(etcd-server\/src\/config\/read-yaml|cluster\/src\/scenarios\/read-scenario|contract\/src\/read\/yaml-document)\.ts$|\/scenario-schema\.test\.ts$/,
  jose: /^packages\/etcd-server\/src\/auth\/jwt-tokens\.ts$/,
  bcryptjs: /^packages\/etcd-server\/src\/auth\/bcrypt-passwords\.ts$/,
  etcd3: /^packages\/election\/src\/etcd3-client\.ts$|^test\//,
  pg: /^packages\/lnd-sim\/src\/db\/|^test\//,
  "@electric-sql/pglite": /^packages\/cluster\/src\/embedded-postgres\.ts$|\/testing\//,
  zod: /^packages\/(cluster|contract)\//,
  express: /^apps\/playground\//,
};

/** Chains of files that import each other in a circle, each as a list of paths. */
export function importCycles(files: readonly SourceFile[]): readonly (readonly string[])[] {
  const known = new Set(files.map(({ path }) => path));
  const edges = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map(targetOf)
        .filter((target) => known.has(target) && target !== file.path),
    ]),
  );
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const start = trail.indexOf(path);
    if (start >= 0) cycles.push([...trail.slice(start), path]);
    if (start >= 0 || finished.has(path)) return;
    for (const next of edges.get(path) ?? []) visit(next, [...trail, path]);
    finished.add(path);
  };
  for (const path of edges.keys()) visit(path, []);
  return cycles;
}

/** The short name of one of our packages (`clock` of `@leaderlab/clock`), or undefined for another's. */
export function ownPackage(target: string, path: string): string | undefined {
  if (target.startsWith("@leaderlab/")) return target.slice("@leaderlab/".length);
  if (/^(packages|apps)\//.test(target) && packageOf(target) !== packageOf(path))
    return packageOf(target);
  return undefined;
}
