import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import {
  autoTlsFiles,
  startEtcdProcess,
  startEtcdTarget,
  targetName,
} from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import {
  contending,
  election,
  onEtcd,
  portsOpen,
  startLndCommand as start,
} from "../harness/lnd-command.ts";
import { createWallet, rest, statesUntil } from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 180_000;
const waiting = '{"state":"WAITING_TO_START"}';
describe(`how a node ends, on ${targetName}`, { timeout }, () => {
  test("without an etcd to reach it waits for ever, and a signal ends it with code 1", async () => {
    using folder = temporaryFolder();
    const address = `127.0.0.1:${await freePort()}`;
    await using node = await start(folder.path, contending(address));
    await node.process.line(portsOpen);
    assert.equal((await rest(node, "/v1/state")).body, waiting);
    assert.deepEqual(await node.process.kill("SIGINT"), { code: 1, signal: null });
    assert.match(
      node.process.output,
      /Unable to start new leader election session: context canceled/,
    );
    assert.match(node.process.output, /\ncontext canceled(\n|$)/);
  });

  test("a certificate that does not fit, or TLS on one side only, keeps it waiting too", async () => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path, { isTls: true });
    for (const flags of [[], ["--db.etcd.disabletls"]]) {
      await using node = await start(folder.path, [...onEtcd(etcd.address), ...flags, ...election]);
      await node.process.line(portsOpen);
      assert.equal((await rest(node, "/v1/state")).body, waiting);
      assert.deepEqual(await node.process.kill("SIGTERM"), { code: 1, signal: null });
    }
  });

  test("key and certificate files that are not there, or not both, end it with lnd's words", async () => {
    using folder = temporaryFolder();
    const cases = [
      [
        ["--db.etcd.cert_file=/nope.pem", "--db.etcd.key_file=/nope.key"],
        "open /nope.pem: no such file or directory",
      ],
      [
        [`--db.etcd.key_file=${autoTlsFiles.key}`],
        `KeyFile and CertFile must both be present[key: ${autoTlsFiles.key}, cert: ]`,
      ],
    ] as const;
    for (const [flags, text] of cases) {
      await using node = await start(folder.path, [
        ...onEtcd("127.0.0.1:1"),
        ...flags,
        ...election,
      ]);
      assert.deepEqual(await node.process.ended, { code: 1, signal: null });
      assert.equal(node.process.output.split("\n").includes(text), true, node.process.output);
    }
  });

  test("an etcd with default limits is too small for the wallet: the node dies as lnd does", async () => {
    using folder = temporaryFolder();
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const flags = [`--listen-client-urls=${url}`, `--advertise-client-urls=${url}`];
    await using etcd = await startEtcdProcess(flags, { cwd: folder.path });
    assert.ok(etcd.pid > 0);
    await using node = await start(folder.path, contending(`127.0.0.1:${port}`));
    await node.process.line(/Waiting for wallet encryption password/);
    await assert.rejects(createWallet(node, "a password"), (error: Error) => {
      assert.match(error.message, /"code":1, "message":"grpc: the client connection is closing"/);
      return true;
    });
    assert.deepEqual(await node.process.ended, { code: 1, signal: null });
    assert.match(
      node.process.output,
      /error creating wallet config: unable to set up wallet password listeners: etcd error: stm\.Commit\(\) failed - etcdserver: too many operations in txn request/,
    );
  });

  test("a password file without a wallet, or with a wrong password, ends it after the election", async () => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path);
    const flags = contending(etcd.address);
    const passwordFile = join(folder.path, "password");
    writeFileSync(passwordFile, "not the password\n");
    const withFile = [...flags, `--wallet-unlock-password-file=${passwordFile}`];
    await using walletless = await start(folder.path, withFile);
    assert.deepEqual(await walletless.process.ended, { code: 1, signal: null });
    assert.match(
      walletless.process.output,
      /wallet unlock password file was specified but wallet does not exist/,
    );
    {
      await using first = await start(folder.path, flags);
      await first.process.line(portsOpen);
      await statesUntil(first, "NON_EXISTING");
      await createWallet(first, "a password");
      await statesUntil(first, "SERVER_ACTIVE");
      assert.deepEqual(await first.process.kill("SIGTERM"), { code: 0, signal: null });
    }
    await using wrong = await start(folder.path, withFile);
    assert.deepEqual(await wrong.process.ended, { code: 1, signal: null });
    assert.match(
      wrong.process.output,
      /error unlocking wallet with password from file: invalid passphrase/,
    );
    assert.match(wrong.process.output, /Attempting to resign from leader role/);
  });

  test("a locked leader that is stopped exits with 1 and resigns; a waiting follower leaves its key", async () => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path);
    const flags = contending(etcd.address);
    await using leader = await start(folder.path, flags);
    await leader.process.line(/Waiting for wallet encryption password/);
    await using follower = await start(folder.path, flags);
    await follower.process.line(/Starting leadership campaign/);
    const keys = async () => {
      const range = { key: Buffer.from("e/"), rangeEnd: Buffer.from("e0") };
      return (await etcd.client.get(range)).count;
    };
    const stop = new AbortController();
    const range = { key: Buffer.from("e/"), rangeEnd: Buffer.from("e0") };
    for await (const _change of etcd.client.watch(range, 1, stop.signal)) {
      if ((await keys()) === 2) break;
    }
    assert.deepEqual(await follower.process.kill("SIGTERM"), { code: 1, signal: null });
    assert.match(follower.process.output, /\nleadership campaign failed: context canceled(\n|$)/);
    assert.equal(await keys(), 2);
    assert.deepEqual(await leader.process.kill("SIGTERM"), { code: 1, signal: null });
    assert.match(
      leader.process.output,
      /error creating wallet config: unable to set up wallet password listeners: shutting down/,
    );
    assert.equal(await keys(), 1);
  });

  test("StopDaemon ends a leader with code 0", async () => {
    using folder = temporaryFolder();
    await using node = await start(folder.path, ["--noseedbackup", "--no-macaroons"]);
    await node.process.line(portsOpen);
    await statesUntil(node, "SERVER_ACTIVE");
    const reply = await rest(node, "/v1/stop", { method: "POST", body: {} });
    assert.equal(reply.body, '{"status":"shutdown initiated, check logs for progress"}');
    assert.deepEqual(await node.process.ended, { code: 0, signal: null });
    assert.match(node.process.output, /Received shutdown request\./);
  });

  test("a port that is taken is named, with the flag to choose another one", async () => {
    using folder = temporaryFolder();
    await using first = await start(folder.path, []);
    await first.process.line(portsOpen);
    await using second = await start(folder.path, [`--restlisten=127.0.0.1:${first.restPort}`]);
    assert.deepEqual(await second.process.ended, { code: 1, signal: null });
    assert.match(second.process.output, /bind: address already in use/);
    assert.match(second.process.output, /choose another one with --restlisten/);
  });

  test("with --sim.strict the guide's command line is refused as lnd refuses it", async () => {
    using folder = temporaryFolder();
    await using node = leaderlab(["lnd", "--db.etcd.certfile=cert.pem", "--sim.strict"], {
      cwd: folder.path,
    });
    assert.deepEqual(await node.ended, { code: 1, signal: null });
    assert.deepEqual(node.output.split("\n"), [
      "unknown flag `db.etcd.certfile'",
      "failed to load config: unknown flag `db.etcd.certfile'",
    ]);
  });
});
