import { hexOf } from "../argument.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import { callAndPrint } from "./call-and-print.ts";
import { paymentRequestOf } from "./payment-request.ts";

/** `lncli lookupinvoice` */
export const runLookupInvoice = callAndPrint(
  ({ lightning }) => lightning.methods.LookupInvoice,
  ({ flags, rest }) => {
    const digits = flags.isSet("rhash") ? flags.string("rhash") : rest[0];
    if (digits === undefined) throw new LncliError(lncliTexts.missing("rhash"));
    return { r_hash: hexOf(digits, lncliTexts.undecodableRhash) };
  },
);

/** `lncli listinvoices` */
export const runListInvoices = callAndPrint(
  ({ lightning }) => lightning.methods.ListInvoices,
  ({ flags }) => ({
    pending_only: flags.boolean("pending_only"),
    index_offset: String(flags.unsigned("index_offset")),
    num_max_invoices: String(flags.unsigned("max_invoices")),
    reversed: !flags.boolean("paginate-forwards"),
    creation_date_start: String(flags.unsigned("creation_date_start")),
    creation_date_end: String(flags.unsigned("creation_date_end")),
  }),
);

/** `lncli decodepayreq` */
export const runDecodePayReq = callAndPrint(
  ({ lightning }) => lightning.methods.DecodePayReq,
  (call) => ({ pay_req: paymentRequestOf(call) }),
);

/** `lncli settleinvoice` */
export const runSettleInvoice = callAndPrint(
  ({ invoices }) => invoices.methods.SettleInvoice,
  ({ flags, rest }) => {
    const digits = flags.isSet("preimage") ? flags.string("preimage") : (rest[0] ?? "");
    return { preimage: hexOf(digits, lncliTexts.unparsablePreimage) };
  },
);

/** `lncli cancelinvoice`, which calls a hash a preimage when it cannot read it. */
export const runCancelInvoice = callAndPrint(
  ({ invoices }) => invoices.methods.CancelInvoice,
  ({ flags, rest }) => {
    const digits = flags.isSet("paymenthash") ? flags.string("paymenthash") : (rest[0] ?? "");
    return { payment_hash: hexOf(digits, lncliTexts.unparsablePreimage) };
  },
);
