import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runExplain } from "../commands/explain.ts";
import { runFix } from "../commands/fix.ts";
import { createFakeTerminal } from "../testing/fake-terminal.ts";

async function run(command: typeof runFix, ...argv: string[]) {
  const terminal = createFakeTerminal();
  const { code } = (await command(argv, terminal)) as { code: number };
  return { code, out: terminal.stdout, err: terminal.stderr };
}

const manifest = `apiVersion: v1
kind: Pod   # keep me
metadata: {name: lnd}
spec:
  containers:
  - name: lnd
    image: lightninglabs/lnd:v0.21.0-beta
    readinessProbe:
      exec:
        command: ["/bin/sh", "-c", "set -o pipefail; curl -sk https://localhost:8080/v1/state | jq .State | grep SERVER_ACTIVE"]
      periodSeconds:   1
`;

async function inFolder(use: (path: string, folder: string) => Promise<void>) {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-fix-"));
  try {
    writeFileSync(join(folder, "lnd.yaml"), manifest);
    await use(join(folder, "lnd.yaml"), folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test("fix prints a patch that git and patch apply, and --write writes the same", async () => {
  await inFolder(async (path, folder) => {
    const { code, out, err } = await run(runFix, path);
    assert.equal(code, 0, err);
    assert.equal(readFileSync(path, "utf8"), manifest);
    assert.match(err, /mended {3}\S+:10:\d+ {2}PROBE001 /);
    const patch = out.replaceAll(path, "lnd.yaml");
    execFileSync("git", ["apply", "-p0", "--check", "-"], { cwd: folder, input: patch });
    execFileSync("git", ["apply", "-p0", "-"], { cwd: folder, input: patch });
    const patched = readFileSync(path, "utf8");
    assert.match(patched, /"lncli state \| grep -q SERVER_ACTIVE"\]\n {6}periodSeconds: {3}1\n$/);

    writeFileSync(path, manifest);
    assert.equal((await run(runFix, path, "--write")).code, 0);
    assert.equal(readFileSync(path, "utf8"), patched);
    assert.deepEqual(await run(runFix, path), {
      code: 0,
      out: "",
      err: `${path}: nothing to mend\n`,
    });
  });
});

test("fix tells what it leaves and why, and ends with 1", async () => {
  await inFolder(async (_, folder) => {
    const path = join(folder, "wait.sh");
    writeFileSync(path, 'echo "is it up?"\nnc -z localhost 10009\n');
    const left = await run(runFix, path);
    assert.equal(left.code, 1);
    assert.match(left.err, /left .*PROBE013 .*\n +it also says something/);
  });
});

test("fix ends with 2 for what it cannot read", async () => {
  await inFolder(async (path, folder) => {
    for (const argv of [
      [],
      ["--contract", "x", path],
      ["-", "--write"],
      [join(folder, "none.yaml")],
    ]) {
      assert.equal((await run(runFix, ...argv)).code, 2);
    }
    writeFileSync(
      path,
      "apiVersion: v1\nkind: Pod\nspec: {containers: [{livenessProbe: {periodSeconds: x}}]}\n",
    );
    const { code, err } = await run(runFix, path);
    assert.equal(code, 2);
    assert.match(err, /lnd\.yaml:3:\d+: .*periodSeconds must be a whole number, not "x"/);
  });
});

test("explain lists all rules, tells one in full, and knows what was meant", async () => {
  const list = await run(runExplain);
  assert.match(list.out, /^PROBE001 {3}error {4}the state's JSON key/m);
  assert.match(list.out, /^TIME002 /m);
  const one = await run(runExplain, "probe005");
  assert.equal(one.code, 0);
  assert.match(one.out, /^PROBE005 \(error\): .*\n\nWhy\n {4}UNLOCKED ends with LOCKED/);
  assert.match(one.out, /\nWrong\n {4}.*\n\nRight\n {4}lncli state \| grep -qw LOCKED/);
  const none = await run(runExplain, "time9");
  assert.equal(none.code, 2);
  assert.match(none.err, /did you mean TIME001, TIME002\?/);
  assert.equal((await run(runExplain, "?")).code, 2);
});
