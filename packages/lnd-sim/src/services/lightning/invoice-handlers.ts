import type * as lnd from "@leaderlab/proto/lnd";
import { LndError } from "../../errors.ts";
import { describeInvoice } from "../../invoices/describe-invoice.ts";
import { draftInvoice, readPreimage } from "../../invoices/draft-invoice.ts";
import { type InvoiceRecord, isPending } from "../../invoices/invoice-record.ts";
import { readHex } from "../../invoices/read-hex.ts";
import { describePaymentRequest } from "../../payment-request/describe-payment-request.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

const defaultListLength = 100;

/** Calls about invoices. */
export function invoiceHandlers({ served }: LightningParts): LightningHandlers {
  return {
    async AddInvoice(request) {
      const { invoices, invoiceMaker } = served();
      const { r_preimage, is_blinded, blinded_path_config } = request;
      if (blinded_path_config !== null && !is_blinded) throw new LndError("blindedConfigUnset");
      const readSecret = () =>
        r_preimage.length === 0
          ? undefined
          : ({ kind: "preimage", preimage: readPreimage(r_preimage) } as const);
      const added = await invoices.add(draftInvoice(request, readSecret, invoiceMaker));
      return {
        r_hash: Buffer.from(added.hash, "hex"),
        payment_request: added.paymentRequest,
        add_index: added.addIndex,
        payment_addr: Buffer.from(added.paymentAddr, "hex"),
      };
    },
    async LookupInvoice({ r_hash_str, r_hash }) {
      const hash = r_hash_str === "" ? r_hash : readHex(r_hash_str);
      if (hash.length !== 0 && hash.length !== 32) {
        throw new LndError("lookupHashLength", hash.length);
      }
      const { invoices, network } = served();
      const found = hash.length === 0 ? undefined : await invoices.find(hash.toString("hex"));
      if (found === undefined) {
        throw new LndError((await invoices.isEmpty()) ? "noInvoicesFound" : "invoiceNotLocated");
      }
      return describeInvoice(found, network);
    },
    async ListInvoices(request) {
      const { invoices, network } = served();
      const found = await collect(invoices.list(listFrom(request)), request);
      if (request.reversed) found.reverse();
      return {
        invoices: found.map((invoice) => describeInvoice(invoice, network)),
        first_index_offset: found.at(0)?.addIndex ?? 0,
        last_index_offset: found.at(-1)?.addIndex ?? 0,
      };
    },
    async *SubscribeInvoices({ add_index, settle_index }, call) {
      const { invoices, network } = served();
      const after = { addIndex: Number(add_index), settleIndex: Number(settle_index) };
      for await (const invoice of invoices.followAll(after, call.signal)) {
        yield describeInvoice(invoice, network);
      }
    },
    DecodePayReq: ({ pay_req }) => describePaymentRequest(pay_req, served().network),
  };
}

/** Where a list begins that a request asks for. */
export function listFrom(request: { readonly index_offset: string; readonly reversed: boolean }) {
  return { offset: Number(request.index_offset), isReversed: request.reversed };
}

/** Throws LndError for a span of time that holds nothing. */
export function checkSpan(request: {
  readonly creation_date_start: string;
  readonly creation_date_end: string;
}): void {
  const { creation_date_start: start, creation_date_end: end } = request;
  if (start !== "0" && end !== "0" && BigInt(start) >= BigInt(end)) {
    throw new LndError("startAfterEnd", start, end);
  }
}

async function collect(
  invoices: AsyncIterable<InvoiceRecord>,
  request: lnd.ListInvoiceRequest,
): Promise<InvoiceRecord[]> {
  checkSpan(request);
  const most = Number(request.num_max_invoices) || defaultListLength;
  const [start, end] = [Number(request.creation_date_start), Number(request.creation_date_end)];
  const found: InvoiceRecord[] = [];
  for await (const invoice of invoices) {
    const created = Math.floor(invoice.createdUnixMs / 1000);
    if (request.pending_only && !isPending(invoice)) continue;
    if (created < start || (end !== 0 && created > end)) continue;
    found.push(invoice);
    if (found.length >= most) break;
  }
  return found;
}
