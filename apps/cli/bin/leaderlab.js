#!/usr/bin/env node
// The command line tool, as built from src/. A clone builds it with `npm install`, `npm start` or `npm test`.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const main = new URL("../dist/main.js", import.meta.url);
if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write("leaderlab is not built yet: run `npm install` in its folder first.\n");
  process.exitCode = 1;
}
