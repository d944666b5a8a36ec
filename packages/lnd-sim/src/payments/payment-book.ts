import { createHash } from "node:crypto";
import type { Clock } from "@leaderlab/clock";
import type { IncomingPayment, PaymentOutcome } from "../invoices/invoice-book.ts";
import type { ListFrom } from "../invoices/invoice-store.ts";
import { createNotices } from "../notices.ts";
import type { LightningNetwork } from "./lightning-network.ts";
import type { FailureReason, NewPayment, PaymentRecord } from "./payment-record.ts";
import type { PaymentStore } from "./payment-store.ts";

/** What payments are made with. */
export interface PaymentBookParts {
  readonly store: PaymentStore;
  /** The node's own public key, in hexadecimal: it never finds a way to itself. */
  readonly identity: string;
  readonly network: LightningNetwork;
  readonly clock: Pick<Clock, "unixNow" | "sleep">;
  readonly blockHeight: () => number;
  /** Aborts when the node is to stop: payments that wait stay in flight, and are resumed by the next one that leads. */
  readonly signal: AbortSignal;
  /** Told of a payment that could not be carried on. */
  readonly onFault: (error: unknown) => void;
}

/** How long after it lost a peer a node looks for it again; lnd begins with a second, too. */
const reconnectMs = 1000;

/** The channel that stands in a payment's route, one for each two nodes; there is none. */
function channelBetween(payer: string, payee: string): string {
  const digest = createHash("sha256").update(`${payer} ${payee}`).digest();
  return String(digest.readBigUInt64BE() >> 1n);
}

/** The node's payments and who wants to hear of them. Mirrors: lnd routing.ControlTower. */
export class PaymentBook {
  readonly #parts: PaymentBookParts;
  readonly #notices = createNotices<PaymentRecord>();

  constructor(parts: PaymentBookParts) {
    this.#parts = parts;
  }

  /** Begins a payment and carries it on by itself, whoever listens. Rejects with LndError when it cannot begin. */
  async begin(payment: NewPayment): Promise<PaymentRecord> {
    const begun = await this.#parts.store.begin(payment);
    this.#notices.publish(begun);
    this.#start(begun);
    return begun;
  }

  /** Carries on what was under way when a node with these payments ended. */
  async resume(): Promise<void> {
    for await (const payment of this.list({ offset: 0, isReversed: false })) {
      if (payment.status === "IN_FLIGHT") this.#start(payment);
    }
  }

  #start(payment: PaymentRecord): void {
    this.#carryOn(payment).catch((error) => {
      if (!this.#parts.signal.aborted) this.#parts.onFault(error);
    });
  }

  find(hash: string): Promise<PaymentRecord | undefined> {
    return this.#parts.store.find(hash);
  }

  list(from: ListFrom): AsyncIterable<PaymentRecord> {
    return this.#parts.store.list(from);
  }

  delete(hash: string): Promise<boolean> {
    return this.#parts.store.delete(hash);
  }

  /** A payment as it is and as it becomes, until it has ended; undefined when there is none. */
  async *track(hash: string, signal: AbortSignal): AsyncIterable<PaymentRecord> {
    const news = this.#notices.subscribe(signal);
    try {
      const present = await this.find(hash);
      if (present === undefined) return;
      yield present;
      if (present.status !== "IN_FLIGHT") return;
      let last = JSON.stringify(present);
      for await (const payment of news) {
        const text = JSON.stringify(payment);
        if (payment.hash !== hash || text === last) continue;
        last = text;
        yield payment;
        if (payment.status !== "IN_FLIGHT") return;
      }
    } finally {
      news.stop();
    }
  }

  /** Every payment's changes from now on, and first those that are under way. */
  async *trackAll(signal: AbortSignal): AsyncIterable<PaymentRecord> {
    const news = this.#notices.subscribe(signal);
    try {
      for await (const payment of this.list({ offset: 0, isReversed: false })) {
        if (payment.status === "IN_FLIGHT") yield payment;
      }
      yield* news;
    } finally {
      news.stop();
    }
  }

  /**
   * Sends a payment until somebody tells what became of it: one that has been sent stays under way while its payee is
   * away, for as long as that takes.
   */
  async #carryOn(payment: PaymentRecord): Promise<void> {
    const { network, signal, identity, clock } = this.#parts;
    const isOwn = payment.destination === identity;
    let isSent = payment.attempt !== undefined;
    while (!signal.aborted) {
      const receive = isOwn ? undefined : await network.find(payment.destination);
      if (receive === undefined && !isSent) {
        // Without a channel lnd finds no balance to pay from.
        return this.#end(payment, "FAILURE_REASON_INSUFFICIENT_BALANCE");
      }
      if (receive !== undefined) {
        const incoming = await this.#attempt(payment, isSent);
        isSent = true;
        const reply = await receive(incoming, signal);
        if (signal.aborted) return;
        if (reply.outcome !== "lost") return this.#finish(payment, reply);
      }
      await clock.sleep(reconnectMs, signal);
    }
  }

  /** Notes the attempt, if it is the first; what reaches the payee. */
  async #attempt(payment: PaymentRecord, isSent: boolean): Promise<IncomingPayment> {
    const { store, clock, blockHeight, identity } = this.#parts;
    const chanId = channelBetween(identity, payment.destination);
    if (!isSent) {
      const startUnixMs = clock.unixNow();
      const attempting = await store.update(payment.hash, (now) => ({
        ...now,
        attempt: { id: now.index, chanId, status: "IN_FLIGHT", startUnixMs, endUnixMs: 0 },
      }));
      this.#notices.publish(attempting);
    }
    const height = blockHeight();
    return {
      hash: payment.hash,
      paymentAddr: payment.paymentAddr,
      amountMsat: BigInt(payment.valueMsat),
      htlc: {
        chanId,
        htlcIndex: payment.index,
        acceptHeight: height,
        expiryHeight: height + payment.finalCltvDelta,
      },
    };
  }

  async #finish(payment: PaymentRecord, outcome: PaymentOutcome): Promise<void> {
    if (outcome.outcome === "settled") {
      await this.#end(payment, "FAILURE_REASON_NONE", outcome.preimage);
    } else {
      await this.#end(payment, "FAILURE_REASON_INCORRECT_PAYMENT_DETAILS");
    }
  }

  async #end(payment: PaymentRecord, reason: FailureReason, preimage = ""): Promise<void> {
    const { store, clock } = this.#parts;
    const status = preimage === "" ? "FAILED" : "SUCCEEDED";
    const ended = await store.update(payment.hash, (now) => ({
      ...now,
      status,
      failureReason: reason,
      preimage,
      ...(now.attempt !== undefined && {
        attempt: { ...now.attempt, status, endUnixMs: clock.unixNow() },
      }),
    }));
    this.#notices.publish(ended);
  }
}
