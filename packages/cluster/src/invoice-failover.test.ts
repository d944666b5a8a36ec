import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import {
  createLightningNetwork,
  type LndNode,
  parseLndConfig,
  silentLog,
  startLndNode,
} from "@leaderlab/lnd-sim";
import * as lnd from "@leaderlab/proto/lnd";
import { createRpcClient } from "@leaderlab/rpc/client";
import { awaitEvent } from "./await-event.ts";
import { startCluster } from "./cluster.ts";
import type { ClusterNode } from "./cluster-node.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-invoices-"));
after(() => rmSync(folder, { recursive: true }));
const [clock, random] = [createRealClock(), createSystemRandom()];

/** Calls a node with its admin macaroon. */
function connect(rpcAddress: string, macaroonPath: string) {
  const client = createRpcClient(rpcAddress, { insecureSkipVerify: true });
  const metadata = { macaroon: readFileSync(macaroonPath).toString("hex") };
  return { client, settings: { metadata } };
}

type Peer = ReturnType<typeof connect>;
const peerOf = (node: ClusterNode) => connect(node.rpcAddress, node.macaroonPath);

/** A node that is no part of the cluster, but of its network. */
async function startPayer(lightning: ReturnType<typeof createLightningNetwork>): Promise<LndNode> {
  const outcome = parseLndConfig([
    `--lnddir=${folder}/payer`,
    "--bitcoin.regtest",
    "--rpclisten=127.0.0.1:0",
    "--norest",
    "--noseedbackup",
  ]);
  assert.ok(outcome.outcome === "config");
  return new Promise((resolve, reject) => {
    const started = startLndNode(outcome.config, {
      clock,
      random,
      log: silentLog,
      lightning,
      onEvent: (event) => {
        if (event.kind === "state" && event.state === "SERVER_ACTIVE") resolve(started);
      },
    });
    started.catch(reject);
  });
}

async function pay({ client, settings }: Peer, payment_request: string): Promise<lnd.Payment> {
  const request = { payment_request, timeout_seconds: 5, no_inflight_updates: true };
  for await (const payment of client.serverStream(
    lnd.router.methods.SendPaymentV2,
    request,
    settings,
  )) {
    return payment;
  }
  throw new Error("the stream ended without a payment");
}

test("invoices, macaroons and payments of a leader that was killed are there on the next one", async () => {
  const lightning = createLightningNetwork();
  await using cluster = await startCluster({
    clock,
    random,
    folder: `${folder}/cluster`,
    nodes: 2,
    sessionTtlSeconds: 2,
    lightning,
  });
  await awaitEvent(
    cluster.timeline,
    (event) => event.kind === "state" && event.state === "SERVER_ACTIVE",
  );
  await using payer = await startPayer(lightning);
  const paying = connect(
    payer.rpcAddresses[0] ?? "",
    `${folder}/payer/data/chain/bitcoin/regtest/admin.macaroon`,
  );
  const [first, second] = [cluster.node("lnd-1"), cluster.node("lnd-2")];
  const old = peerOf(first);
  const { AddInvoice, ListInvoices, LookupInvoice, GetInfo } = lnd.lightning.methods;
  const added = [];
  for (const value of [5, 7])
    added.push(await old.client.unary(AddInvoice, { value }, old.settings));
  const [paidBefore, paidAfter] = added.map(({ payment_request }) => payment_request);
  assert.equal((await pay(paying, paidBefore ?? "")).status, "SUCCEEDED");
  const identity = (await old.client.unary(GetInfo, {}, old.settings)).identity_pubkey;
  old.client.close();

  await first.kill();
  await awaitEvent(cluster.timeline, (event) => event.kind === "failover");
  const next = connect(second.rpcAddress, first.macaroonPath);
  assert.equal((await next.client.unary(GetInfo, {}, next.settings)).identity_pubkey, identity);
  const listed = await next.client.unary(ListInvoices, {}, next.settings);
  assert.deepEqual(
    listed.invoices.map(({ payment_request, state }) => [payment_request, state]),
    [
      [paidBefore, "SETTLED"],
      [paidAfter, "OPEN"],
    ],
  );
  const payment = await pay(paying, paidAfter ?? "");
  assert.equal(payment.status, "SUCCEEDED");
  const r_hash = Buffer.from(payment.payment_hash, "hex");
  const settled = await next.client.unary(LookupInvoice, { r_hash }, next.settings);
  assert.equal(settled.r_preimage.toString("hex"), payment.payment_preimage);
  assert.equal(settled.settle_index, "2");
  next.client.close();
  paying.client.close();
});
