// Runs test files with node:test from sources and says how many tests passed and failed.
//   node --import tsx --conditions=source scripts/run-tests.mjs FOLDER|FILE ...
// A file may take LEADERLAB_TIMEOUT_SECONDS, default 300. Two files run at a time; those that start processes and mostly
// wait for them and for leases, three, after the others. LEADERLAB_CONCURRENCY=N lets N of any kind run at a time.
// With LEADERLAB_LEAVE_OUT="FOLDER FILE …" these are left out: whoever sets it runs them by themselves.
// With LEADERLAB_TALLY=FILE a line `passed failed` is appended to FILE, for whoever sums several runs up.
import { appendFileSync, readdirSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const { LEADERLAB_TIMEOUT_SECONDS, LEADERLAB_CONCURRENCY, LEADERLAB_LEAVE_OUT, LEADERLAB_TALLY } =
  process.env;
const timeoutMs = Number(LEADERLAB_TIMEOUT_SECONDS ?? 300) * 1000;
/** How many of the slowest files are told of at the end. */
const slowestFiles = 12;

function testFiles(place) {
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".test.ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !file.includes("node_modules") && !file.includes("/dist/"))
    .sort();
}

const leftOut = new Set((LEADERLAB_LEAVE_OUT ?? "").split(" ").filter(Boolean).flatMap(testFiles));
const files = process.argv
  .slice(2)
  .flatMap(testFiles)
  .filter((file) => !leftOut.has(file));
if (files.length === 0) {
  console.error("run-tests: no *.test.ts under", process.argv.slice(2).join(" "));
  process.exit(2);
}
const tally = { passed: 0, failed: 0 };
const secondsOf = new Map();
const isWaiting = (file) => /^test\/(e2e|interop)\//.test(file);
await runAll(
  files.filter((file) => !isWaiting(file)),
  Number(LEADERLAB_CONCURRENCY ?? 2),
);
await runAll(files.filter(isWaiting), Number(LEADERLAB_CONCURRENCY ?? 3));
tellSlowest();
if (LEADERLAB_TALLY) appendFileSync(LEADERLAB_TALLY, `${tally.passed} ${tally.failed}\n`);
process.exitCode = tally.failed === 0 && tally.passed > 0 ? 0 : 1;

/** Runs test files, so many at a time, and counts their tests. */
async function runAll(chosen, concurrency) {
  if (chosen.length === 0) return;
  const stream = run({ files: chosen, concurrency, timeout: timeoutMs });
  stream.on("test:pass", (event) => {
    addSeconds(event);
    const isCounted = event.skip === undefined && event.todo === undefined;
    if (isCounted && event.details.type !== "suite") tally.passed += 1;
  });
  stream.on("test:fail", (event) => {
    addSeconds(event);
    if (event.details.type !== "suite") tally.failed += 1;
  });
  stream.compose(new spec()).pipe(process.stdout, { end: false });
  await new Promise((resolve) => stream.on("end", resolve));
}

/** What a file takes is what its outermost tests take, one after the other. */
function addSeconds({ nesting, file, details }) {
  if (nesting !== 0 || file === undefined) return;
  secondsOf.set(file, (secondsOf.get(file) ?? 0) + details.duration_ms / 1000);
}

function tellSlowest() {
  const slowest = [...secondsOf].sort(([, a], [, b]) => b - a).slice(0, slowestFiles);
  console.log("the slowest files:");
  for (const [file, seconds] of slowest) {
    console.log(`${seconds.toFixed(1).padStart(7)} s  ${relative(process.cwd(), file)}`);
  }
}
