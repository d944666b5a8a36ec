import * as lnd from "@leaderlab/proto/lnd";
import { hexOf } from "../argument.ts";
import { cancelOnSignal } from "../cancel-on-signal.ts";
import { LncliError, lncliTexts } from "../lncli-texts.ts";
import type { RunVerb } from "../verb.ts";
import { callAndPrint } from "./call-and-print.ts";
import { showLivePayment } from "./live-payment.ts";

/** `lncli trackpayment` */
export const runTrackPayment: RunVerb = async (call) => {
  const { connection, flags, rest, terminal } = call;
  const signal = cancelOnSignal(terminal);
  const [digits] = rest;
  if (digits === undefined) throw new LncliError(lncliTexts.missing("hash"));
  const request = { payment_hash: hexOf(digits) };
  const { TrackPaymentV2 } = lnd.router.methods;
  const payments = connection.serverStream(TrackPaymentV2, request, signal);
  await showLivePayment(call, payments, { isJson: flags.boolean("json"), signal });
};

/** `lncli listpayments` */
export const runListPayments = callAndPrint(
  ({ lightning }) => lightning.methods.ListPayments,
  ({ flags }) => ({
    include_incomplete: flags.boolean("include_incomplete"),
    index_offset: String(flags.unsigned("index_offset")),
    max_payments: String(flags.unsigned("max_payments")),
    reversed: !flags.boolean("paginate_forwards"),
    count_total_payments: flags.boolean("count_total_payments"),
    creation_date_start: String(flags.unsigned("creation_date_start")),
    creation_date_end: String(flags.unsigned("creation_date_end")),
    omit_hops: flags.boolean("omit_hops"),
  }),
);
