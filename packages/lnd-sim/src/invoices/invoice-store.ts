import { type BucketPath, type BucketTx, updateBuckets, viewBuckets } from "../db/buckets.ts";
import type { KeyValueStore } from "../db/key-value-store.ts";
import { hexName, numberName, readRecord, writeRecord } from "../db/record-names.ts";
import { LndError } from "../errors.ts";
import type { InvoiceRecord, NewInvoice } from "./invoice-record.ts";

/** lnd's buckets: invoices by number, and ways to a number by hash, payment address and settle index. */
const invoices: BucketPath = ["channeldb", "invoices"];
const byHash: BucketPath = ["channeldb", "invoices", "paymenthashes"];
const byAddress: BucketPath = ["channeldb", "pay-addr-index"];
const bySettleIndex: BucketPath = ["channeldb", "invoices", "invoice-settle-index"];
const counters: BucketPath = ["channeldb", "invoices", "counters"];

/** How many invoices one read of the database brings. */
const pageSize = 1000;
const lastNumber = 2 ** 31;

/** Which way a list goes, and where from. */
export interface ListFrom {
  /** The index behind which it begins; 0 with `isReversed`: at the end. */
  readonly offset: number;
  readonly isReversed: boolean;
}

/** The invoices in the node's database: each change is one transaction. */
export interface InvoiceStore {
  /** Rejects with LndError when an invoice with this hash or payment address is there. */
  add(invoice: NewInvoice): Promise<InvoiceRecord>;
  /** Whether there has never been one. */
  isEmpty(): Promise<boolean>;
  find(hash: string): Promise<InvoiceRecord | undefined>;
  findByAddress(paymentAddr: string): Promise<InvoiceRecord | undefined>;
  /** Changes an invoice by what `change` makes of it; undefined leaves it. A change to SETTLED gives it its place. */
  update(hash: string, change: Change): Promise<InvoiceRecord | undefined>;
  /** By add index, page by page. */
  list(from: ListFrom): AsyncIterable<InvoiceRecord>;
  /** The settled ones in the order of settling. */
  listSettled(afterSettleIndex: number): AsyncIterable<InvoiceRecord>;
}

/** What becomes of an invoice; it may run more than once. */
export type Change = (invoice: InvoiceRecord) => InvoiceRecord | undefined;

/** The invoices of a database. */
export function createInvoiceStore(store: KeyValueStore): InvoiceStore {
  const numberAt = (path: BucketPath, name: string) =>
    viewBuckets(store, async (view) => {
      const number = await view.get(path, name);
      if (number === undefined) return undefined;
      return readRecord<InvoiceRecord>(await view.get(invoices, number.toString("latin1")));
    });
  return {
    add: (invoice) => updateBuckets(store, (tx) => addInvoice(tx, invoice)),
    isEmpty: () =>
      viewBuckets(store, async (view) => (await view.get(counters, "add")) === undefined),
    find: (hash) => numberAt(byHash, hexName(hash)),
    findByAddress: (paymentAddr) => numberAt(byAddress, hexName(paymentAddr)),
    update: (hash, change) => updateBuckets(store, (tx) => updateInvoice(tx, hash, change)),
    list: (from) => listInvoices(store, from),
    listSettled: (after) => listSettled(store, after),
  };
}

async function addInvoice(tx: BucketTx, invoice: NewInvoice): Promise<InvoiceRecord> {
  if ((await tx.get(byHash, hexName(invoice.hash))) !== undefined) {
    throw new LndError("duplicateInvoice");
  }
  if ((await tx.get(byAddress, hexName(invoice.paymentAddr))) !== undefined) {
    throw new LndError("duplicatePaymentAddr");
  }
  const record: InvoiceRecord = { ...invoice, addIndex: await nextOf(tx, "add") };
  const number = numberName(record.addIndex, 4);
  await tx.put(invoices, number, writeRecord(record));
  await tx.put(byHash, hexName(record.hash), Buffer.from(number, "latin1"));
  await tx.put(byAddress, hexName(record.paymentAddr), Buffer.from(number, "latin1"));
  return record;
}

async function updateInvoice(
  tx: BucketTx,
  hash: string,
  change: Change,
): Promise<InvoiceRecord | undefined> {
  const number = (await tx.get(byHash, hexName(hash)))?.toString("latin1");
  if (number === undefined) return undefined;
  const before = readRecord<InvoiceRecord>(await tx.get(invoices, number));
  if (before === undefined) return undefined;
  const changed = change(before);
  if (changed === undefined) return before;
  const isSettling = changed.state === "SETTLED" && before.state !== "SETTLED";
  const after = isSettling ? { ...changed, settleIndex: await nextOf(tx, "settle") } : changed;
  await tx.put(invoices, number, writeRecord(after));
  if (isSettling) {
    await tx.put(bySettleIndex, numberName(after.settleIndex), Buffer.from(number, "latin1"));
  }
  return after;
}

/** The next number of a series that begins with 1. */
async function nextOf(tx: BucketTx, series: "add" | "settle"): Promise<number> {
  const last = await tx.get(counters, series);
  const next = (last === undefined ? 0 : last.readUInt32BE()) + 1;
  await tx.put(counters, series, Buffer.from(numberName(next, 4), "latin1"));
  return next;
}

async function* listInvoices(
  store: KeyValueStore,
  { offset, isReversed }: ListFrom,
): AsyncIterable<InvoiceRecord> {
  const start = Math.min(offset, lastNumber - 1);
  let from = isReversed ? 0 : start + 1;
  let to = isReversed && offset > 0 ? start : lastNumber;
  for (;;) {
    const range = { from: numberName(from, 4), to: numberName(to, 4), limit: pageSize, isReversed };
    const page = await viewBuckets(store, (view) => view.scan(invoices, range));
    const records = page.flatMap(({ value }) => readRecord<InvoiceRecord>(value) ?? []);
    yield* records;
    const last = records.at(-1)?.addIndex;
    if (page.length < pageSize || last === undefined) return;
    if (isReversed) to = last;
    else from = last + 1;
  }
}

async function* listSettled(store: KeyValueStore, after: number): AsyncIterable<InvoiceRecord> {
  for (let from = after + 1; ; ) {
    const range = { from: numberName(from), to: numberName(lastNumber), limit: pageSize };
    const page = await viewBuckets(store, async (view) => {
      const found = await view.scan(bySettleIndex, range);
      return Promise.all(found.map(({ value }) => view.get(invoices, value.toString("latin1"))));
    });
    const records = page.flatMap((value) => readRecord<InvoiceRecord>(value) ?? []);
    yield* records;
    const last = records.at(-1)?.settleIndex;
    if (page.length < pageSize || last === undefined) return;
    from = last + 1;
  }
}
