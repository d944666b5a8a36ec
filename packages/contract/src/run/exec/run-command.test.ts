import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createRealClock } from "@leaderlab/clock/real";
import { runCommand } from "./run-command.ts";

const clock = createRealClock();
const folder = mkdtempSync(join(tmpdir(), "leaderlab-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (script: string, limitMs = 10_000, signal?: AbortSignal) =>
  runCommand({
    clock,
    argv: ["/bin/sh", "-c", script],
    cwd: folder,
    env: { PATH: "/usr/bin:/bin" },
    limitMs,
    ...(signal !== undefined && { signal }),
  });

/** Whether a process is there, and no zombie. */
function lives(pid: string): boolean {
  const status = `/proc/${pid}/status`;
  if (!existsSync("/proc/self/status")) return false;
  return existsSync(status) && !/^State:\s+Z/m.test(readFileSync(status, "utf8"));
}

test("success is exit code 0, and nothing else", async () => {
  const { durationMs, ...success } = await run("echo yes");
  assert.deepEqual(success, { outcome: "success", exitCode: 0, output: "yes" });
  assert.ok(durationMs > 0);
  const failure = await run("echo no >&2; exit 3");
  assert.deepEqual([failure.outcome, failure.exitCode, failure.output], ["failure", 3, "no"]);
});

test("a program that is not there fails, and is named", async () => {
  const argv = ["no-such-program"] as const;
  const missing = await runCommand({ clock, argv, cwd: folder, env: {}, limitMs: 1000 });
  assert.equal(missing.outcome, "failure");
  assert.equal(missing.output, "no-such-program: not found");
  const inShell = await run("no-such-program");
  assert.deepEqual([inShell.outcome, inShell.exitCode], ["failure", 127]);
});

test("output without end is cut, and the command is ended at its limit", async () => {
  const endless = await run("yes", 300);
  assert.deepEqual([endless.outcome, endless.exitCode], ["timeout", null]);
  assert.equal(endless.output.length, 1000);
});

test("a command that ignores SIGTERM is ended at its limit", async () => {
  const stubborn = await run("trap '' TERM INT HUP; while :; do sleep 1; done", 200);
  assert.equal(stubborn.outcome, "timeout");
});

test("bytes that are no text become text that any report can hold", async () => {
  const binary = await run("printf '\\000\\033[31m\\377ok\\n\\tx'");
  assert.equal(binary.output, "\ufffd\ufffd[31m\ufffdok\n\tx");
});

test("a child that stays is gone with its command, and its hold on the output does not keep anybody", async () => {
  const parent = await run("sleep 1000 & echo $!");
  assert.equal(parent.outcome, "success");
  assert.ok(!lives(parent.output));
  const late = await run("sleep 1000 & echo $!; wait", 200);
  assert.equal(late.outcome, "timeout");
  assert.ok(!lives(late.output));
});

test("nothing of this process's environment is seen, and nothing can be read", async () => {
  process.env["LEADERLAB_SECRET"] = "secret";
  const { output } = await run("env; cat; pwd");
  delete process.env["LEADERLAB_SECRET"];
  assert.doesNotMatch(output, /secret/);
  assert.match(output, new RegExp(`${folder}$`));
});

test("a run that is called off ends at once", async () => {
  const calling = new AbortController();
  const running = run("sleep 1000", 60_000, calling.signal);
  calling.abort(new Error("called off"));
  await assert.rejects(running, /called off/);
  await assert.rejects(run("sleep 1000", 60_000, calling.signal), /called off/);
});
