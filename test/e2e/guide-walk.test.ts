import assert from "node:assert/strict";
import { test } from "node:test";
import type { EtcdClient } from "@leaderlab/election";
import type { TestProcess } from "../harness/child-process.ts";
import { autoTlsFiles, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { freePort, isFree } from "../harness/free-port.ts";
import { newPeer, portsOpen, startLndCommand } from "../harness/lnd-command.ts";
import {
  createWallet,
  getInfo,
  type LndPeer,
  rest,
  statesUntil,
  unlockWallet,
} from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const password = "a password";
/** A walk that hangs must not hold up everything else. */
const timeout = 120_000;

/** lnd's guide, with its own spellings; only the places that must differ between nodes are added. */
async function guideNode(
  cwd: string,
  etcdAddress: string,
  id: string,
  peer: LndPeer,
  ttlSeconds: number,
): Promise<TestProcess> {
  const { process } = await startLndCommand(
    cwd,
    [
      "--db.backend=etcd",
      `--db.etcd.host=${etcdAddress}`,
      `--db.etcd.certfile=${autoTlsFiles.cert}`,
      `--db.etcd.keyfile=${autoTlsFiles.key}`,
      "--db.etcd.insecure_skip_verify",
      "--cluster.enable-leader-election",
      "--cluster.leader-elector=etcd",
      "--cluster.etcd-election-prefix=cluster-leader",
      `--cluster.id=${id}`,
      `--cluster.leader-session-ttl=${ttlSeconds}`,
    ],
    { lndDir: `${cwd}/${id}`, peer, name: id, isBare: true },
  );
  return process;
}

test(`the walk of lnd's guide, on ${targetName}`, { timeout }, async (t) => {
  using folder = temporaryFolder();
  const cwd = folder.path;
  const port = (await isFree(2379)) ? 2379 : await freePort();
  await using etcd = await startEtcdTarget(cwd, { isTls: true, port });
  const [first, second] = [await newPeer(), await newPeer()];
  await using lnd1 = await guideNode(cwd, etcd.address, "lnd-1", first, 8);
  let macaroon = "";
  let identity: unknown;

  await t.test("the first node leads and waits for its wallet", async () => {
    await lnd1.line(portsOpen);
    const states = await statesUntil(first, "NON_EXISTING");
    assert.deepEqual(states.slice(-1), ["NON_EXISTING"]);
    await lnd1.line(/Elected as leader/);
    assert.match(lnd1.output, /warning: .*--db\.etcd\.cert_file/);
    assert.match(lnd1.output, /warning: .*--db\.etcd\.key_file/);
    assert.match(lnd1.output, /warning: .*--bitcoin\.regtest/);
  });

  await t.test("creating the wallet takes it through every state, in order", async () => {
    const states = statesUntil(first, "SERVER_ACTIVE");
    macaroon = await createWallet(first, password);
    assert.deepEqual(await states, ["NON_EXISTING", "UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"]);
    identity = (await getInfo(first, macaroon))["identity_pubkey"];
    assert.match(String(identity), /^0[23][0-9a-f]{64}$/);
  });

  await using lnd2 = await guideNode(cwd, etcd.address, "lnd-2", second, 60);

  await t.test("the second node waits, and its keys in etcd are lnd's", async () => {
    await lnd2.line(portsOpen);
    const reply = await rest(second, "/v1/state");
    assert.equal(reply.body, '{"state":"WAITING_TO_START"}');
    assert.equal(reply.headers["content-type"], "application/json");
    const keys = await electionKeys(etcd.client, 2);
    assert.deepEqual(
      keys.map(({ value }) => value),
      ["lnd-1", "lnd-2"],
    );
    for (const { key, lease } of keys) assert.equal(key, `cluster-leader/${lease.toString(16)}`);
  });

  await t.test(
    "kill -9 of the leader: the other takes over when the lease has run out",
    async () => {
      const locked = statesUntil(second, "LOCKED");
      assert.deepEqual(await lnd1.kill("SIGKILL"), { code: null, signal: "SIGKILL" });
      assert.deepEqual(await locked, ["WAITING_TO_START", "LOCKED"]);
      const [leader] = await electionKeys(etcd.client, 1);
      assert.equal(leader?.value, "lnd-2");
    },
  );

  await t.test("the wallet is the same on the node that took over", async () => {
    const active = statesUntil(second, "SERVER_ACTIVE");
    const wrong = await unlockWallet(second, "not the password");
    assert.match(wrong.body, /invalid passphrase for master public key/);
    assert.equal((await unlockWallet(second, password)).body, "{}");
    assert.deepEqual(await active, ["LOCKED", "UNLOCKED", "RPC_ACTIVE", "SERVER_ACTIVE"]);
    assert.equal((await getInfo(second, macaroon))["identity_pubkey"], identity);
  });

  await t.test(
    "SIGTERM of the leader: it resigns, and the other leads long before the TTL",
    async () => {
      await using lnd1Again = await guideNode(cwd, etcd.address, "lnd-1", first, 60);
      await lnd1Again.line(portsOpen);
      await electionKeys(etcd.client, 2);
      const locked = statesUntil(first, "LOCKED");
      assert.deepEqual(await lnd2.kill("SIGTERM"), { code: 0, signal: null });
      assert.match(lnd2.output, /Attempting to resign from leader role/);
      // lnd-2's lease of 60 seconds is still there: had it not resigned, this would wait for it.
      assert.deepEqual(await locked, ["WAITING_TO_START", "LOCKED"]);
    },
  );

  await t.test("etcd ends on SIGTERM as etcd does", async () => {
    assert.deepEqual(await etcd.process.kill("SIGTERM"), { code: null, signal: "SIGTERM" });
  });
});

/** The election's keys, oldest first, when there are so many of them. */
async function electionKeys(client: EtcdClient, count: number) {
  const range = { key: Buffer.from("cluster-leader/"), rangeEnd: Buffer.from("cluster-leader0") };
  const read = async () =>
    (await client.get({ ...range, sortOrder: "ascend", sortTarget: "create" })).kvs;
  const stop = new AbortController();
  let kvs = await read();
  if (kvs.length !== count) {
    for await (const _change of client.watch(range, 0, stop.signal)) {
      kvs = await read();
      if (kvs.length === count) break;
    }
  }
  return kvs.map((kv) => ({
    key: Buffer.from(kv.key).toString(),
    value: Buffer.from(kv.value).toString(),
    lease: kv.lease,
  }));
}
