import { type BucketPath, type BucketTx, updateBuckets, viewBuckets } from "../db/buckets.ts";
import type { KeyValueStore } from "../db/key-value-store.ts";
import { hexName, numberName, readRecord, writeRecord } from "../db/record-names.ts";
import { LndError } from "../errors.ts";
import type { ListFrom } from "../invoices/invoice-store.ts";
import type { NewPayment, PaymentRecord } from "./payment-record.ts";

/** lnd's buckets: payments by hash, and hashes by index. */
const byHash: BucketPath = ["channeldb", "payments-root-bucket"];
const byIndex: BucketPath = ["channeldb", "payments-index-bucket"];
const counters: BucketPath = ["channeldb", "payments-counters"];

const pageSize = 1000;
const lastIndex = Number.MAX_SAFE_INTEGER;

/** The payments in the node's database: each change is one transaction. */
export interface PaymentStore {
  /** Begins a payment, in the place of a failed one. Rejects with LndError when one is under way or has succeeded. */
  begin(payment: NewPayment): Promise<PaymentRecord>;
  find(hash: string): Promise<PaymentRecord | undefined>;
  update(hash: string, change: (payment: PaymentRecord) => PaymentRecord): Promise<PaymentRecord>;
  /** Whether there was one. */
  delete(hash: string): Promise<boolean>;
  /** By index, page by page. */
  list(from: ListFrom): AsyncIterable<PaymentRecord>;
}

/** The payments of a database. */
export function createPaymentStore(store: KeyValueStore): PaymentStore {
  const find = async (tx: Pick<BucketTx, "get">, hash: string) =>
    readRecord<PaymentRecord>(await tx.get(byHash, hexName(hash)));
  const put = (tx: BucketTx, payment: PaymentRecord) =>
    tx.put(byHash, hexName(payment.hash), writeRecord(payment));
  return {
    begin: (payment) =>
      updateBuckets(store, async (tx) => {
        const before = await find(tx, payment.hash);
        if (before?.status === "IN_FLIGHT") throw new LndError("paymentInFlight");
        if (before?.status === "SUCCEEDED") throw new LndError("alreadyPaid");
        if (before !== undefined) tx.delete(byIndex, numberName(before.index));
        const last = await tx.get(counters, "index");
        const index = (last?.readUInt32BE() ?? 0) + 1;
        await tx.put(counters, "index", Buffer.from(numberName(index, 4), "latin1"));
        const begun: PaymentRecord = {
          ...payment,
          index,
          status: "IN_FLIGHT",
          failureReason: "FAILURE_REASON_NONE",
          preimage: "",
        };
        await put(tx, begun);
        await tx.put(byIndex, numberName(index), Buffer.from(payment.hash, "hex"));
        return begun;
      }),
    find: (hash) => viewBuckets(store, (view) => find(view, hash)),
    update: (hash, change) =>
      updateBuckets(store, async (tx) => {
        const before = await find(tx, hash);
        if (before === undefined) throw new LndError("paymentNotInitiated");
        const after = change(before);
        await put(tx, after);
        return after;
      }),
    delete: (hash) =>
      updateBuckets(store, async (tx) => {
        const before = await find(tx, hash);
        if (before === undefined) return false;
        tx.delete(byHash, hexName(hash));
        tx.delete(byIndex, numberName(before.index));
        return true;
      }),
    list: (from) => listPayments(store, from),
  };
}

async function* listPayments(
  store: KeyValueStore,
  { offset, isReversed }: ListFrom,
): AsyncIterable<PaymentRecord> {
  let from = isReversed ? 0 : offset + 1;
  let to = isReversed && offset > 0 ? offset : lastIndex;
  for (;;) {
    const range = { from: numberName(from), to: numberName(to), limit: pageSize, isReversed };
    const page = await viewBuckets(store, async (view) => {
      const found = await view.scan(byIndex, range);
      return Promise.all(found.map(({ value }) => view.get(byHash, value.toString("latin1"))));
    });
    const records = page.flatMap((value) => readRecord<PaymentRecord>(value) ?? []);
    yield* records;
    const last = records.at(-1)?.index;
    if (page.length < pageSize || last === undefined) return;
    if (isReversed) to = last;
    else from = last + 1;
  }
}
