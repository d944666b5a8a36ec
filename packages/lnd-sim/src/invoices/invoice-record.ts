/** How it stands with an invoice. */
export type InvoiceState = "OPEN" | "SETTLED" | "CANCELED" | "ACCEPTED";

/** One part of a payment that has come in. */
export interface InvoiceHtlc {
  readonly chanId: string;
  readonly htlcIndex: number;
  readonly amountMsat: string;
  readonly acceptHeight: number;
  readonly expiryHeight: number;
  readonly acceptUnix: number;
  /** 0: not resolved yet. */
  readonly resolveUnix: number;
  readonly state: "ACCEPTED" | "SETTLED" | "CANCELED";
}

/** An invoice as it is kept. Bytes are hexadecimal digits, amounts are decimal, in thousandths of a satoshi. */
export interface InvoiceRecord {
  /** From 1 on, in the order of adding. */
  readonly addIndex: number;
  /** From 1 on, in the order of settling; 0: not settled. */
  readonly settleIndex: number;
  readonly hash: string;
  /** Empty while only the payer's part knows it: a hold invoice. */
  readonly preimage: string;
  readonly paymentAddr: string;
  readonly paymentRequest: string;
  readonly memo: string;
  readonly valueMsat: string;
  readonly amountPaidMsat: string;
  readonly createdUnixMs: number;
  /** 0: not settled. */
  readonly settledUnix: number;
  readonly expirySeconds: number;
  readonly finalCltvDelta: number;
  readonly features: readonly number[];
  readonly isHold: boolean;
  readonly state: InvoiceState;
  readonly htlcs: readonly InvoiceHtlc[];
}

/** What an invoice is before it has been added. */
export type NewInvoice = Omit<InvoiceRecord, "addIndex">;

/** Whether it may still be paid, or is being paid. */
export function isPending({ state }: InvoiceRecord): boolean {
  return state === "OPEN" || state === "ACCEPTED";
}

/** The invoice as it is at a moment: one that nobody has paid in its time is canceled. */
export function atTime(invoice: InvoiceRecord, nowUnixMs: number): InvoiceRecord {
  const endsAtMs = invoice.createdUnixMs + invoice.expirySeconds * 1000;
  if (invoice.state !== "OPEN" || nowUnixMs < endsAtMs) return invoice;
  return { ...invoice, state: "CANCELED" };
}
