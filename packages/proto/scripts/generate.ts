/**
 * Writes src/gen/ from protos/: one file of types per family of .proto files, and one schema that names
 * every field. `npm run gen` runs it; src/generated.test.ts fails when its output is not what is committed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProtos } from "./load-protos.ts";
import { renderSchema } from "./render-schema.ts";
import { renderTypes } from "./render-types.ts";

/** The families of .proto files: each becomes one file of types. */
const families = {
  etcd: ["mvccpb", "authpb", "etcdserverpb", "v3electionpb", "v3lockpb"],
  lnd: ["lnrpc", "verrpc", "lnclipb"],
} as const;

/** Every generated file by its name, as text. Pure but for reading protos/. */
export function generate(): Map<string, string> {
  const root = loadProtos();
  const files = new Map<string, string>();
  for (const [family, packages] of Object.entries(families)) {
    files.set(`${family}.ts`, renderTypes(root, packages));
  }
  files.set("schema.ts", renderSchema(root, Object.values(families).flat()));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "../src/gen");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generate()) writeFileSync(join(folder, name), text);
}
