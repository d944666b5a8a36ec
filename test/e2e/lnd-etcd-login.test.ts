import assert from "node:assert/strict";
import { test } from "node:test";
import { etcd } from "@leaderlab/proto";
import { createRpcClient } from "@leaderlab/rpc/client";
import { startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { contending, portsOpen, startLndCommand } from "../harness/lnd-command.ts";
import { statesUntil } from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** Turns auth on in an etcd, with a user `lnd` of the password `secret` who may do everything with keys. */
async function withUser(address: string): Promise<void> {
  const client = createRpcClient(address);
  const { methods } = etcd.auth;
  const everything = Buffer.from("\0");
  const perm = { permType: "READWRITE", key: everything, range_end: everything } as const;
  try {
    await client.unary(methods.UserAdd, { name: "root", password: "root" });
    await client.unary(methods.UserGrantRole, { user: "root", role: "root" });
    await client.unary(methods.UserAdd, { name: "lnd", password: "secret" });
    await client.unary(methods.RoleAdd, { name: "node" });
    await client.unary(methods.RoleGrantPermission, { name: "node", perm });
    await client.unary(methods.UserGrantRole, { user: "lnd", role: "node" });
    await client.unary(methods.AuthEnable, {});
  } finally {
    client.close();
  }
}

test(`a node logs in to its etcd with user and password, and leads, on ${targetName}`, {
  timeout: 180_000,
}, async (t) => {
  using folder = temporaryFolder();
  await using target = await startEtcdTarget(folder.path, { signal: t.signal });
  await withUser(target.address);
  const start = (password: string) =>
    startLndCommand(
      folder.path,
      [
        ...contending(target.address),
        "--noseedbackup",
        "--db.etcd.user=lnd",
        `--db.etcd.pass=${password}`,
      ],
      { signal: t.signal },
    );

  await using stranger = await start("wrong");
  await stranger.process.line(/authentication failed, invalid user ID or password/);
  assert.notEqual((await stranger.process.ended).code, 0);

  await using node = await start("secret");
  await node.process.line(portsOpen);
  const states = await statesUntil(node, "SERVER_ACTIVE");
  assert.equal(states.at(-1), "SERVER_ACTIVE");
});
