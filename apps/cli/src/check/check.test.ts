import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type FakeTerminalOptions, runAt } from "../testing/fake-terminal.ts";

const script = `curl -s -k https://localhost:8080/v1/state | jq .'State' | grep -E 'SERVER_ACTIVE'`;
const manifest = (command: string) => `apiVersion: v1
kind: Pod
metadata: { name: lnd }
spec:
  containers:
    - name: lnd
      image: registry.example/lnd:1
      readinessProbe:
        exec:
          command: [/bin/sh, -c, "${command}"]
`;

/** Only what does not run anything. */
const lint = (argv: readonly string[], options?: FakeTerminalOptions) =>
  runAt(["check", "--lint-only", ...argv], options);

test("a command that breaks a rule ends with 1, is shown with the place, and nothing is run", async () => {
  const { ending, stdout, stderr } = await lint(["--command", script]);
  assert.deepEqual(ending, { code: 1 });
  assert.match(stdout, /command:1:\d+: error PROBE001: /);
  assert.match(stdout, /\^+\n/);
  assert.match(stdout, /Next: leaderlab explain PROBE001/);
  assert.equal(stderr, "");
});

test("one that breaks none ends with 0", async () => {
  const good = "curl -s -k https://localhost:8080/v1/state | jq -r .state | grep -qx SERVER_ACTIVE";
  const { ending, stdout } = await lint(["--command", good]);
  assert.deepEqual(ending, { code: 0 }, stdout);
});

test("a manifest comes from standard input, and its places are in -", async () => {
  const typed = manifest(script).split("\n").slice(0, -1);
  const { ending, stdout } = await lint(["-"], { typed });
  assert.deepEqual(ending, { code: 1 });
  assert.match(stdout, /^-:10:\d+: error PROBE001/m);
});

test("several files make one report, which can go to a file while the terminal gets a line for each", async () => {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-check-"));
  try {
    const paths = ["a.yaml", "b.yaml"].map((name) => join(folder, name));
    for (const path of paths) writeFileSync(path, manifest(script));
    const output = join(folder, "report.json");
    const { ending, stdout } = await lint([...paths, "--format=json", "--output", output]);
    assert.deepEqual(ending, { code: 1 });
    assert.match(stdout, /^(Broken: .*\n){2}$/);
    const { outcome, reports } = JSON.parse(readFileSync(output, "utf8"));
    assert.equal(outcome, "broken");
    assert.deepEqual(
      reports.map(({ target }: { target: string }) => target),
      paths,
    );
    const lost = await lint([paths[0] ?? "", "--output", join(folder, "none", "report")]);
    assert.deepEqual(lost.ending, { code: 2 });
    assert.match(lost.stderr, /cannot write the report/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what cannot be read or is of no known kind could not be checked: 2, and what to do", async () => {
  const missing = await lint(["no-such.yaml"]);
  assert.deepEqual(missing.ending, { code: 2 });
  assert.match(missing.stdout, /Could not run: .*no-such\.yaml: no such file or directory/);
  const unknown = await lint(["-"], { typed: ["a: 1"] });
  assert.deepEqual(unknown.ending, { code: 2 });
  assert.match(unknown.stdout, /name one with --kind: kubernetes/);
  const broken = await lint(["-"], { typed: ["apiVersion: v1", "kind: Pod", "spec: ["] });
  assert.deepEqual(broken.ending, { code: 2 });
  const url = await lint(["--url", "localhost:8080"]);
  assert.deepEqual(url.ending, { code: 2 });
  assert.match(url.stdout, /--url takes/);
});

test("a bad command line ends with 2 and shows the flags", async () => {
  for (const argv of [
    [],
    ["--format=xml", "x"],
    ["--contract=all", "x"],
    ["--shell=zsh", "x"],
    ["--role=leader", "x"],
    ["--kind=helm", "x"],
    ["--timeout=0s", "x"],
    ["--seed=-1", "x"],
    ["--node=here", "--url=http://localhost"],
    ["--grpc=here", "--url=http://localhost"],
    ["--command", " "],
    ["-", "-"],
    ["--fast", "x"],
  ]) {
    const { ending, stderr } = await runAt(["check", ...argv]);
    assert.deepEqual(ending, { code: 2 }, argv.join(" "));
    assert.match(stderr, /^leaderlab check: .+\n\nUsage/, argv.join(" "));
  }
  const { ending, stdout } = await runAt(["check", "--help"]);
  assert.deepEqual(ending, { code: 0 });
  assert.match(stdout, /--lint-only/);
});
