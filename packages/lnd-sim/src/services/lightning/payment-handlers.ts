import { LndError } from "../../errors.ts";
import { describePayment } from "../../payments/describe-payment.ts";
import type { PaymentRecord } from "../../payments/payment-record.ts";
import { checkSpan, listFrom } from "./invoice-handlers.ts";
import type { LightningHandlers, LightningParts } from "./lightning-parts.ts";

/** Calls about payments that have been made; they are made by the Router service. */
export function paymentHandlers({ served, facts }: LightningParts): LightningHandlers {
  return {
    async ListPayments(request) {
      checkSpan(request);
      const most = Number(request.max_payments) || Number.POSITIVE_INFINITY;
      const [start, end] = [Number(request.creation_date_start), Number(request.creation_date_end)];
      const found: PaymentRecord[] = [];
      for await (const payment of served().payments.list(listFrom(request))) {
        const created = Math.floor(payment.createdUnixMs / 1000);
        if (!request.include_incomplete && payment.status !== "SUCCEEDED") continue;
        if (created < start || (end !== 0 && created > end)) continue;
        found.push(payment);
        if (found.length >= most) break;
      }
      if (request.reversed) found.reverse();
      return {
        payments: found.map((payment) => describePayment(payment, facts().tip.height)),
        first_index_offset: found.at(0)?.index ?? 0,
        last_index_offset: found.at(-1)?.index ?? 0,
        total_num_payments: request.count_total_payments ? await count(served().payments) : 0,
      };
    },
    async DeletePayment({ payment_hash }) {
      if (payment_hash.length !== 32) throw new LndError("hashLength", payment_hash.length);
      const isThere = await served().payments.delete(payment_hash.toString("hex"));
      if (!isThere) throw new LndError("nonBucketElement");
      return { status: "payment deleted" };
    },
    async DeleteAllPayments(request) {
      const { all_payments, failed_payments_only, failed_htlcs_only } = request;
      const isPartial = failed_payments_only || failed_htlcs_only;
      if (!all_payments && !isPartial) throw new LndError("deleteNothing");
      if (all_payments && isPartial) throw new LndError("deleteAllAndSome");
      let deleted = 0;
      for await (const payment of served().payments.list({ offset: 0, isReversed: false })) {
        if (payment.status === "IN_FLIGHT" || failed_htlcs_only) continue;
        if (failed_payments_only && payment.status !== "FAILED") continue;
        if (await served().payments.delete(payment.hash)) deleted += 1;
      }
      return { status: `${deleted} payments deleted, failed_htlcs_only=${failed_htlcs_only}` };
    },
  };
}

async function count(payments: {
  list(from: { offset: number; isReversed: boolean }): AsyncIterable<PaymentRecord>;
}): Promise<number> {
  let total = 0;
  for await (const _payment of payments.list({ offset: 0, isReversed: false })) total += 1;
  return total;
}
