import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { runAt } from "../testing/fake-terminal.ts";
import { startSimulatedNode, temporaryFolder } from "../testing/simulated-node.ts";

interface Recorded {
  readonly argv: readonly string[];
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What the real lncli 0.21.0 says on these command lines, of a node that has one invoice and nothing else. */
const recorded: readonly Recorded[] = readFileSync(
  new URL("./recorded-lncli.jsonl", import.meta.url),
  "utf8",
)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const clock = createRealClock();

test("every verb says what the real lncli says, to good arguments and to bad ones", async () => {
  using folder = temporaryFolder();
  await using node = await startSimulatedNode(folder.path, clock, ["--noseedbackup"]);
  await node.reaches("SERVER_ACTIVE");
  const lncli = (argv: readonly string[]) =>
    runAt(["lncli", ...node.lncliFlags, ...argv], { clock });
  assert.equal((await lncli(["addinvoice", "12"])).stderr, "");
  for (const { argv, code, stdout, stderr } of recorded) {
    const said = await lncli(argv);
    assert.deepEqual([said.stdout, said.stderr], [stdout, stderr], argv.join(" "));
    assert.deepEqual(said.ending, { code }, argv.join(" "));
  }
});

test("arguments are looked at before the macaroon where lncli does so, and behind it elsewhere", async () => {
  const lncli = async (...argv: readonly string[]) =>
    (await runAt(["lncli", "--lnddir=/nosuch", ...argv], { clock })).stderr;
  for (const argv of [
    ["bakemacaroon", "x"],
    ["newaddress", "x"],
    ["printmacaroon", "zz"],
  ]) {
    assert.doesNotMatch(await lncli(...argv), /global options/, argv.join(" "));
  }
  for (const argv of [["addinvoice", "x"], ["payinvoice"], ["sendpayment", "zz"]]) {
    assert.match(await lncli(...argv), /could not load global options/, argv.join(" "));
  }
});
