import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { lnd } from "@leaderlab/proto";
import { createRpcClient } from "@leaderlab/rpc/client";
import { type EtcdTarget, startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { type LndCommand, portsOpen, startLndCommand } from "../harness/lnd-command.ts";
import { rest, statesUntil } from "../harness/lnd-peer.ts";
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
    const election = [
      `--db.etcd.host=${etcd.address}`,
      "--db.etcd.disabletls",
      "--cluster.enable-leader-election",
      "--cluster.leader-session-ttl=3",
      `--cluster.id=${name}`,
    ];
    const node = await startLndCommand(
      folder.path,
      [
        "--noseedbackup",
        "--db.backend=postgres",
        `--db.postgres.dsn=${postgres.dsn}`,
        ...(isContending ? election : []),
      ],
      { lndDir: `${folder.path}/${name}` },
    );
    await node.process.line(portsOpen);
    return node;
  }

  async function identityOf(node: LndCommand): Promise<string> {
    const reply = await rest(node, "/v1/getinfo", { macaroon: node.macaroon });
    return JSON.parse(reply.body).identity_pubkey;
  }

  test("kill -9 of the leader: the next one opens the same wallet", async () => {
    const first = await start("lnd-1", true);
    await statesUntil(first, "SERVER_ACTIVE");
    const second = await start("lnd-2", true);
    const client = createRpcClient(`127.0.0.1:${second.rpcPort}`, {
      insecureSkipVerify: true,
    });
    const { state } = await client.unary(lnd.state.methods.GetState, {});
    client.close();
    assert.equal(state, "WAITING_TO_START");
    const identity = await identityOf(first);
    await first.process.kill("SIGKILL");
    await statesUntil(second, "SERVER_ACTIVE");
    assert.equal(await identityOf(second), identity);
    assert.deepEqual(await second.process.kill("SIGTERM"), { code: 0, signal: null });
  });

  test("without an election two of them serve at once, with one identity", async () => {
    const nodes = [await start("lnd-3", false), await start("lnd-4", false)];
    for (const node of nodes) await statesUntil(node, "SERVER_ACTIVE");
    const [one, other] = await Promise.all(nodes.map(identityOf));
    assert.equal(one, other);
    for (const node of nodes) await node.process.kill("SIGTERM");
  });
});
