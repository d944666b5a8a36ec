import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { ProbeProblem } from "../run-settings.ts";
import { checkPrograms, localProgram } from "./tools.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-test-"));
writeFileSync(join(folder, "jq"), "", { mode: 0o755 });
after(() => rmSync(folder, { recursive: true, force: true }));

const check = (script: string) => () => checkPrograms(["sh", "-c", script], folder);

test("a program that probes use and that is not there is named, with where it comes from", () => {
  for (const script of [
    "curl -s x",
    "set -e; curl x | jq .state",
    "if ! curl x; then exit 1; fi",
    "X=1 curl x",
    'state="$(curl x)"',
    "timeout 5 curl x",
    "until curl x; do sleep 1; done",
    "true && curl x",
  ]) {
    assert.throws(
      check(script),
      /needs curl, which this machine does not have: apt-get install curl/,
    );
  }
  assert.throws(
    () => checkPrograms(["/bin/grpc_health_probe", "-addr=:1"], folder),
    /no Debian package/,
  );
});

test("a program stands where its author's image has it, on the PATH, or in the lab", () => {
  assert.equal(localProgram(join(folder, "jq"), ""), join(folder, "jq"));
  assert.equal(localProgram("/opt/image/bin/jq", folder), "jq");
  assert.equal(localProgram("/bin/lncli", ""), "lncli");
  assert.throws(() => localProgram("/scripts/ready.sh", folder), ProbeProblem);
});

test("a word that is no command is no program", () => {
  for (const script of [
    "jq .curl",
    "echo use curl",
    "grep -q 'docker|curl' x",
    "my-curl x",
    "jq . curl.json",
  ]) {
    assert.doesNotThrow(check(script), script);
  }
});

test("a command that would act on this machine is not run", () => {
  for (const script of [
    "docker exec lnd lncli state",
    "lncli state || systemctl restart lnd",
    "kubectl get pods",
  ]) {
    assert.throws(
      check(script),
      (error) => error instanceof ProbeProblem && /is not run here/.test(error.message),
    );
  }
});
