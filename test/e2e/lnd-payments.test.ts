import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { startEtcdTarget, targetName } from "../harness/etcd-target.ts";
import { leaderlab } from "../harness/leaderlab.ts";
import { contending, type LndCommand, portsOpen, startLndCommand } from "../harness/lnd-command.ts";
import { rest, statesUntil } from "../harness/lnd-peer.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const timeout = 240_000;

/** A `leaderlab lncli` command at a node. */
function lncli(rpcAddress: string, lndDir: string, argv: readonly string[], signal: AbortSignal) {
  const flags = ["--network=regtest", `--lnddir=${lndDir}`, `--rpcserver=${rpcAddress}`];
  return leaderlab(["lncli", ...flags, ...argv], { signal });
}

const ended = { code: 0, signal: null };

describe(`nodes of different processes pay each other, on ${targetName}`, { timeout }, () => {
  test("across a leader that is killed, payments that are under way end on the next one", async ({
    signal,
  }) => {
    using folder = temporaryFolder();
    await using etcd = await startEtcdTarget(folder.path, { signal });
    const network = ["--noseedbackup", `--sim.lightning-network=${join(folder.path, "net")}`];
    const start = async (flags: readonly string[]) => {
      const node = await startLndCommand(folder.path, [...network, ...flags], { signal });
      await node.process.line(portsOpen);
      return node;
    };
    const cluster = [...contending(etcd.address), "--cluster.leader-session-ttl=3"];
    await using first = await start([...cluster, "--cluster.id=lnd-1"]);
    await statesUntil(first, "SERVER_ACTIVE");
    await using second = await start([...cluster, "--cluster.id=lnd-2"]);
    await using alice = await start([]);
    await statesUntil(alice, "SERVER_ACTIVE");

    /** Every node of the cluster takes the macaroon of the first one; its certificate is its own. */
    const macaroon = join(first.lndDir, "data/chain/bitcoin/regtest/admin.macaroon");
    const at = (node: LndCommand, ...argv: readonly string[]) => {
      const own = node === second ? [`--macaroonpath=${macaroon}`] : [];
      return lncli(`127.0.0.1:${node.rpcPort}`, node.lndDir, [...own, ...argv], signal);
    };
    const say = async (node: LndCommand, ...argv: readonly string[]) => {
      const command = at(node, ...argv);
      assert.deepEqual(await command.ended, ended, `${argv.join(" ")}: ${command.output}`);
      return command.output;
    };
    const request = async (node: LndCommand, ...argv: readonly string[]): Promise<string> =>
      JSON.parse(await say(node, ...argv)).payment_request;

    assert.match(
      await say(alice, "payinvoice", "--force", await request(first, "addinvoice", "1000")),
      /Payment status: SUCCEEDED, preimage: [0-9a-f]{64}$/,
    );
    const [toCluster, toAlice] = ["11".repeat(32), "22".repeat(32)];
    const hashOf = (hex: string) =>
      createHash("sha256").update(Buffer.from(hex, "hex")).digest("hex");
    const hold = (node: LndCommand, preimage: string) =>
      request(node, "addholdinvoice", hashOf(preimage), "--amt", "5");
    const alicePays = at(alice, "payinvoice", "--force", await hold(first, toCluster));
    await alicePays.line(/^\| IN_FLIGHT/);
    const leaderPays = at(first, "payinvoice", "--force", await hold(alice, toAlice));
    await leaderPays.line(/^\| IN_FLIGHT/);
    await accepted(first, hashOf(toCluster));
    await accepted(alice, hashOf(toAlice));

    await first.process.kill("SIGKILL");
    assert.deepEqual(await leaderPays.ended, { code: 1, signal: null });
    await statesUntil(second, "SERVER_ACTIVE");
    await say(second, "settleinvoice", toCluster);
    assert.deepEqual(await alicePays.ended, ended, alicePays.output);
    assert.match(alicePays.output, new RegExp(`SUCCEEDED, preimage: ${toCluster}$`));
    await say(alice, "settleinvoice", toAlice);
    assert.match(
      await say(second, "trackpayment", hashOf(toAlice)),
      new RegExp(`SUCCEEDED, preimage: ${toAlice}$`),
    );

    /** Waits until a payment to the invoice of this hash is held. */
    async function accepted(node: LndCommand, hash: string): Promise<void> {
      for (;;) {
        signal.throwIfAborted();
        if (/"state": {2}"ACCEPTED"/.test(await say(node, "lookupinvoice", hash))) return;
      }
    }
  });
});

describe("leaderlab up --peer", { timeout }, () => {
  test("has somebody who pays the cluster and is paid by it, on ports of her own", async ({
    signal,
  }) => {
    const ports = ["--rest-port", "0", "--rpc-port", "0", "--etcd-port", "0"];
    const argv = ["up", "--json", "--no-web", "--nodes", "1", "--peer", ...ports];
    await using up = leaderlab(argv, { signal });
    const { nodes, peer } = JSON.parse(await up.line(/"kind":"ready"/));
    await up.line(/"state":"SERVER_ACTIVE"/);
    const [node] = nodes;
    for (const [payer, payee] of [
      [node, peer],
      [peer, node],
    ]) {
      const say = (who: typeof node, ...args: readonly string[]) =>
        lncli(who.rpcAddress, dirname(who.tlsCertPath), args, signal);
      const adding = say(payee, "addinvoice", "7");
      assert.deepEqual(await adding.ended, ended, adding.output);
      const { payment_request } = JSON.parse(adding.output);
      const paying = say(payer, "payinvoice", "--force", payment_request);
      assert.deepEqual(await paying.ended, ended, paying.output);
    }
    const restPort = Number(peer.restAddress.split(":").at(-1));
    const state = await rest({ restPort, rpcPort: 0 }, "/v1/state");
    assert.equal(state.body, '{"state":"SERVER_ACTIVE"}');
    assert.deepEqual(await up.kill("SIGTERM"), ended);
  });
});
