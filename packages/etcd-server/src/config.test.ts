import assert from "node:assert/strict";
import { test } from "node:test";
import { parseEtcdFlags } from "./config.ts";
import { flagTable } from "./flag-table.ts";

const serve = (argv: readonly string[], env = {}) => {
  const command = parseEtcdFlags(argv, env);
  assert.ok(command.kind === "serve");
  return command;
};

test("the guide's command line is understood as it stands", () => {
  const { config } = serve([
    "--auto-tls",
    "--advertise-client-urls=https://127.0.0.1:2379",
    "--listen-client-urls=https://0.0.0.0:2379",
    "--max-txn-ops=16384",
    "--max-request-bytes=104857600",
  ]);
  assert.equal(config.autoTls, true);
  assert.deepEqual(config.listenClientUrls, ["https://0.0.0.0:2379"]);
  assert.deepEqual(config.advertiseClientUrls, ["https://127.0.0.1:2379"]);
  assert.equal(config.maxTxnOps, 16384);
  assert.equal(config.maxRequestBytes, 104857600);
  assert.equal(config.dataDir, "default.etcd");
});

test("without flags etcd's defaults hold", () => {
  const { config, withoutEffect } = serve([]);
  assert.deepEqual(config.listenClientUrls, ["http://localhost:2379"]);
  assert.deepEqual(config.peerUrls, ["http://localhost:2380"]);
  assert.equal(config.maxTxnOps, 128);
  assert.equal(config.maxRequestBytes, 1572864);
  assert.equal(config.minLeaseTtlSeconds, 2);
  assert.equal(config.watchProgressIntervalMs, 600_000);
  assert.deepEqual(withoutEffect, []);
});

test("one dash, a separate value and the data directory's default from the name work as in etcd", () => {
  const { config } = serve(["-name", "n1", "--max-txn-ops", "7"]);
  assert.equal(config.dataDir, "n1.etcd");
  assert.equal(config.maxTxnOps, 7);
});

test("a slower election timeout raises the shortest lease", () => {
  const { config } = serve(["--heartbeat-interval=1000", "--election-timeout=10000"]);
  assert.equal(config.minLeaseTtlSeconds, 15);
});

test("a command line that cannot be parsed is refused in Go's words with exit code 2", () => {
  const refused = [
    [["--nosuch"], "flag provided but not defined: -nosuch"],
    [["--name"], "flag needs an argument: -name"],
    [["--max-txn-ops=abc"], 'invalid value "abc" for flag -max-txn-ops: parse error'],
    [["--auto-tls=maybe"], 'invalid boolean value "maybe" for -auto-tls: parse error'],
    [
      ["--max-concurrent-streams=x"],
      'invalid value "x" for flag -max-concurrent-streams: strconv.ParseUint: parsing "x": invalid syntax',
    ],
    [
      ["--listen-client-urls=bad"],
      'invalid value "bad" for flag -listen-client-urls: URL scheme must be http, https, unix, or unixs: bad',
    ],
    [
      ["--listen-client-urls=http://127.0.0.1"],
      'invalid value "http://127.0.0.1" for flag -listen-client-urls: URL address does not have the form "host:port": http://127.0.0.1',
    ],
  ] as const;
  for (const [argv, message] of refused) {
    assert.throws(() => serve(argv), { message, exitCode: 2 }, argv.join(" "));
  }
});

test("numbers and durations are read and refused as etcd 3.6 does", () => {
  const { config } = serve(["--max-txn-ops=0x10", "--max-concurrent-streams=1_0"]);
  assert.deepEqual([config.maxTxnOps, config.maxConcurrentStreams], [16, 10]);
  assert.equal(
    serve(["--watch-progress-notify-interval=1m1.1s"]).config.watchProgressIntervalMs,
    61_100,
  );
  const refused = [
    [
      "--max-concurrent-streams=99999999999",
      'invalid value "99999999999" for flag -max-concurrent-streams: strconv.ParseUint: parsing "99999999999": value out of range',
    ],
    [
      "--max-txn-ops=a\x01\x07\u00a0",
      'invalid value "a\\x01\\a\\u00a0" for flag -max-txn-ops: parse error',
    ],
    [
      "--raft-read-timeout=99999999h",
      'invalid value "99999999h" for flag -raft-read-timeout: parse error',
    ],
  ] as const;
  for (const [argument, message] of refused) {
    assert.throws(() => serve([argument]), { message, exitCode: 2 }, argument);
  }
});

test("what does not fit together is refused with exit code 1", () => {
  const refused = [
    [["foo"], '"foo" is not a valid flag'],
    [
      ["--listen-client-urls=http://127.0.0.1:1"],
      "--advertise-client-urls is required when --listen-client-urls is set explicitly",
    ],
    [
      ["--listen-client-urls=http://foo.example:1", "--advertise-client-urls=http://x:1"],
      "expected IP in URL for binding (http://foo.example:1)",
    ],
    [
      ["--election-timeout=400"],
      "--election-timeout[400ms] should be at least as 5 times as --heartbeat-interval[100ms]",
    ],
  ] as const;
  for (const [argv, message] of refused) {
    assert.throws(() => serve(argv), { message, exitCode: 1 }, argv.join(" "));
  }
});

test("a flag that sets nothing here is named, one that would be missed is refused", () => {
  assert.deepEqual(serve(["--snapshot-count=5"]).withoutEffect, ["--snapshot-count"]);
  assert.throws(() => serve(["--discovery-srv=x"]), /does not simulate --discovery-srv/);
  assert.throws(
    () => serve(["--auth-token=jwt,sign-method=RS256"]),
    /does not simulate --auth-token/,
  );
});

test("a variable stands for a flag that is not given", () => {
  const env = { ETCD_MAX_TXN_OPS: "9", ETCD_NAME: "env" };
  assert.equal(serve([], env).config.maxTxnOps, 9);
  assert.equal(serve(["--max-txn-ops=3"], env).config.maxTxnOps, 3);
  assert.equal(serve([], env).config.name, "env");
  assert.throws(() => serve([], { ETCD_MAX_TXN_OPS: "x" }), /ETCD_MAX_TXN_OPS/);
});

test("every default in the table can be read as its kind", () => {
  const env = Object.fromEntries(
    flagTable
      .filter(([, , value, effect]) => value !== "" && effect !== "refused")
      .map(([name, , value]) => [`ETCD_${name.toUpperCase().replaceAll("-", "_")}`, value]),
  );
  assert.equal(serve([], env).config.maxTxnOps, 128);
});
