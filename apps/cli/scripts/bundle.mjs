// Makes dist/main.js and what `leaderlab etcd` needs into few files, after tsc has compiled all: a start reads some 10
// files instead of 280, which is most of the time until the first request is answered. What is loaded on demand (tokens,
// WebSockets, YAML, certificates) stays in files of its own; the other commands stay as tsc made them.
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const folder = fileURLToPath(new URL("..", import.meta.url));
const dist = join(folder, "dist");
/** How esbuild names what several parts share. */
const chunk = /-[A-Z0-9]{8}\.js$/;
for (const name of readdirSync(dist)) {
  // The map is that of the main.js that is replaced.
  if (chunk.test(name) || name === "main.js.map") rmSync(join(dist, name));
}

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
  outdir: dist,
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  conditions: ["source"],
  // An import() of what is no ES module would give its default alone.
  mainFields: ["module", "main"],
  // Names stay, so that a stack says where it was.
  minifyWhitespace: true,
  minifySyntax: true,
  legalComments: "eof",
  // Packages of npm that are no ES modules ask for Node's own by `require`.
  banner: {
    js: 'import{createRequire as $require}from"node:module";const require=$require(import.meta.url);',
  },
  plugins: [otherCommands],
  logLevel: "warning",
});
