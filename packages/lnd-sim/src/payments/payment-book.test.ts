import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createSeededRandom, createVirtualClock } from "@leaderlab/clock";
import { networkParams } from "../chain/network-params.ts";
import { Deferred } from "../deferred.ts";
import { draftInvoice, type InvoiceSecret } from "../invoices/draft-invoice.ts";
import { InvoiceBook } from "../invoices/invoice-book.ts";
import { createInvoiceStore } from "../invoices/invoice-store.ts";
import { createNodeKeys } from "../node-keys.ts";
import { createMemoryStore } from "../testing/memory-store.ts";
import { createLightningNetwork } from "./lightning-network.ts";
import { PaymentBook } from "./payment-book.ts";
import type { NewPayment, PaymentRecord } from "./payment-record.ts";
import { createPaymentStore } from "./payment-store.ts";

const preimage = Buffer.alloc(32, 5);
const hash = createHash("sha256").update(preimage).digest();
const keys = createNodeKeys(Buffer.alloc(16, 1), 1);
const payeeIdentity = keys.identity.toString("hex");

function createLab() {
  const clock = createVirtualClock();
  const lightning = createLightningNetwork();
  const invoices = new InvoiceBook(createInvoiceStore(createMemoryStore()), clock);
  const stopped = new AbortController();
  const store = createPaymentStore(createMemoryStore());
  const startPayer = (signal = new AbortController().signal) =>
    new PaymentBook({
      store,
      identity: "payer",
      network: lightning,
      clock,
      blockHeight: () => 1,
      signal,
      onFault: (error) => assert.fail(String(error)),
    });
  const payments = startPayer(stopped.signal);
  void lightning.join(payeeIdentity, (payment, signal) => invoices.receive(payment, signal));
  return { clock, lightning, invoices, payments, stopped, startPayer };
}

type Lab = ReturnType<typeof createLab>;

/** Adds an invoice of 1000 and gives what pays it. */
async function addInvoice(lab: Lab, secret: InvoiceSecret): Promise<NewPayment> {
  const maker = {
    keys,
    network: networkParams("regtest"),
    clock: lab.clock,
    random: createSeededRandom(1),
  };
  const wishes = {
    memo: "",
    value: "0",
    value_msat: "1000",
    description_hash: Buffer.alloc(0),
    expiry: "60",
    fallback_addr: "",
    cltv_expiry: "0",
    route_hints: [],
    is_amp: false,
    is_blinded: false,
  };
  const invoice = await lab.invoices.add(draftInvoice(wishes, () => secret, maker));
  return {
    hash: invoice.hash,
    destination: payeeIdentity,
    paymentAddr: invoice.paymentAddr,
    valueMsat: "1000",
    paymentRequest: invoice.paymentRequest,
    finalCltvDelta: 80,
    createdUnixMs: lab.clock.unixNow(),
    firstHopRecords: {},
  };
}

/** Everything that becomes of a payment. */
async function outcomes({ payments }: Lab, { hash: id }: PaymentRecord): Promise<string[]> {
  const seen: string[] = [];
  for await (const { status, failureReason } of payments.track(id, new AbortController().signal)) {
    seen.push(status === "FAILED" ? failureReason : status);
  }
  return seen;
}

test("a payment settles the payee's invoice and brings its preimage back", async () => {
  const lab = createLab();
  const payment = await addInvoice(lab, { kind: "preimage", preimage });
  const begun = await lab.payments.begin(payment);
  assert.equal((await outcomes(lab, begun)).at(-1), "SUCCEEDED");
  const [paid, settled] = [
    await lab.payments.find(payment.hash),
    await lab.invoices.find(payment.hash),
  ];
  assert.equal(paid?.preimage, preimage.toString("hex"));
  assert.deepEqual([settled?.state, settled?.settleIndex], ["SETTLED", 1]);
  assert.equal(settled?.amountPaidMsat, "1000");
  await assert.rejects(lab.payments.begin(payment), { code: "ALREADY_EXISTS" });
});

test("a wrong payment address, too little and an expired invoice are refused by the payee", async () => {
  const lab = createLab();
  const payment = await addInvoice(lab, { kind: "preimage", preimage });
  const attempts: readonly Partial<NewPayment>[] = [
    { paymentAddr: "00".repeat(32) },
    { valueMsat: "999" },
    { valueMsat: "2001" },
  ];
  for (const change of attempts) {
    const begun = await lab.payments.begin({ ...payment, ...change });
    const last = (await outcomes(lab, begun)).at(-1);
    assert.equal(last, "FAILURE_REASON_INCORRECT_PAYMENT_DETAILS");
  }
  await lab.clock.advance(60_000);
  assert.equal((await lab.invoices.find(payment.hash))?.state, "CANCELED");
  const late = await lab.payments.begin(payment);
  assert.equal((await outcomes(lab, late)).at(-1), "FAILURE_REASON_INCORRECT_PAYMENT_DETAILS");
});

test("a payment to a node that is not on the network fails for want of balance, as without channels", async () => {
  const lab = createLab();
  const payment = await addInvoice(lab, { kind: "preimage", preimage });
  const begun = await lab.payments.begin({ ...payment, destination: "02".repeat(33) });
  assert.equal((await outcomes(lab, begun)).at(-1), "FAILURE_REASON_INSUFFICIENT_BALANCE");
});

test("a payment to a hold invoice waits until it is settled, however long that takes", async () => {
  const lab = createLab();
  const payment = await addInvoice(lab, { kind: "hash", hash });
  const begun = await lab.payments.begin(payment);
  const accepted = lab.invoices.follow(payment.hash, new AbortController().signal);
  for await (const { state } of accepted) if (state === "ACCEPTED") break;
  await lab.clock.advance(3_600_000);
  await assert.rejects(lab.payments.begin(payment), /payment is in transition/);
  await lab.invoices.settle(payment.hash, preimage.toString("hex"));
  assert.equal((await outcomes(lab, begun)).at(-1), "SUCCEEDED");
});

test("a payer that ends while its payment is held finds out what became of it when it comes back", async () => {
  const lab = createLab();
  const payment = await addInvoice(lab, { kind: "hash", hash });
  const begun = await lab.payments.begin(payment);
  const accepted = lab.invoices.follow(payment.hash, new AbortController().signal);
  for await (const { state } of accepted) if (state === "ACCEPTED") break;
  lab.stopped.abort();
  await lab.invoices.settle(payment.hash, preimage.toString("hex"));
  assert.equal((await lab.payments.find(payment.hash))?.status, "IN_FLIGHT");
  const next = lab.startPayer();
  await next.resume();
  assert.equal((await outcomes({ ...lab, payments: next }, begun)).at(-1), "SUCCEEDED");
});

test("a payment that is under way when its payee goes away reaches the one that takes its place", async () => {
  const lab = createLab();
  const payment = await addInvoice(lab, { kind: "hash", hash });
  const wentAway = new Deferred<void>();
  const leave = await lab.lightning.join(payeeIdentity, async () => {
    await wentAway.promise;
    return { outcome: "lost" };
  });
  const begun = await lab.payments.begin(payment);
  leave();
  wentAway.resolve();
  await lab.clock.advance(10_000);
  assert.equal((await lab.payments.find(payment.hash))?.status, "IN_FLIGHT");
  await lab.lightning.join(payeeIdentity, (again, signal) => lab.invoices.receive(again, signal));
  const accepted = lab.invoices.follow(payment.hash, new AbortController().signal);
  await lab.clock.advance(1000);
  for await (const { state } of accepted) if (state === "ACCEPTED") break;
  await lab.invoices.settle(payment.hash, preimage.toString("hex"));
  assert.equal((await outcomes(lab, begun)).at(-1), "SUCCEEDED");
});

test("payments are listed in the order of their beginning, from either end; one tried anew moves to the end", async () => {
  const lab = createLab();
  const base = await addInvoice(lab, { kind: "preimage", preimage });
  const failing = (byte: number) => ({
    ...base,
    hash: Buffer.alloc(32, byte).toString("hex"),
    destination: "nobody",
  });
  for (const byte of [1, 2, 3, 1]) {
    const begun = await lab.payments.begin(failing(byte));
    await outcomes(lab, begun);
  }
  const indexes = async (offset: number, isReversed: boolean) => {
    const found: number[] = [];
    for await (const { index } of lab.payments.list({ offset, isReversed })) found.push(index);
    return found;
  };
  assert.deepEqual(await indexes(0, false), [2, 3, 4]);
  assert.deepEqual(await indexes(2, false), [3, 4]);
  assert.deepEqual(await indexes(4, true), [3, 2]);
  assert.equal(await lab.payments.delete(failing(2).hash), true);
  assert.deepEqual(await indexes(0, true), [4, 3]);
});
