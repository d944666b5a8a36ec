// Runs test files with node:test from sources and says how many tests passed and failed.
//   node --import tsx --conditions=source scripts/run-tests.mjs FOLDER|FILE ...
// A file may take LEADERLAB_TIMEOUT_SECONDS, default 300.
// With LEADERLAB_TALLY=FILE a line `passed failed` is appended to FILE, for whoever sums several runs up.
import { appendFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const timeoutMs = Number(process.env.LEADERLAB_TIMEOUT_SECONDS ?? 300) * 1000;

function testFiles(place) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules") && !file.includes("/dist/"))
    .sort();
}

const files = process.argv.slice(2).flatMap(testFiles);
if (files.length === 0) {
  console.error("run-tests: no *.test.ts under", process.argv.slice(2).join(" "));
  process.exit(2);
}
const tally = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files, concurrency: 2, timeout: timeoutMs });
stream.on("test:pass", (event) => {
  if (event.details.type === "suite") return;
  if (event.skip === undefined && event.todo === undefined) tally.passed += 1;
  else tally.skipped += 1;
});
stream.on("test:fail", (event) => {
  if (event.details.type !== "suite") tally.failed += 1;
});
stream.compose(new spec()).pipe(process.stdout);
stream.on("end", () => {
  if (process.env.LEADERLAB_TALLY) {
    appendFileSync(process.env.LEADERLAB_TALLY, `${tally.passed} ${tally.failed}\n`);
  }
  process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;
});
