import { type Flag, number, text, yes } from "../flag.ts";
import type { Verb } from "../verb.ts";

const category = "Payments";
const needsMacaroon = true;
const minute = 60_000_000_000n;

/** The flags of every verb that pays. */
const paymentFlags: readonly Flag[] = [
  text("pay_req", "the payment request to pay"),
  number("integer", "fee_limit", "the most to pay in fees, in satoshis"),
  number("integer", "fee_limit_percent", "the most to pay in fees, in percent of the amount"),
  {
    names: ["timeout"],
    kind: "duration",
    usage: "for how long to look for ways to pay",
    initial: minute,
  },
  yes("cancelable", "stop looking for ways to pay when this command is ended"),
  number("unsigned", "cltv_limit", "the longest time lock, in blocks"),
  text("last_hop", "the public key of the last node before the payee"),
  { names: ["outgoing_chan_id"], kind: "list", usage: "a channel to begin with; repeatable" },
  yes("force, f", "do not ask whether to pay"),
  yes("allow_self_payment", "pay in a circle, to the node itself"),
  text("data", "records for the payee: ID=HEX,ID=HEX …, IDs from 65536 on"),
  yes("inflight_updates", "with --json: print the payment whenever it changes"),
  {
    names: ["max_parts"],
    kind: "unsigned",
    usage: "in how many parts at most",
    initial: 16n,
  },
  yes("json", "print the payment as JSON instead of a table"),
  number("unsigned", "max_shard_size_sat", "the largest part, in satoshis"),
  number("unsigned", "max_shard_size_msat", "the largest part, in thousandths of a satoshi"),
  yes("amp", "pay by AMP, which a simulated node refuses"),
  { names: ["time_pref"], kind: "float", usage: "cheap (-1) or fast (1)" },
];

/** The verbs that pay, and those about payments. */
export const paymentVerbs: readonly Verb[] = [
  {
    name: "sendpayment",
    category,
    usage: "Pays a payment request, or a node.",
    takes: "dest amt payment_hash final_cltv_delta pay_addr | --pay_req=R [--pay_addr=H]",
    flags: [
      ...paymentFlags,
      text("dest, d", "the public key of the payee"),
      number("integer", "amt, a", "how many satoshis to pay"),
      text("payment_hash, r", "the hash of the payment, in hexadecimal digits"),
      number("integer", "final_cltv_delta", "the time lock of the last hop, in blocks"),
      text("pay_addr", "the payment address of the invoice, in hexadecimal digits"),
      yes("keysend", "pay by keysend, which no simulated node takes"),
      text("route_hints", "hints on how to reach the payee, as JSON"),
    ],
    needsMacaroon,
    connectsLate: true,
    isUndecorated: true,
    load: async () => (await import("../verbs/send-payment.ts")).runSendPayment,
  },
  {
    name: "payinvoice",
    category,
    usage: "Pays a payment request.",
    takes: "pay_req",
    flags: [...paymentFlags, number("integer", "amt", "how much to pay when it does not say it")],
    needsMacaroon,
    load: async () => (await import("../verbs/send-payment.ts")).runPayInvoice,
  },
  {
    name: "trackpayment",
    category,
    usage: "Follows a payment until it has ended.",
    takes: "hash",
    flags: [yes("json", "print the payment as JSON instead of a table")],
    needsMacaroon,
    load: async () => (await import("../verbs/track-payment.ts")).runTrackPayment,
  },
  {
    name: "listpayments",
    category,
    usage: "Lists payments that were made.",
    description: [
      "The reply's first_index_offset is the --index_offset of the page before it; with",
      "--paginate_forwards last_index_offset is that of the next one.",
    ],
    flags: [
      yes("include_incomplete", "with those that are under way and those that have failed"),
      number("unsigned", "index_offset", "the payment to begin from, without that one"),
      number("unsigned", "max_payments", "how many at most"),
      yes("paginate_forwards", "from older to newer ones"),
      yes("count_total_payments", "count all payments that there are"),
      number("unsigned", "creation_date_start", "not begun before then, in Unix seconds"),
      number("unsigned", "creation_date_end", "not begun after then, in Unix seconds"),
      yes("omit_hops", "without the ways that they took"),
    ],
    needsMacaroon,
    load: async () => (await import("../verbs/track-payment.ts")).runListPayments,
  },
];
