import type { Clock } from "@leaderlab/clock";
import { LndError } from "../errors.ts";
import { createNotices } from "../notices.ts";
import { atTime, type InvoiceHtlc, type InvoiceRecord, type NewInvoice } from "./invoice-record.ts";
import type { InvoiceStore, ListFrom } from "./invoice-store.ts";

/** A payment that reaches an invoice. */
export interface IncomingPayment {
  readonly hash: string;
  readonly paymentAddr: string;
  readonly amountMsat: bigint;
  readonly htlc: Pick<InvoiceHtlc, "chanId" | "htlcIndex" | "acceptHeight" | "expiryHeight">;
}

/** What becomes of a payment: settled against a preimage, or refused, since it does not fit the invoice. */
export type PaymentOutcome =
  | { readonly outcome: "settled"; readonly preimage: string }
  | { readonly outcome: "refused" };

/** The node's invoices and who wants to hear of them. Mirrors: lnd invoices.InvoiceRegistry. */
export class InvoiceBook {
  readonly #store: InvoiceStore;
  readonly #clock: Pick<Clock, "unixNow">;
  readonly #notices = createNotices<InvoiceRecord>();

  constructor(store: InvoiceStore, clock: Pick<Clock, "unixNow">) {
    this.#store = store;
    this.#clock = clock;
  }

  /** Rejects with LndError when there is one with this hash. */
  async add(invoice: NewInvoice): Promise<InvoiceRecord> {
    const added = await this.#store.add(invoice);
    this.#notices.publish(added);
    return added;
  }

  /** Whether there has never been one. */
  isEmpty(): Promise<boolean> {
    return this.#store.isEmpty();
  }

  async find(hash: string): Promise<InvoiceRecord | undefined> {
    return this.#now(await this.#store.find(hash));
  }

  async findByAddress(paymentAddr: string): Promise<InvoiceRecord | undefined> {
    return this.#now(await this.#store.findByAddress(paymentAddr));
  }

  async *list(from: ListFrom): AsyncIterable<InvoiceRecord> {
    for await (const invoice of this.#store.list(from)) {
      yield atTime(invoice, this.#clock.unixNow());
    }
  }

  /** Cancels an invoice that is not settled; one that is canceled stays so. Rejects with LndError. */
  async cancel(hash: string): Promise<void> {
    const now = this.#clock.unixNow();
    const found = await this.#store.update(hash, (invoice) => {
      if (invoice.state === "SETTLED") throw new LndError("invoiceSettled");
      if (invoice.state === "CANCELED") return undefined;
      const htlcs = invoice.htlcs.map((htlc) => resolve(htlc, "CANCELED", now));
      return { ...invoice, htlcs, state: "CANCELED" };
    });
    if (found === undefined) throw new LndError("invoiceNotFound");
    this.#notices.publish(found);
  }

  /** Settles a hold invoice that has been paid. Rejects with LndError. */
  async settle(hash: string, preimage: string): Promise<void> {
    const now = this.#clock.unixNow();
    const found = await this.#store.update(hash, (invoice) => {
      if (invoice.state === "OPEN") throw new LndError("invoiceStillOpen");
      if (invoice.state === "CANCELED") throw new LndError("invoiceCanceled");
      if (invoice.state === "SETTLED") throw new LndError("invoiceSettled");
      return settled(invoice, preimage, now);
    });
    if (found === undefined) throw new LndError("invoiceNotFound");
    this.#notices.publish(found);
  }

  /**
   * Takes a payment, or goes on with one that it has taken before. One to a hold invoice waits until the invoice is
   * settled or canceled. When the signal aborts first, the outcome is of no account.
   */
  async receive(payment: IncomingPayment, signal: AbortSignal): Promise<PaymentOutcome> {
    const news = this.#notices.subscribe(signal);
    try {
      const taken = await this.#take(payment);
      if (taken === undefined) return { outcome: "refused" };
      this.#notices.publish(taken);
      const present = outcomeOf(taken);
      if (present !== undefined) return present;
      for await (const invoice of news) {
        const outcome = invoice.hash === payment.hash ? outcomeOf(invoice) : undefined;
        if (outcome !== undefined) return outcome;
      }
      return { outcome: "refused" };
    } finally {
      news.stop();
    }
  }

  /** The invoice with the payment in it, or undefined when it does not take it. */
  async #take(payment: IncomingPayment): Promise<InvoiceRecord | undefined> {
    const now = this.#clock.unixNow();
    let isTaken = false;
    const found = await this.#store.update(payment.hash, (stored) => {
      const invoice = atTime(stored, now);
      const isKnown = invoice.htlcs.some(
        ({ chanId, htlcIndex }) =>
          chanId === payment.htlc.chanId && htlcIndex === payment.htlc.htlcIndex,
      );
      isTaken = isKnown || fits(payment, invoice);
      if (!isTaken || isKnown) return undefined;
      const accepted = accept(payment, invoice, now);
      return invoice.isHold ? accepted : settled(accepted, invoice.preimage, now);
    });
    return isTaken ? found : undefined;
  }

  /** Every change of one invoice from now on, the present state first. */
  async *follow(hash: string, signal: AbortSignal): AsyncIterable<InvoiceRecord> {
    const news = this.#notices.subscribe(signal);
    try {
      const present = await this.find(hash);
      if (present === undefined) throw new LndError("invoiceNotFound");
      let { state } = present;
      yield present;
      for await (const invoice of news) {
        if (invoice.hash !== hash || invoice.state === state) continue;
        state = invoice.state;
        yield invoice;
      }
    } finally {
      news.stop();
    }
  }

  /**
   * Invoices as they are added and settled. An index that is not 0 first brings everything behind it: what was added,
   * then what was settled.
   */
  async *followAll(after: Indexes, signal: AbortSignal): AsyncIterable<InvoiceRecord> {
    const news = this.#notices.subscribe(signal);
    let { addIndex, settleIndex } = after;
    try {
      if (addIndex > 0) {
        for await (const invoice of this.list({ offset: addIndex, isReversed: false })) {
          addIndex = invoice.addIndex;
          yield invoice;
        }
      }
      if (settleIndex > 0) {
        for await (const invoice of this.#store.listSettled(settleIndex)) {
          settleIndex = invoice.settleIndex;
          yield invoice;
        }
      }
      yield* onlyNew(news, { addIndex, settleIndex });
    } finally {
      news.stop();
    }
  }

  #now(invoice: InvoiceRecord | undefined): InvoiceRecord | undefined {
    return invoice && atTime(invoice, this.#clock.unixNow());
  }
}

interface Indexes {
  readonly addIndex: number;
  readonly settleIndex: number;
}

/** News of invoices that were added or settled behind these indexes. */
async function* onlyNew(
  news: AsyncIterable<InvoiceRecord>,
  { addIndex, settleIndex }: Indexes,
): AsyncIterable<InvoiceRecord> {
  for await (const invoice of news) {
    const isNewlyAdded = invoice.state === "OPEN" && invoice.addIndex > addIndex;
    const isNewlySettled = invoice.state === "SETTLED" && invoice.settleIndex > settleIndex;
    if (isNewlyAdded || isNewlySettled) yield invoice;
  }
}

function fits(payment: IncomingPayment, invoice: InvoiceRecord): boolean {
  const value = BigInt(invoice.valueMsat);
  return (
    invoice.state === "OPEN" &&
    invoice.paymentAddr === payment.paymentAddr &&
    payment.amountMsat >= value &&
    (value === 0n || payment.amountMsat <= 2n * value)
  );
}

function accept(payment: IncomingPayment, invoice: InvoiceRecord, nowMs: number): InvoiceRecord {
  const htlc: InvoiceHtlc = {
    ...payment.htlc,
    amountMsat: String(payment.amountMsat),
    acceptUnix: Math.floor(nowMs / 1000),
    resolveUnix: 0,
    state: "ACCEPTED",
  };
  const amountPaidMsat = String(payment.amountMsat);
  return { ...invoice, amountPaidMsat, htlcs: [htlc], state: "ACCEPTED" };
}

/** What an invoice that has taken a payment tells the payer; undefined: to wait. */
function outcomeOf({ state, preimage }: InvoiceRecord): PaymentOutcome | undefined {
  if (state === "SETTLED") return { outcome: "settled", preimage };
  return state === "CANCELED" ? { outcome: "refused" } : undefined;
}

function settled(invoice: InvoiceRecord, preimage: string, nowMs: number): InvoiceRecord {
  const htlcs = invoice.htlcs.map((htlc) => resolve(htlc, "SETTLED", nowMs));
  return { ...invoice, preimage, htlcs, state: "SETTLED", settledUnix: Math.floor(nowMs / 1000) };
}

function resolve(htlc: InvoiceHtlc, state: "SETTLED" | "CANCELED", nowMs: number): InvoiceHtlc {
  return { ...htlc, state, resolveUnix: Math.floor(nowMs / 1000) };
}
