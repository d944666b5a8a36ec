import assert from "node:assert/strict";
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { leaderlab } from "../harness/leaderlab.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const needed = { ...needs(parts.dash, parts.curl, parts.jq), timeout: 120_000 };

/** As lnd's guide to leader election has it. */
const guideScript =
  "set -e; set -o pipefail; curl -s -k -o - https://localhost:8080/v1/state | jq .'State' | " +
  "grep -E 'NON_EXISTING|LOCKED|UNLOCKED|RPC_ACTIVE|SERVER_ACTIVE'";

const guideManifest = `apiVersion: apps/v1
kind: StatefulSet
metadata: { name: lnd }
spec:
  serviceName: lnd
  replicas: 2
  selector: { matchLabels: { app: lnd } }
  template:
    metadata: { labels: { app: lnd } }
    spec:
      containers:
        - name: lnd
          image: registry.example/lnd:1
          readinessProbe:
            exec:
              command:
                - /bin/sh
                - -c
                - "${guideScript}"
            periodSeconds: 1
`;

async function run(...args: readonly string[]) {
  const child = leaderlab(["check", ...args]);
  const { code } = await child.ended;
  return { code, output: child.output };
}

test(
  "the probe of lnd's guide is broken, as a command and in a manifest, and is told why",
  needed,
  async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "lnd.yaml");
    writeFileSync(path, guideManifest);
    const json = join(folder.path, "report.json");
    const [command, file] = await Promise.all([
      run("--contract=leader", "--no-scenarios", "--command", guideScript),
      run("--contract=leader", "--format=json", "--output", json, path),
    ]);
    assert.equal(command.code, 1, command.output);
    assert.match(command.output, /error PROBE001/);
    assert.match(command.output, /error PROBE003/);
    assert.match(command.output, /✗ {2}SERVER_ACTIVE +not ready +ready +2 /);
    assert.equal(file.code, 1, file.output);
    assert.match(file.output, /only files that you trust/);
    const [report] = JSON.parse(readFileSync(json, "utf8")).reports;
    const rules = new Set(report.findings.map(({ rule }: { rule: string }) => rule));
    assert.ok(rules.has("PROBE001") && rules.has("PROBE003"), [...rules].join());
    assert.ok(report.scenarios.every(({ holds }: { holds: boolean }) => !holds));
  },
);

test("a probe with lncli holds in every state and over time", needed, async () => {
  const probe = "lncli --network=regtest state | jq -r .state | grep -qx SERVER_ACTIVE";
  const { code, output } = await run("--timeout=5s", "--command", probe);
  assert.equal(code, 0, output);
  assert.match(output, /✓ The contract "serving" holds: 1 probe, 13 states, 7 scenarios\.$/);
});

test("Ctrl-C ends what is run and leaves no file behind", needed, async () => {
  using folder = temporaryFolder();
  const script = join(folder.path, "wait.sh");
  const mark = join(folder.path, "runs");
  writeFileSync(script, `#!/bin/sh\ntouch ${mark}\nwhile true; do sleep 1; done # lncli\n`);
  const temporary = join(folder.path, "tmp");
  mkdirSync(temporary);
  const begun = new Promise<void>((resolve) => {
    const watcher = watch(folder.path, () => {
      if (!existsSync(mark)) return;
      watcher.close();
      resolve();
    });
  });
  const child = leaderlab(["check", "--timeout=60s", script], { env: { TMPDIR: temporary } });
  await begun;
  const { signal } = await child.kill("SIGINT");
  assert.equal(signal, "SIGINT", child.output);
  assert.deepEqual(readdirSync(temporary), []);
});
