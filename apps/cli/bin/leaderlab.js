#!/usr/bin/env node
// The command line tool, as built from src/. A clone builds it with `npm install`, `npm start` or `npm test`.
const { existsSync } = require("node:fs");
const { join } = require("node:path");
const { pathToFileURL } = require("node:url");

const dist = join(__dirname, "..", "dist");
const [main, etcd] = [join(dist, "main.js"), join(dist, "etcd.cjs")];
if (!existsSync(main)) {
  process.stderr.write("leaderlab is not built yet: run `npm install` in its folder first.\n");
  process.exitCode = 1;
} else if (process.argv[2] === "etcd" && existsSync(etcd)) {
  require("./run-bundle.js").runBundle(etcd);
} else {
  import(pathToFileURL(main).href);
}
