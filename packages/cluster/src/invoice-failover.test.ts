import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { createSystemRandom } from "@leaderlab/clock";
import { createRealClock } from "@leaderlab/clock/real";
import { createLightningNetwork } from "@leaderlab/lnd-sim";
import * as lnd from "@leaderlab/proto/lnd";
import { createRpcClient } from "@leaderlab/rpc/client";
import { awaitEvent } from "./await-event.ts";
import { startCluster } from "./cluster.ts";
import { startPeer } from "./peer.ts";

const folder = mkdtempSync(join(tmpdir(), "leaderlab-invoices-"));
after(() => rmSync(folder, { recursive: true }));
const [clock, random] = [createRealClock(), createSystemRandom()];

/** Calls a node with an admin macaroon: each node of a cluster takes those of the others. */
function connect(rpcAddress: string, macaroonPath: string) {
  const client = createRpcClient(rpcAddress, { insecureSkipVerify: true });
  const metadata = { macaroon: readFileSync(macaroonPath).toString("hex") };
  return { client, settings: { metadata } };
}

type Caller = ReturnType<typeof connect>;

/** Two nodes, the first of which leads, and a peer outside of them. */
async function startLab(name: string) {
  const lightning = createLightningNetwork();
  const cluster = await startCluster({
    clock,
    random,
    folder: `${folder}/${name}`,
    nodes: 2,
    sessionTtlSeconds: 2,
    lightning,
  });
  await awaitEvent(
    cluster.timeline,
    (event) => event.kind === "state" && event.state === "SERVER_ACTIVE",
  );
  const peer = await startPeer({ clock, random, folder: `${folder}/${name}`, lightning });
  const first = cluster.node("lnd-1");
  const callers = {
    peer: connect(peer.rpcAddress, peer.macaroonPath),
    first: connect(first.rpcAddress, first.macaroonPath),
    second: connect(cluster.node("lnd-2").rpcAddress, first.macaroonPath),
  };
  return {
    ...callers,
    async failOver() {
      await first.kill();
      await awaitEvent(cluster.timeline, (event) => event.kind === "failover");
    },
    async [Symbol.asyncDispose]() {
      for (const { client } of Object.values(callers)) client.close();
      await peer.stop();
      await cluster.stop();
    },
  };
}

async function pay({ client, settings }: Caller, payment_request: string): Promise<lnd.Payment> {
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
  await using lab = await startLab("settled");
  const { peer, first: old, second: next } = lab;
  const { AddInvoice, ListInvoices, LookupInvoice, GetInfo } = lnd.lightning.methods;
  const added = [];
  for (const value of [5, 7])
    added.push(await old.client.unary(AddInvoice, { value }, old.settings));
  const [paidBefore, paidAfter] = added.map(({ payment_request }) => payment_request);
  assert.equal((await pay(peer, paidBefore ?? "")).status, "SUCCEEDED");
  const identity = (await old.client.unary(GetInfo, {}, old.settings)).identity_pubkey;
  await lab.failOver();
  assert.equal((await next.client.unary(GetInfo, {}, next.settings)).identity_pubkey, identity);
  const listed = await next.client.unary(ListInvoices, {}, next.settings);
  assert.deepEqual(
    listed.invoices.map(({ payment_request, state }) => [payment_request, state]),
    [
      [paidBefore, "SETTLED"],
      [paidAfter, "OPEN"],
    ],
  );
  const payment = await pay(peer, paidAfter ?? "");
  assert.equal(payment.status, "SUCCEEDED");
  const r_hash = Buffer.from(payment.payment_hash, "hex");
  const settled = await next.client.unary(LookupInvoice, { r_hash }, next.settings);
  assert.equal(settled.r_preimage.toString("hex"), payment.payment_preimage);
  assert.equal(settled.settle_index, "2");
});

test("payments to and from the cluster that are under way when its leader is killed end on the next one", async () => {
  await using lab = await startLab("held");
  const { peer, first, second } = lab;
  const preimages = [1, 2].map((byte) => Buffer.alloc(32, byte));
  const [toCluster, toPeer] = preimages.map((preimage) =>
    createHash("sha256").update(preimage).digest(),
  );
  await payHeld(peer, first, toCluster);
  await payHeld(first, peer, toPeer);

  await lab.failOver();
  const { SettleInvoice } = lnd.invoices.methods;
  await untilHeld(second, toCluster);
  await second.client.unary(SettleInvoice, { preimage: preimages[0] }, second.settings);
  await peer.client.unary(SettleInvoice, { preimage: preimages[1] }, peer.settings);
  for (const [payer, hash] of [
    [peer, toCluster],
    [second, toPeer],
  ] as const) {
    const payment = await tracked(payer, hash, "SUCCEEDED");
    assert.equal(payment.payment_preimage, preimages[hash === toPeer ? 1 : 0]?.toString("hex"));
    assert.deepEqual(
      payment.htlcs.map(({ status }) => status),
      ["SUCCEEDED"],
    );
  }
});

/** Has a node make an invoice for a hash, and another one pay it, up to where it is held. */
async function payHeld(payer: Caller, payee: Caller, hash: Buffer | undefined): Promise<void> {
  const { AddHoldInvoice } = lnd.invoices.methods;
  const request = { hash, value: 9 };
  const { payment_request } = await payee.client.unary(AddHoldInvoice, request, payee.settings);
  const sending = payer.client.serverStream(
    lnd.router.methods.SendPaymentV2,
    { payment_request, timeout_seconds: 5 },
    payer.settings,
  );
  for await (const { status, htlcs } of sending) {
    assert.equal(status, "IN_FLIGHT");
    if (htlcs.length > 0) break;
  }
  await untilHeld(payee, hash);
}

async function untilHeld({ client, settings }: Caller, hash: Buffer | undefined): Promise<void> {
  const { SubscribeSingleInvoice } = lnd.invoices.methods;
  for await (const { state } of client.serverStream(
    SubscribeSingleInvoice,
    { r_hash: hash },
    settings,
  )) {
    if (state === "ACCEPTED") return;
  }
}

async function tracked(
  { client, settings }: Caller,
  payment_hash: Buffer | undefined,
  last: string,
): Promise<lnd.Payment> {
  const { TrackPaymentV2 } = lnd.router.methods;
  for await (const payment of client.serverStream(TrackPaymentV2, { payment_hash }, settings)) {
    if (payment.status === last) return payment;
  }
  throw new Error("the stream ended early");
}
