import assert from "node:assert/strict";
import { test } from "node:test";
import { createVirtualClock } from "@leaderlab/clock";
import { createServerLog } from "../server-log.ts";
import { flagTable } from "./flag-table.ts";
import { parseEtcdFlags } from "./parse-etcd-flags.ts";

const serve = async (argv: readonly string[], variables = {}) => {
  const ignore = () => {};
  const serverLog = createServerLog({ out: ignore, err: ignore }, createVirtualClock());
  const command = await parseEtcdFlags(argv, { variables, serverLog });
  assert.ok(command.kind === "serve");
  return command;
};

test("the guide's command line is understood as it stands", async () => {
  const { config } = await serve([
    "--auto-tls",
    "--advertise-client-urls=https://127.0.0.1:2379",
    "--listen-client-urls=https://0.0.0.0:2379",
    "--max-txn-ops=16384",
    "--max-request-bytes=104857600",
  ]);
  assert.equal(config.tls.isAuto, true);
  assert.deepEqual(
    config.listenClientUrls.map(({ text }) => text),
    ["https://0.0.0.0:2379"],
  );
  assert.deepEqual(config.advertiseClientUrls, ["https://127.0.0.1:2379"]);
  assert.equal(config.maxTxnOps, 16384);
  assert.equal(config.maxRequestBytes, 104857600);
  assert.equal(config.dataDir, "default.etcd");
});

test("without flags etcd's defaults hold", async () => {
  const { config, withoutEffect } = await serve([]);
  assert.equal(config.listenClientUrls[0]?.text, "http://localhost:2379");
  assert.deepEqual(config.peerUrls, ["http://localhost:2380"]);
  assert.equal(config.cluster.initial, "default=http://localhost:2380");
  assert.equal(config.maxTxnOps, 128);
  assert.equal(config.maxRequestBytes, 1572864);
  assert.equal(config.minLeaseTtlSeconds, 2);
  assert.equal(config.watchProgressIntervalMs, 600_000);
  assert.deepEqual(config.keepalive, {
    minPingIntervalMs: 5000,
    intervalMs: 7_200_000,
    timeoutMs: 20_000,
  });
  assert.deepEqual(withoutEffect, []);
});

test("one dash, a separate value and what follows from a name work as in etcd", async () => {
  const { config } = await serve(["-name", "n1", "--max-txn-ops", "7"]);
  assert.equal(config.dataDir, "n1.etcd");
  assert.equal(config.cluster.initial, "n1=http://localhost:2380");
  assert.equal(config.maxTxnOps, 7);
});

test("a slower election timeout raises the shortest lease", async () => {
  const { config } = await serve(["--heartbeat-interval=1000", "--election-timeout=10000"]);
  assert.equal(config.minLeaseTtlSeconds, 15);
});

test("numbers and durations are read as Go reads them", async () => {
  const { config } = await serve(["--max-txn-ops=0x10", "--max-concurrent-streams=1_0"]);
  assert.deepEqual([config.maxTxnOps, config.maxConcurrentStreams], [16, 10]);
  const progress = [
    "watch-progress-notify-interval",
    "experimental-watch-progress-notify-interval",
  ];
  for (const name of progress) {
    const { config } = await serve([`--${name}=1m1.1s`]);
    assert.equal(config.watchProgressIntervalMs, 61_100);
  }
});

test("URLs are sorted, and each is there once", async () => {
  const urls = "http://127.0.0.1:3,unix:///a.sock,https://127.0.0.1:2,http://127.0.0.1:3";
  const { config } = await serve([
    `--listen-client-urls=${urls}`,
    "--advertise-client-urls=http://b:1,http://a:1",
  ]);
  assert.deepEqual(
    config.listenClientUrls.map(({ text }) => text),
    ["http://127.0.0.1:3", "https://127.0.0.1:2", "unix:///a.sock"],
  );
  assert.deepEqual(config.advertiseClientUrls, ["http://a:1", "http://b:1"]);
});

test("a flag that sets nothing here is named, one that would be missed is refused", async () => {
  const { withoutEffect } = await serve(["--snapshot-count=5"]);
  assert.deepEqual(withoutEffect, ["--snapshot-count"]);
  await assert.rejects(serve(["--discovery-srv=x"]), /does not simulate --discovery-srv/);
});

test("a variable stands for a flag that is not given", async () => {
  const env = { ETCD_MAX_TXN_OPS: "9", ETCD_NAME: "env" };
  const { config } = await serve([], env);
  assert.deepEqual([config.maxTxnOps, config.name], [9, "env"]);
});

test("every default in the table can be read as its kind", async () => {
  const env = Object.fromEntries(
    flagTable
      .filter(
        ([name, , value, effect]) => value !== "" && effect !== "refused" && name !== "version",
      )
      .filter(([name]) => !/^experimental-|warning-unary/.test(name))
      .map(([name, , value]) => [`ETCD_${name.toUpperCase().replaceAll("-", "_")}`, value]),
  );
  const { config } = await serve([], env);
  assert.equal(config.maxTxnOps, 128);
});
