import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lnd } from "@leaderlab/proto";
import { createRpcClient } from "@leaderlab/rpc/client";
import { type EtcdTarget, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { freePort } from "../harness/free-port.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { type LndPeer, rest, statesUntil } from "../harness/lnd-peer.ts";
import { type RealPostgres, startRealPostgres } from "../harness/real-postgres.ts";
import { needs, parts } from "../harness/required-part.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const options = { ...needs(parts.postgres), timeout: 120_000 };

describe(`lnds on a real PostgreSQL, with their election on ${targetName}`, options, () => {
  const folder = temporaryFolder();
  let postgres: RealPostgres;
  let etcd: EtcdTarget;
  before(async () => {
    postgres = await startRealPostgres(folder.path);
    etcd = await startEtcdTarget(folder.path);
  });
  after(async () => {
    await etcd[Symbol.asyncDispose]();
    await postgres[Symbol.asyncDispose]();
    folder[Symbol.dispose]();
  });

  async function start(name: string, isContending: boolean) {
    const peer: LndPeer = { restPort: await freePort(), rpcPort: await freePort() };
    const election = [
      `--db.etcd.host=${etcd.address}`,
      "--db.etcd.disabletls",
      "--cluster.enable-leader-election",
      "--cluster.leader-session-ttl=3",
      `--cluster.id=${name}`,
    ];
    const node = leaderlab([
      "lnd",
      "--bitcoin.regtest",
      "--bitcoin.node=nochainbackend",
      "--noseedbackup",
      `--lnddir=${folder.path}/${name}`,
      `--restlisten=127.0.0.1:${peer.restPort}`,
      `--rpclisten=127.0.0.1:${peer.rpcPort}`,
      "--db.backend=postgres",
      `--db.postgres.dsn=${postgres.dsn}`,
      ...(isContending ? election : []),
    ]);
    await node.line(/gRPC proxy started/);
    return { node, peer };
  }

  async function identityOf(peer: LndPeer, name: string): Promise<string> {
    const path = `${folder.path}/${name}/data/chain/bitcoin/regtest/admin.macaroon`;
    const { readFileSync } = await import("node:fs");
    const reply = await rest(peer, "/v1/getinfo", {
      macaroon: readFileSync(path).toString("hex"),
    });
    return JSON.parse(reply.body).identity_pubkey;
  }

  test("kill -9 of the leader: the next one opens the same wallet", async () => {
    const first = await start("lnd-1", true);
    await statesUntil(first.peer, "SERVER_ACTIVE");
    const second = await start("lnd-2", true);
    const client = createRpcClient(`127.0.0.1:${second.peer.rpcPort}`, {
      insecureSkipVerify: true,
    });
    const { state } = await client.unary(lnd.state.methods.GetState, {});
    client.close();
    assert.equal(state, "WAITING_TO_START");
    const identity = await identityOf(first.peer, "lnd-1");
    await first.node.kill("SIGKILL");
    await statesUntil(second.peer, "SERVER_ACTIVE");
    assert.equal(await identityOf(second.peer, "lnd-2"), identity);
    assert.deepEqual(await second.node.kill("SIGTERM"), { code: 0, signal: null });
  });

  test("without an election two of them serve at once, with one identity", async () => {
    const nodes = [await start("lnd-3", false), await start("lnd-4", false)];
    for (const { peer } of nodes) await statesUntil(peer, "SERVER_ACTIVE");
    const [one, other] = [
      await identityOf(nodes[0]?.peer ?? assert.fail(), "lnd-3"),
      await identityOf(nodes[1]?.peer ?? assert.fail(), "lnd-4"),
    ];
    assert.equal(one, other);
    for (const { node } of nodes) await node.kill("SIGTERM");
  });
});
