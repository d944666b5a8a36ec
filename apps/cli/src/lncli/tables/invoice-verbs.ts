import { type Flag, number, text, yes } from "../flag.ts";
import type { Verb } from "../verb.ts";

const category = "Invoices";
const needsMacaroon = true;

const amounts = [
  number("integer", "amt", "how many satoshis it is for"),
  number("integer", "amt_msat", "how many thousandths of a satoshi it is for"),
];
const terms: readonly Flag[] = [
  text("description_hash", "the SHA-256 hash of a description, in place of the memo"),
  text("fallback_addr", "an address on the chain, in case that it cannot be paid otherwise"),
  number("integer", "expiry", "for how many seconds it can be paid; 0 stands for a day"),
  number("unsigned", "cltv_expiry_delta", "the least time lock of the last hop, in blocks"),
  yes("private", "add hints on how to reach the node; here there are none to add"),
];
const memo = text("memo", "what it is for");

/** The verbs about invoices; those of hold invoices are lncli's with the invoices subserver. */
export const invoiceVerbs: readonly Verb[] = [
  {
    name: "addinvoice",
    category,
    usage: "Makes an invoice.",
    takes: "value preimage",
    description: ["Without an amount, or with 0, the payer says how much to pay."],
    flags: [
      memo,
      text("preimage", "32 bytes in hexadecimal digits that settle it, instead of random ones"),
      ...amounts,
      ...terms,
      yes("amp", "make an AMP invoice"),
      yes("blind", "hide the node behind blinded paths; a simulated node has none"),
      number("unsigned", "min_real_blinded_hops", "only with --blind"),
      number("unsigned", "num_blinded_hops", "only with --blind"),
      number("unsigned", "max_blinded_paths", "only with --blind"),
      { names: ["blinded_path_omit_node"], kind: "list", usage: "only with --blind; repeatable" },
      text("blinded_path_incoming_channel_list", "only with --blind"),
    ],
    needsMacaroon,
    load: async () => (await import("../verbs/add-invoice.ts")).runAddInvoice,
  },
  {
    name: "lookupinvoice",
    category,
    usage: "Tells an invoice by its payment hash.",
    takes: "rhash",
    flags: [text("rhash", "the payment hash, 32 bytes in hexadecimal digits")],
    needsMacaroon,
    load: async () => (await import("../verbs/invoices.ts")).runLookupInvoice,
  },
  {
    name: "listinvoices",
    category,
    usage: "Lists invoices, the newest hundred when nothing else is asked for.",
    description: [
      "The reply's first_index_offset is the --index_offset of the page before it; with",
      "--paginate-forwards last_index_offset is that of the next one.",
    ],
    flags: [
      yes("pending_only", "only those that can still be paid or settled"),
      number("unsigned", "index_offset", "the add index to begin from, without that one"),
      number("unsigned", "max_invoices", "how many at most"),
      yes("paginate-forwards", "from older to newer ones"),
      number("unsigned", "creation_date_start", "not made before then, in Unix seconds"),
      number("unsigned", "creation_date_end", "not made after then, in Unix seconds"),
    ],
    needsMacaroon,
    load: async () => (await import("../verbs/invoices.ts")).runListInvoices,
  },
  {
    name: "decodepayreq",
    category,
    usage: "Tells what stands in a payment request.",
    takes: "pay_req",
    flags: [text("pay_req", "the payment request")],
    needsMacaroon,
    load: async () => (await import("../verbs/invoices.ts")).runDecodePayReq,
  },
  {
    name: "cancelinvoice",
    category,
    usage: "Cancels an invoice that is not settled.",
    takes: "paymenthash",
    flags: [text("paymenthash", "32 bytes in hexadecimal digits")],
    needsMacaroon,
    load: async () => (await import("../verbs/invoices.ts")).runCancelInvoice,
  },
  {
    name: "addholdinvoice",
    category,
    usage: "Makes an invoice that holds a payment until it is settled or canceled.",
    takes: "hash [amt]",
    flags: [memo, ...amounts, ...terms],
    needsMacaroon,
    load: async () => (await import("../verbs/add-invoice.ts")).runAddHoldInvoice,
  },
  {
    name: "settleinvoice",
    category,
    usage: "Settles a hold invoice that is paid, by its preimage.",
    takes: "preimage",
    flags: [text("preimage", "32 bytes in hexadecimal digits")],
    needsMacaroon,
    load: async () => (await import("../verbs/invoices.ts")).runSettleInvoice,
  },
];
