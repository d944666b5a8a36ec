import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { runTiming } from "../commands/timing.ts";
import { createFakeTerminal } from "../testing/fake-terminal.ts";

async function run(...argv: string[]) {
  const terminal = createFakeTerminal();
  const ending = await runTiming(argv, terminal);
  return { ending, out: terminal.stdout, err: terminal.stderr };
}

test("lnd's defaults are told with their formulas", async () => {
  const { ending, out } = await run("--simulate=0");
  assert.deepEqual(ending, { code: 0 });
  assert.match(out, /60\.2 s to 92\.5 s +outage after a crash/);
  assert.match(out, /= TTL 90 s \+ etcd's expiry tick 0\.5 s \+ until the next one serves 2 s/);
  assert.doesNotMatch(out, /simulated/);
});

test("beside each formula stands how simulations of some seeds came out, in JSON too", async () => {
  const { out } = await run("--ttl=5", "--simulate=1");
  const figures = "min [\\d.]+ s · p50 [\\d.]+ s · p99 [\\d.]+ s · max [\\d.]+ s";
  assert.match(out, new RegExp(`after a crash.*\n.*= TTL.*\n +simulated, 1 seed: ${figures}`));
  const [{ simulated, timings }] = JSON.parse((await run("--ttl=5", "--simulate=2", "--json")).out);
  assert.equal(simulated.seeds, 2);
  assert.equal(simulated.distributions.length, 7);
  for (const { name, count, minMs, maxMs } of simulated.distributions) {
    const formula = timings.find((timing: { name: string }) => timing.name === name);
    assert.equal(count, 2);
    assert.ok(minMs >= formula.minMs && maxMs <= formula.maxMs, `${name}: ${minMs} to ${maxMs}`);
  }
});

test("an lnd.conf is read, flags come before it, and a target gets a suggestion", async () => {
  const folder = mkdtempSync(join(tmpdir(), "leaderlab-timing-"));
  try {
    const path = join(folder, "lnd.conf");
    writeFileSync(
      path,
      "[cluster]\ncluster.leader-session-ttl=30\n[healthcheck]\nhealthcheck.leader.interval=20s\n",
    );
    const read = await run(path, "--healthcheck.leader.attempts=2", "--json", "--simulate=0");
    const [{ settings }] = JSON.parse(read.out);
    assert.deepEqual(
      [settings.ttlSeconds, settings.leaderCheck],
      [30, { intervalMs: 20_000, attempts: 2, timeoutMs: 5000, backoffMs: 5000 }],
    );
    const asked = await run(path, "--max-outage", "30s", "--probe.period=2s", "--simulate=0");
    assert.match(asked.out, /--cluster\.leader-session-ttl=24/);
    assert.deepEqual((await run(path, "--max-outage", "1s", "--simulate=0")).ending, { code: 1 });
    writeFileSync(path, "[cluster]\ncluster.leader-session-ttl=soon\n");
    const refused = await run(path);
    assert.deepEqual(refused.ending, { code: 2 });
    assert.match(refused.err, /lnd\.conf:2: .*soon/);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("what is no duration, no file or no flag is refused with exit code 2", async () => {
  for (const argv of [
    ["--probe.period=10"],
    ["no-such.conf"],
    ["--period=1s"],
    ["--takeover=-1s"],
    ["--simulate=many"],
  ]) {
    const { ending, err } = await run(...argv);
    assert.deepEqual(ending, { code: 2 });
    assert.match(err, /^leaderlab timing: .+\n\nUsage/);
  }
});
