import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand } from "../run-command.ts";
import { createFakeTerminal } from "../testing/fake-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-sim-"));
after(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const terminal = createFakeTerminal();
  const ending = await runCommand(argv, terminal);
  return { ending, out: terminal.stdout, err: terminal.stderr };
}

test("a simulation prints what happened, and its timeline is replayed event by event", async () => {
  const path = join(folder, "run.jsonl");
  const { ending, out } = await run("sim", "--nodes=3", "--hours=0.1", "--timeline", path);
  assert.deepEqual(ending, { code: 0 });
  assert.match(out, /^seed 1: 3 nodes, TTL 10 s, faults: chaos; /);
  assert.match(out, /\d+ failovers: .* s at best/);
  assert.match(out, /No invariant was broken\.\n$/);
  const same = await run("replay", path);
  assert.deepEqual(same.ending, { code: 0 });
  assert.match(same.out, /^\d+ events, each as recorded\.\n$/);
  const lines = readFileSync(path, "utf8").split("\n");
  lines[5] = lines[5]?.replace(/"atMs":[\d.]+/, '"atMs":0.5') ?? "";
  writeFileSync(path, lines.join("\n"));
  const other = await run("replay", path);
  assert.deepEqual(other.ending, { code: 1 });
  assert.match(other.out, /^The timelines differ at event 5:\n {2}recorded: .*"atMs":0\.5/);
});

test("what cannot be simulated or replayed is refused with exit code 2", async () => {
  const noHeader = join(folder, "none.jsonl");
  writeFileSync(noHeader, "{}\n");
  const live = join(folder, "live.jsonl");
  writeFileSync(live, '{"format":"leaderlab-timeline","version":1}\n');
  for (const [argv, said] of [
    [["sim", "--hours=0"], /--hours takes a number over 0/],
    [["sim", "--faults=some"], /--faults takes none, failovers, chaos, not "some"/],
    [["sim", "--nodes=0"], /--nodes takes a whole number from 1 to 10000/],
    [["sim", "--runs=2", "--timeline=x"], /--timeline goes with a single run/],
    [["replay"], /name one file/],
    [["replay", join(folder, "absent")], /ENOENT/],
    [["replay", noHeader], /none\.jsonl:1:1: expected a header/],
    [["replay", live], /live\.jsonl:1:1: this timeline was not simulated/],
  ] as const) {
    const { ending, err } = await run(...argv);
    assert.deepEqual(ending, { code: 2 }, argv.join(" "));
    assert.match(err, said);
  }
});
