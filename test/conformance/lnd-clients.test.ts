import assert from "node:assert/strict";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import { createLightningNetwork } from "@leaderlab/lnd-sim";
import { statesUntil } from "../harness/lnd-peer.ts";
import { type OwnNode, startActiveNode, startOwnNode } from "../harness/lnd-process.ts";

/** Clients of lnd, as others publish them, unchanged. They bring no types that fit: what they give is asked for by name. */
const require = createRequire(import.meta.url);
// biome-ignore lint/suspicious/noExplicitAny: see above.
type Foreign = any;
const lnService: Foreign = require("ln-service");
const { LndClient }: Foreign = require("@lightningpolar/lnd-api");

/** What ln-service wants of a node: with a macaroon (hexadecimal), or without one. */
function connect(node: OwnNode, macaroon?: string): { readonly lnd: Foreign } {
  const cert = readFileSync(`${node.folder}/tls.cert`).toString("base64");
  const socket = `localhost:${node.rpcPort}`;
  if (macaroon === undefined) return lnService.unauthenticatedLndGrpc({ cert, socket });
  const base64 = Buffer.from(macaroon, "hex").toString("base64");
  return lnService.authenticatedLndGrpc({ cert, socket, macaroon: base64 });
}

test("ln-service creates a wallet, is told of the states, and knows the node", async () => {
  await using node = await startOwnNode();
  const locked = connect(node);
  assert.equal((await lnService.getWalletStatus(locked)).is_absent, true);
  const { seed } = await lnService.createSeed(locked);
  await lnService.createWallet({ ...locked, seed, password: "password1" });
  await statesUntil(node, "SERVER_ACTIVE");
  assert.equal((await lnService.getWalletStatus(locked)).is_ready, true);
  const file = readFileSync(`${node.folder}/data/chain/bitcoin/regtest/admin.macaroon`);
  const open = connect(node, file.toString("hex"));
  const info = await lnService.getWalletInfo(open);
  assert.match(info.public_key, /^0[23][0-9a-f]{64}$/);
  assert.equal((await lnService.getIdentity(open)).public_key, info.public_key);
  assert.equal((await lnService.getWalletVersion(open)).is_invoicesrpc_enabled, true);
  const again = lnService.unlockWallet({ ...locked, password: "password1" });
  await assert.rejects(again);
});

test("ln-service adds, decodes, lists and follows invoices", async () => {
  await using node = await startActiveNode();
  const open = connect(node, node.macaroon);
  const followed = lnService.subscribeToInvoices(open);
  const told = once(followed, "invoice_updated");
  const made = await lnService.createInvoice({ ...open, tokens: 1000, description: "tea" });
  const [invoice] = (await told) as Foreign[];
  assert.deepEqual([invoice.id, invoice.description], [made.id, "tea"]);
  followed.removeAllListeners();
  const decoded = await lnService.decodePaymentRequest({ ...open, request: made.request });
  assert.deepEqual([decoded.id, decoded.tokens], [made.id, 1000]);
  assert.equal(lnService.parsePaymentRequest({ request: made.request }).id, made.id);
  const { invoices } = await lnService.getInvoices(open);
  assert.deepEqual(
    invoices.map(({ id, is_confirmed }: Foreign) => [id, is_confirmed]),
    [[made.id, false]],
  );
});

test("between two nodes of one network ln-service pays an invoice, once; to itself a node cannot pay", async () => {
  const lightning = createLightningNetwork();
  await using payee = await startActiveNode({ lightning });
  await using payer = await startActiveNode({ lightning });
  const [to, from] = [connect(payee, payee.macaroon), connect(payer, payer.macaroon)];
  const { id, request } = await lnService.createInvoice({ ...to, tokens: 7 });
  const paid = await lnService.pay({ ...from, request });
  const settled = await lnService.getInvoice({ ...to, id });
  assert.equal(settled.is_confirmed, true);
  assert.equal(settled.secret, paid.secret);
  assert.equal(settled.received, 7);
  const [payment] = (await lnService.getPayments(from)).payments;
  assert.deepEqual([payment.id, payment.is_confirmed, payment.secret], [id, true, paid.secret]);
  const again = await lnService.pay({ ...from, request }).catch((error: unknown) => error);
  assert.equal(again[2].err.details, "invoice is already paid");
  const own = await lnService.createInvoice({ ...from, tokens: 7 });
  const refusal = await lnService.pay({ ...from, request: own.request }).catch((e: unknown) => e);
  assert.deepEqual(refusal, [503, "InsufficientBalanceToAttemptPayment"]);
});

test("ln-service holds a payment until its invoice is settled or canceled", async () => {
  const lightning = createLightningNetwork();
  await using payee = await startActiveNode({ lightning });
  await using payer = await startActiveNode({ lightning });
  const [to, from] = [connect(payee, payee.macaroon), connect(payer, payer.macaroon)];
  const { id, request } = await lnService.createHodlInvoice({ ...to, tokens: 9 });
  const followed = lnService.subscribeToInvoice({ ...to, id });
  const held = new Promise<void>((resolve) => {
    followed.on("invoice_updated", ({ is_held }: Foreign) => is_held && resolve());
  });
  const paying = lnService.pay({ ...from, request }).catch((error: unknown) => error);
  await held;
  await lnService.cancelHodlInvoice({ ...to, id });
  assert.deepEqual(await paying, [503, "PaymentRejectedByDestination"]);
  assert.equal((await lnService.getInvoice({ ...to, id })).is_canceled, true);
  followed.removeAllListeners();
});

test("ln-service bakes, lists, checks and revokes macaroons", async () => {
  await using node = await startActiveNode();
  const open = connect(node, node.macaroon);
  const { macaroon } = await lnService.grantAccess({
    ...open,
    id: "7",
    permissions: ["info:read"],
  });
  assert.deepEqual((await lnService.getAccessIds(open)).ids, ["0", "7"]);
  const limited = connect(node, Buffer.from(macaroon, "base64").toString("hex"));
  await lnService.getWalletInfo(limited);
  await assert.rejects(lnService.createInvoice({ ...limited, tokens: 1 }));
  await lnService.revokeAccess({ ...open, id: "7" });
  await assert.rejects(lnService.getWalletInfo(limited));
  assert.equal((await lnService.getMethods(open)).methods.length, 164);
});

test("lnd-api's client asks for state, wallet and invoices over the definitions that it carries", async () => {
  await using node = await startActiveNode();
  const client = LndClient.create({
    socket: `127.0.0.1:${node.rpcPort}`,
    cert: readFileSync(`${node.folder}/tls.cert`).toString("hex"),
    macaroon: node.macaroon,
  });
  assert.equal((await client.state.getState()).state, "SERVER_ACTIVE");
  const info = await client.lightning.getInfo();
  assert.equal(info.alias, info.identityPubkey.slice(0, 20));
  const { rHash, paymentRequest } = await client.lightning.addInvoice({ value: "1000" });
  const stream = client.invoices.subscribeSingleInvoice({ rHash });
  const [invoice] = (await once(stream, "data")) as Foreign[];
  assert.equal(invoice.paymentRequest, paymentRequest);
  stream.on("error", () => {});
  stream.cancel();
  assert.deepEqual((await client.lightning.listChannels()).channels, []);
  assert.equal(
    (await client.lightning.stopDaemon()).status,
    "shutdown initiated, check logs for progress",
  );
  assert.deepEqual(await node.node.exited, { code: 0 });
});
