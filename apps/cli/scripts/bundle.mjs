// Makes dist/etcd.cjs after tsc has compiled all: the etcd command in one file instead of 280, with what V8 makes of it
// beside. Reading and compiling is most of the time until the first request is answered. The other commands, and the
// packages, stay as tsc makes them.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("..", import.meta.url));
const bundle = join(folder, "dist", "etcd.cjs");
rmSync(`${bundle}.cache`, { force: true });

/** Commands that stay outside, by the names under which they are imported. */
const otherCommands = {
  name: "other-commands",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/commands\/.*\.ts$/ }, ({ path }) =>
      path === "./commands/etcd.ts"
        ? undefined
        : { path: path.replace(/\.ts$/, ".js"), external: true },
    );
  },
};

await build({
  absWorkingDir: folder,
  entryPoints: ["src/main.ts"],
  outfile: bundle,
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  conditions: ["source"],
  // An import() of what is no ES module would give its default alone.
  mainFields: ["module", "main"],
  // Names stay, so that a stack says where it was.
  minifyWhitespace: true,
  minifySyntax: true,
  charset: "ascii",
  legalComments: "eof",
  define: { "import.meta.url": "$bundleUrl" },
  banner: {
    js: 'const $bundleUrl=require("node:url").pathToFileURL(require.resolve("./etcd.cjs")).href;',
  },
  plugins: [otherCommands],
  logLevel: "warning",
});

const written = spawnSync(
  process.execPath,
  [join(folder, "scripts", "write-code-cache.mjs"), bundle],
  {
    encoding: "utf8",
  },
);
if (written.status !== 0) {
  console.error(
    "leaderlab: no code cache was made; `leaderlab etcd` starts all the same, a little later.",
  );
  console.error(written.stderr.split("\n").slice(-5).join("\n"));
}
