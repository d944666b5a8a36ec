// `npm test`: installs and builds what is missing, then checks style and types and runs every test that needs nothing
// but npm. `node scripts/test.mjs FOLDER|FILE …` runs those tests only.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureInstalled, requireNode, root } from "./install.mjs";

const places = [
  "packages",
  "apps",
  "test/tidy.test.ts",
  "test/fidelity.test.ts",
  "test/rules.test.ts",
  "test/conformance",
  "test/simulation",
  "test/linearizability",
  "test/watch-guarantees",
  "test/fuzz",
  "test/embedding",
  "test/e2e",
];

requireNode();
ensureInstalled();
build();
const chosen = process.argv.slice(2);
if (chosen.length === 0) {
  check("style", "@biomejs/biome", "bin/biome", ["check", "--error-on-warnings", "."]);
  for (const project of ["tsconfig.json", "apps/playground/tsconfig.check.json"]) {
    check("types", "typescript", "bin/tsc", ["--noEmit", "-p", project]);
  }
}
const tests = ["--import", "tsx", "--conditions=source", "scripts/run-tests.mjs"];
run("tests", [...tests, ...(chosen.length > 0 ? chosen : places)]);

/** Runs a development tool by its file, so that no shell and no PATH come in between. */
function check(what, packageName, file, args) {
  run(what, [join(root, "node_modules", packageName, file), ...args]);
}

function run(what, args) {
  const { status, signal } = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
  if (status === 0) return;
  console.error(`npm test: ${what} failed${signal ? ` (${signal})` : ""}`);
  process.exit(status ?? 1);
}
