import assert from "node:assert/strict";
import { test } from "node:test";
import { defaultValue } from "./flag-settings.ts";
import { guideSpellings, lndFlagRow, lndFlagRows } from "./lnd-flags.ts";
import { lndHelp } from "./lnd-help.ts";
import { createMadeUpEnvironment } from "./made-up-environment.ts";
import { resolveDefault } from "./resolve-default.ts";

const environment = createMadeUpEnvironment({ homeDir: "/home/ann" });

test("no two flags have the same name or the same letter", () => {
  const names = lndFlagRows.map((row) => row.name);
  assert.equal(new Set(names).size, names.length);
  const letters = lndFlagRows.flatMap((row) => row.short ?? []);
  assert.deepEqual([...letters].sort(), ["C", "V", "a", "b", "d"]);
});

test("every default can be read as a value of its flag", () => {
  for (const row of lndFlagRows) {
    assert.doesNotThrow(() => defaultValue(row, resolveDefault(row, environment)), row.name);
    if (row.choices.length > 0 && row.default !== "") assert.ok(row.choices.includes(row.default));
  }
});

test("the flags of clusters and databases have lnd's types and defaults", () => {
  const observed = {
    "cluster.enable-leader-election": "bool ",
    "cluster.leader-elector": "string etcd",
    "cluster.etcd-election-prefix": "string /leader/",
    "cluster.leader-session-ttl": "int 90",
    "db.backend": "string bolt",
    "db.batch-commit-interval": "time.Duration 500ms",
    "db.etcd.embedded_client_port": "uint16 ",
    "db.etcd.max_msg_size": "int 33554432",
    "db.postgres.maxconnections": "int 50",
    "db.postgres.walletdb-with-global-lock": "bool true",
    "db.postgres.query.max-page-size": "uint32 10500",
    "db.sqlite.busytimeout": "time.Duration 5s",
    "db.bolt.auto-compact-min-age": "time.Duration 168h0m0s",
    "healthcheck.leader.interval": "time.Duration 1m0s",
    "healthcheck.chainbackend.attempts": "int 3",
    "healthcheck.diskspace.diskrequired": "float64 0.1",
    "healthcheck.remotesigner.backoff": "time.Duration 30s",
    tlscertduration: "time.Duration 10080h0m0s",
    "ws-ping-interval": "time.Duration 30s",
    "grpc.server-ping-timeout": "time.Duration 20s",
  } as const;
  for (const [name, expected] of Object.entries(observed)) {
    const row = lndFlagRow(name as keyof typeof observed);
    assert.equal(`${row.type} ${row.default}`, expected, name);
  }
});

test("a spelling of the guide's leads to a flag and is none itself", () => {
  for (const [written, name] of guideSpellings) {
    assert.equal(lndFlagRow(name).effect, "used");
    assert.ok(!lndFlagRows.some((row) => row.name === written));
  }
});

test("the help shows every flag but the hidden ones, what works here with a word on it", () => {
  const help = lndHelp(environment);
  for (const row of lndFlagRows) {
    assert.equal(help.includes(`--${row.name}`), row.effect !== "hidden", row.name);
    assert.equal(row.description !== "", row.effect === "used", row.name);
  }
  const lines = help.split("\n");
  assert.deepEqual(
    lines.filter((line) => line.length > 130),
    [],
  );
  const titles = lines.filter((line) => /^\S.*:$/.test(line));
  assert.deepEqual(titles.slice(0, 4), ["Usage:", "Application Options:", "Pprof:", "Bitcoin:"]);
  assert.equal(titles.at(-1), "Help Options:");
  assert.match(help, /-C, --configfile= .*\(default: \/home\/ann\/\.lnd\/lnd\.conf\)/);
  assert.match(help, /--cluster\.leader-elector=\[etcd\] .*\(default: etcd\)/);
});
