import { createHash } from "node:crypto";
import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { LndError } from "../errors.ts";
import { describeInvoice } from "../invoices/describe-invoice.ts";
import { draftInvoice, readPreimage } from "../invoices/draft-invoice.ts";
import type { LightningParts } from "./lightning/lightning-parts.ts";

/** lnd's Invoices service: hold invoices, which are settled by hand, and news of a single invoice. */
export function createInvoicesService({ served }: LightningParts): Implementation {
  return implement(lnd.invoices, {
    async AddHoldInvoice(request) {
      const hash = readHash(request.hash);
      const { invoices, invoiceMaker } = served();
      const wishes = { ...request, is_amp: false, is_blinded: false };
      const readSecret = () => ({ kind: "hash", hash }) as const;
      const added = await invoices.add(draftInvoice(wishes, readSecret, invoiceMaker));
      return {
        add_index: added.addIndex,
        payment_request: added.paymentRequest,
        payment_addr: Buffer.from(added.paymentAddr, "hex"),
      };
    },
    async SettleInvoice({ preimage }) {
      const hash = createHash("sha256").update(readPreimage(preimage)).digest("hex");
      await served().invoices.settle(hash, preimage.toString("hex"));
      return {};
    },
    async CancelInvoice({ payment_hash }) {
      await served().invoices.cancel(readHash(payment_hash).toString("hex"));
      return {};
    },
    async LookupInvoiceV2(request) {
      const { invoices, network } = served();
      const found = await findByReference(request, invoices);
      if (found === undefined) {
        throw new LndError((await invoices.isEmpty()) ? "noInvoices" : "invoiceNotLocated");
      }
      return describeInvoice(found, network);
    },
    async *SubscribeSingleInvoice({ r_hash }, call) {
      const { invoices, network } = served();
      for await (const invoice of invoices.follow(readHash(r_hash).toString("hex"), call.signal)) {
        yield describeInvoice(invoice, network);
      }
    },
  });
}

async function findByReference(
  { payment_hash, payment_addr, set_id }: lnd.invoicesrpc.LookupInvoiceMsg,
  invoices: ReturnType<LightningParts["served"]>["invoices"],
) {
  if (payment_hash !== undefined) {
    const { length } = payment_hash;
    if (length !== 32) {
      throw new LndError("invoiceRefHash", new LndError("hashLength", length).message);
    }
    return invoices.find(payment_hash.toString("hex"));
  }
  if (payment_addr !== undefined) return invoices.findByAddress(payment_addr.toString("hex"));
  // A set belongs to a payment of an AMP invoice, and none is ever made.
  if (set_id !== undefined) return undefined;
  throw new LndError("invoiceRefUnset");
}

function readHash(bytes: Buffer): Buffer {
  if (bytes.length !== 32) throw new LndError("hashLength", bytes.length);
  return bytes;
}
