import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { runCommand } from "../run-command.ts";
import { createFakeTerminal } from "../testing/fake-terminal.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-scenario-"));
after(() => rmSync(folder, { recursive: true }));

async function run(...argv: string[]) {
  const terminal = createFakeTerminal();
  const ending = await runCommand(["scenario", ...argv], terminal);
  return { ending, out: terminal.stdout, err: terminal.stderr };
}

function file(text: string): string {
  const path = join(folder, "mine.yaml");
  writeFileSync(path, text);
  return path;
}

const mine = `scenario: mine
title: A leader that is killed
nodes: 2
ttl: 3s
steps:
  - await: { kind: state, node: lnd-1, state: SERVER_ACTIVE }
  - kill: lnd-1
  - await: { kind: failover }
expect:
  - event: { kind: failover, from: lnd-1, to: lnd-2 }
`;

test("the scenarios that come with the lab are listed, and one is run by its name", async () => {
  const listed = await run("list");
  assert.match(listed.out, /^paused-leader +A leader that is paused beyond its TTL/m);
  const { ending, out } = await run("run", "paused-leader");
  assert.deepEqual(ending, { code: 0 });
  assert.match(out, /lnd-2 +elected leader/);
  assert.match(out, /holds +overlap lnd-1 lnd-2 lasts from 0s to 9s/);
  assert.match(out, /Every expectation held\.\n$/);
});

test("a file's expectations are judged: exit code 0 when they hold, 1 when one does not", async () => {
  assert.deepEqual((await run("run", file(mine))).ending, { code: 0 });
  const { ending, out } = await run("run", file(`${mine}  - never: { kind: killed }\n`));
  assert.deepEqual(ending, { code: 1 });
  assert.match(out, /broken +never killed: it happened, as event \d+/);
});

test("what is wrong with a file is told with line and column, and exit code 2", async () => {
  for (const [text, said] of [
    [mine.replace("kill: lnd-1", "kil: lnd-1"), /mine\.yaml:7:5: steps\.1: there is no field kil/],
    [mine.replace("ttl: 3s", "ttl: soon"), /mine\.yaml:4:6: ttl: is a duration such as/],
    [mine.replace("nodes: 2", "nodes: [2"), /mine\.yaml:\d+:\d+: /],
    ["title: x\n", /mine\.yaml:1:1: scenario: /],
  ] as const) {
    const { ending, err } = await run("run", file(text));
    assert.deepEqual(ending, { code: 2 });
    assert.match(err, said);
  }
  assert.match((await run("run", "nothing")).err, /there is no scenario and no file nothing/);
});

test("the schema is JSON schema", async () => {
  const schema = JSON.parse((await run("schema")).out);
  assert.equal(schema.type, "object");
  assert.deepEqual(schema.required, ["scenario", "title", "steps", "expect"]);
});
