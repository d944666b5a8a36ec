import assert from "node:assert/strict";
import { test } from "node:test";
import type { LintSettings } from "../file-kind.ts";
import { manifest } from "../fixtures/fixture.ts";
import { lintFile } from "./file-kinds.ts";

const lint = (text: string, settings: Partial<LintSettings> = {}) =>
  lintFile(
    { file: "x", text },
    { contract: "serving", kind: "script", role: "readiness", ...settings },
  );
const rules = (text: string, settings: Partial<LintSettings> = {}) =>
  lint(text, settings).findings.map(({ rule }) => rule);
const inManifest = (probe: string, options: Partial<Parameters<typeof manifest>[0]> = {}) => {
  const source = { file: "m.yaml", text: manifest({ probe: [probe], ...options }) };
  return lintFile(source, { contract: "serving" }).findings;
};

const curl = "curl -s -k https://localhost:8080/v1/state";

test("PROBE001 points at the key, wherever it is written", () => {
  for (const script of [
    `${curl} | jq .State | grep A`,
    `${curl} | jq -r '.["State"]'`,
    `lncli state | jq -r .STATE`,
    `${curl} | grep -q '"State":"SERVER_ACTIVE"'`,
    `x=$(${curl} | jq -r '.State // empty'); [ "$x" = SERVER_ACTIVE ]`,
  ]) {
    const [finding] = lint(script).findings.filter(({ rule }) => rule === "PROBE001");
    const { column = 0, endColumn = 0 } = finding?.position ?? {};
    assert.match(script.slice(column - 1, endColumn - 1), /^(State|STATE)$/, script);
  }
  assert.ok(!rules(`${curl} | jq -r .state | grep -q State`).includes("PROBE001"));
});

test("PROBE001 finds its place in folded and quoted YAML too", () => {
  for (const command of [
    `command: [sh, -c, '${curl} | jq .''State'' | grep A']`,
    `command: [sh, -c, "x=\\"1\\"; ${curl} | jq .State | grep A"]`,
    `command:\n${" ".repeat(14)}- sh\n${" ".repeat(14)}- -c\n${" ".repeat(14)}- >-\n${" ".repeat(16)}${curl}\n${" ".repeat(16)}| jq .State\n${" ".repeat(16)}| grep A`,
  ]) {
    const text = manifest({ probe: ["exec:", `  ${command}`] });
    const source = { file: "m.yaml", text };
    const { findings } = lintFile(source, { contract: "serving" });
    const {
      line = 0,
      column = 0,
      endColumn = 0,
    } = findings.find(({ rule }) => rule === "PROBE001")?.position ?? {};
    assert.equal(text.split("\n")[line - 1]?.slice(column - 1, endColumn - 1), "State", command);
  }
});

test("PROBE002 is about traffic, not about liveness", () => {
  const get = "httpGet: {scheme: HTTPS, port: 8080, path: /v1/state}";
  assert.deepEqual(
    inManifest(get).map(({ rule }) => rule),
    ["PROBE002"],
  );
  assert.deepEqual(inManifest(get, { field: "livenessProbe" }), []);
  assert.deepEqual(rules(`${curl} -f >/dev/null`), ["PROBE002"]);
  assert.deepEqual(rules("lncli state"), ["PROBE002"]);
});

test("PROBE003 depends on the shell", () => {
  const script = "set -euo pipefail\nlncli state | grep -q SERVER_ACTIVE";
  assert.deepEqual(rules(script), ["PROBE003"]);
  assert.deepEqual(rules(script, { shell: "dash" }), ["PROBE003"]);
  assert.deepEqual(rules(script, { shell: "busybox" }), []);
  assert.deepEqual(rules(script, { shell: "bash" }), []);
  assert.deepEqual(rules(`#!/usr/bin/env bash\n${script}`), []);
  assert.deepEqual(rules(`bash -c 'set -o pipefail; lncli state | grep -q SERVER_ACTIVE'`), []);
  assert.deepEqual(
    lint(script).findings[0]?.edits?.map(({ text }) => text),
    ["set -eu"],
  );
});

test("PROBE004 knows lnd's own image by its version, and no other image", () => {
  const probe = `exec: {command: [sh, -c, "${curl} | grep -q SERVER_ACTIVE"]}`;
  const found = (image: string) => inManifest(probe, { image }).map(({ rule }) => rule);
  assert.deepEqual(found("lightninglabs/lnd:v0.21.0-beta"), ["PROBE004"]);
  assert.deepEqual(found("docker.io/lightninglabs/lnd"), ["PROBE004"]);
  assert.deepEqual(found("lightninglabs/lnd:v0.20.1-beta"), []);
  assert.deepEqual(found("example.com/lnd:v0.21.0"), []);
});

test("PROBE005 is silent where UNLOCKED is meant too, or the word is whole", () => {
  assert.ok(rules("lncli state | grep -q LOCKED && lncli unlock").includes("PROBE005"));
  for (const script of [
    "lncli state | grep -qw LOCKED",
    "lncli state | grep -q '\"LOCKED\"'",
    "lncli state | grep -qE 'LOCKED|UNLOCKED'",
    `${curl} | jq -r .state | grep -qx LOCKED`,
  ]) {
    assert.ok(!rules(script, { contract: "leader" }).includes("PROBE005"), script);
  }
});

test("PROBE006 and PROBE007 let through what passes on a standby", () => {
  const exec = (script: string) => `exec: {command: [sh, -c, "${script}"]}`;
  for (const field of ["livenessProbe", "startupProbe"] as const) {
    for (const probe of [exec("lncli state"), exec("pidof lnd"), "tcpSocket: {port: 10009}"]) {
      assert.deepEqual(inManifest(probe, { field }), [], probe);
    }
  }
  const strict = exec("lncli state | grep -q SERVER_ACTIVE");
  assert.equal(inManifest(strict, { field: "livenessProbe" })[0]?.rule, "PROBE006");
  const [startup] = inManifest(strict, { field: "startupProbe" });
  assert.match(
    `${startup?.rule} ${startup?.severity} ${startup?.message}`,
    /^PROBE007 error .* after 30 s,/,
  );
});

test("PROBE008 is about lncli's spaces, none, one or two", () => {
  for (const pattern of [
    '"state":"SERVER_ACTIVE"',
    '"state": "SERVER_ACTIVE"',
    '"state":  "SERVER_ACTIVE"',
  ]) {
    const script = `lncli state | grep -q '${pattern}'`;
    const [finding, ...others] = lint(script).findings;
    assert.deepEqual([finding?.rule, others.length], ["PROBE008", 0], script);
    const { column = 0, endColumn = 0 } = finding?.position ?? {};
    const mended =
      script.slice(0, column - 1) + finding?.edits?.[0]?.text + script.slice(endColumn - 1);
    assert.equal(mended, `lncli state | grep -q '"state": *"SERVER_ACTIVE"'`);
  }
  assert.deepEqual(rules(`${curl} | grep -q '"state":"SERVER_ACTIVE"'`), []);
});

test("PROBE009 is about sleeping for longer than the limit", () => {
  assert.deepEqual(rules("sleep 2; lncli state | grep -q SERVER_ACTIVE"), ["PROBE009"]);
  assert.deepEqual(rules("sleep 0.1; lncli state | grep -q SERVER_ACTIVE"), []);
});

test("PROBE010 is silent where the answer is looked at, or getinfo comes behind the state", () => {
  assert.deepEqual(rules("lncli getinfo"), ["PROBE010"]);
  assert.deepEqual(rules("lncli state | grep -q SERVER_ACTIVE && lncli getinfo"), []);
  assert.deepEqual(rules("lncli getinfo | jq -e .synced_to_chain"), []);
  const [finding] = inManifest("httpGet: {scheme: HTTPS, port: 8080, path: /v1/getinfo}");
  assert.equal(`${finding?.rule} ${finding?.severity}`, "PROBE010 error");
});

test("PROBE011 finds gRPC health checks of all sorts", () => {
  assert.deepEqual(
    inManifest("grpc: {port: 10009}").map(({ rule }) => rule),
    ["PROBE011"],
  );
  assert.deepEqual(rules("grpc_health_probe -addr=localhost:10009"), ["PROBE011"]);
  assert.deepEqual(rules("grpcurl -insecure localhost:10009 grpc.health.v1.Health/Check"), [
    "PROBE011",
  ]);
  assert.deepEqual(rules("grpcurl -insecure localhost:10009 lnrpc.State/GetState"), []);
});

test("PROBE012 depends on the contract", () => {
  const script = `${curl} | jq -r .state | grep -qxE 'NON_EXISTING|LOCKED|UNLOCKED|RPC_ACTIVE|SERVER_ACTIVE'`;
  assert.deepEqual(rules(script), ["PROBE012"]);
  assert.deepEqual(rules(script, { contract: "leader" }), []);
});

test("PROBE013 and PROBE014 say what they are about", () => {
  assert.match(lint("nc -z localhost 10009").findings[0]?.message ?? "", /^the port is open/);
  assert.match(lint("pgrep -x lnd").findings[0]?.message ?? "", /^the process is there/);
  assert.deepEqual(rules("lncli state | grep -q RPC_ACTIVE"), ["PROBE014"]);
});

test("other programs' ports, and the one that lnd opens when it serves, are no matter", () => {
  assert.deepEqual(rules("until nc -z bitcoind 8332; do sleep 1; done", { role: "waiter" }), []);
  assert.deepEqual(rules("nc -z localhost 9735"), []);
  assert.deepEqual(inManifest("tcpSocket: {port: 9735}"), []);
  assert.deepEqual(
    inManifest("tcpSocket: {port: 8080}").map(({ rule }) => rule),
    ["PROBE013"],
  );
});

test("a script that is not understood is left alone, and that is told", () => {
  const { findings, notices } = lint("if lncli state; then");
  assert.deepEqual(findings, []);
  assert.match(notices[0]?.message ?? "", /not understood/);
});

test("what cannot be said breaks no rule", () => {
  for (const script of [
    "/scripts/ready.sh",
    "lncli state | awk '/SERVER_ACTIVE/ {found=1} END {exit !found}'",
    'lncli state | python3 -c \'import json,sys; sys.exit(json.load(sys.stdin)["state"] != "SERVER_ACTIVE")\'',
    "lncli state | sed -n 's/.*: *\"\\(.*\\)\"/\\1/p' | grep -qx SERVER_ACTIVE",
    'curl -sk https://$HOST/v1/state | grep -q "$WANTED"',
  ]) {
    assert.deepEqual(rules(script), [], script);
  }
});
