/**
 * Writes src/gen/ from protos/: files of types, schemas that name every field, and codecs and services of what has
 * to be fast. `npm run gen` runs it; src/generated.test.ts fails when its output is not what is committed.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadProtos } from "./load-protos.ts";
import { renderCodecs } from "./render-codecs.ts";
import { renderSchema } from "./render-schema.ts";
import { renderServices } from "./render-services.ts";
import { renderTypes, type TypeFiles } from "./render-types.ts";

/** Packages whose types stand in one file, by the file's name. Packages that use a name twice have files of their own. */
const typeFiles: TypeFiles = {
  etcd: ["mvccpb", "authpb", "etcdserverpb", "v3electionpb", "v3lockpb", "grpc.health.v1"],
  lnd: ["lnrpc", "verrpc", "lnclipb"],
  "lnd-autopilot": ["autopilotrpc"],
  "lnd-chain": ["chainrpc"],
  "lnd-invoices": ["invoicesrpc"],
  "lnd-neutrino": ["neutrinorpc"],
  "lnd-peers": ["peersrpc"],
  "lnd-router": ["routerrpc"],
  "lnd-signer": ["signrpc"],
  "lnd-walletkit": ["walletrpc"],
  "lnd-watchtower": ["watchtowerrpc"],
  "lnd-wtclient": ["wtclientrpc"],
};

/** Type files whose messages have codecs of their own; the others are read and written by proto-loader. */
const withCodecs = ["etcd"];

/** Every generated file by its name, as text. Pure but for reading protos/. */
export function generate(): Map<string, string> {
  const root = loadProtos();
  const files = new Map<string, string>();
  for (const name of Object.keys(typeFiles)) {
    files.set(`${name}.ts`, renderTypes(root, name, typeFiles));
  }
  for (const name of withCodecs) {
    files.set(`${name}-codecs.ts`, renderCodecs(root, name, typeFiles[name] ?? []));
    files.set(`${name}-services.ts`, renderServices(root, name, typeFiles[name] ?? []));
  }
  const [etcdFile, ...lndFiles] = Object.values(typeFiles);
  files.set("etcd-schema.ts", renderSchema(root, "etcdSchema", etcdFile ?? []));
  files.set("lnd-schema.ts", renderSchema(root, "lndSchema", lndFiles.flat()));
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = join(dirname(fileURLToPath(import.meta.url)), "../src/gen");
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of generate()) writeFileSync(join(folder, name), text);
}
