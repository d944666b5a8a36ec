import * as lnd from "@leaderlab/proto/lnd";
import { type Implementation, implement } from "@leaderlab/rpc";
import { LndError } from "../errors.ts";
import { describePayment } from "../payments/describe-payment.ts";
import { readIntent } from "../payments/payment-intent.ts";
import type { PaymentRecord } from "../payments/payment-record.ts";
import type { LightningParts } from "./lightning/lightning-parts.ts";

/** lnd's Router service: payments. */
export function createRouterService(parts: LightningParts): Implementation {
  const { served, facts } = parts;
  const describe = (payment: PaymentRecord) => describePayment(payment, facts().tip.height);
  async function* describeAll(payments: AsyncIterable<PaymentRecord>, isFinalOnly: boolean) {
    for await (const payment of payments) {
      if (!isFinalOnly || payment.status !== "IN_FLIGHT") yield describe(payment);
    }
  }
  return implement(lnd.router, {
    async *SendPaymentV2(request, call) {
      const { identity, network, invoiceMaker, payments } = served();
      const intent = readIntent(request, { identity, network, clock: invoiceMaker.clock });
      const begun = await payments.begin(intent);
      yield* describeAll(
        from(begun, payments.track(begun.hash, call.signal)),
        request.no_inflight_updates,
      );
    },
    async *TrackPaymentV2({ payment_hash, no_inflight_updates }, call) {
      if (payment_hash.length !== 32) throw new LndError("hashLength", payment_hash.length);
      const { payments } = served();
      const hash = payment_hash.toString("hex");
      if ((await payments.find(hash)) === undefined) throw new LndError("paymentNotInitiated");
      yield* describeAll(payments.track(hash, call.signal), no_inflight_updates);
    },
    TrackPayments: ({ no_inflight_updates }, call) =>
      describeAll(served().payments.trackAll(call.signal), no_inflight_updates),
    QueryMissionControl: () => ({}),
    ResetMissionControl: () => ({}),
    GetMissionControlConfig: () => ({ config: missionControl }),
  });
}

/** The payment as it began, and then as it becomes, without the same once more. */
async function* from(
  begun: PaymentRecord,
  payments: AsyncIterable<PaymentRecord>,
): AsyncIterable<PaymentRecord> {
  yield begun;
  const first = JSON.stringify(begun);
  for await (const payment of payments) if (JSON.stringify(payment) !== first) yield payment;
}

/** lnd's defaults of what it learns from payments. */
const apriori = { half_life_seconds: 3600, hop_probability: 0.6, weight: 0.5 } as const;
const missionControl = {
  ...apriori,
  maximum_payment_results: 1000,
  minimum_failure_relax_interval: 60,
  model: "APRIORI",
  apriori: { ...apriori, capacity_fraction: 0.9999 },
} as const;
