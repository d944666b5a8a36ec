import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { parseLndConfig } from "./config.ts";
import { createMadeUpEnvironment } from "./made-up-environment.ts";

const recorded = readFileSync(new URL("./recorded-refusals.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => line.split("\t"));

/** What the real lnd said of input of one kind. */
function recordedOf(kind: string): readonly { input: unknown; text: string }[] {
  const rows = recorded
    .filter((row) => row[0] === kind)
    .map(([, input = "", text = ""]) => ({ input: JSON.parse(input) as unknown, text }));
  assert.ok(rows.length > 20, `there are recorded refusals of kind ${kind}`);
  return rows;
}

const regtest = ["--bitcoin.regtest", "--bitcoin.node=nochainbackend"];
const home = { homeDir: "/home/ann", variables: { HOME: "/home/ann" } };

function refuse(argv: readonly string[], files: Record<string, string> = {}) {
  const environment = createMadeUpEnvironment({ ...home, files });
  const outcome = parseLndConfig(["--sim.strict", ...argv], environment);
  assert.ok(outcome.outcome === "exit", `${argv.join(" ")} is refused`);
  assert.equal(outcome.exitCode, 1);
  return outcome;
}

test("a command line that go-flags cannot read is refused twice, in lnd's words", () => {
  for (const { input, text } of recordedOf("twice")) {
    const { stderr, log } = refuse(input as string[]);
    assert.deepEqual(stderr, [text, `failed to load config: ${text}`]);
    assert.deepEqual(log, []);
  }
});

test("settings that contradict each other are refused once, in lnd's words", () => {
  for (const { input, text } of recordedOf("once")) {
    const { stderr, log } = refuse(input as string[]);
    assert.deepEqual(stderr, [`failed to load config: ${text}`], String(input));
    assert.deepEqual(log, []);
  }
});

test("what lnd finds wrong after it has opened its log is said there too", () => {
  for (const { input, text } of recordedOf("logged")) {
    const { stderr, log } = refuse([...regtest, ...(input as string[])]);
    assert.deepEqual(stderr, [`failed to load config: ${text}`], String(input));
    // Two checks of the chain come before the log is there.
    const isEarly = text.includes("error validating bitcoin params");
    const said = log.filter((line) => line.text === `Error validating config: ${text}`);
    assert.equal(said.length, isEarly ? 0 : 1, String(input));
  }
});

test("an lnd.conf that cannot be read is refused once, with the file and the line", () => {
  for (const { input, text } of recordedOf("file")) {
    const { stderr, log } = refuse(["-C", "/lnd.conf", ...regtest], { "/lnd.conf": String(input) });
    assert.deepEqual(stderr, [`failed to load config: ${text}`]);
    assert.deepEqual(log, []);
  }
});

test("a wrong debug level also points to the help", () => {
  const { stderr, log } = refuse([...regtest, "--debuglevel=loud"]);
  const usage = "Use lnd -h to show usage";
  const text =
    "ValidateConfig: error parsing debug level: the specified debug level [loud] is invalid";
  assert.deepEqual(stderr, [usage, `failed to load config: ${text}`]);
  assert.deepEqual(
    log.map((line) => line.text),
    [`Incorrect usage: ${usage}`, `Error validating config: ${text}`],
  );
});

test("a chain backend whose credentials are not found is refused after the attempt is announced", () => {
  const { stdout, stderr } = refuse(["--bitcoin.regtest"]);
  assert.deepEqual(stdout, ["Attempting automatic RPC configuration to btcd"]);
  assert.match(stderr[0] ?? "", /open \/home\/ann\/\.btcd\/btcd\.conf: no such file or directory/);
});
