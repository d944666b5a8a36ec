import type * as lnd from "@leaderlab/proto/lnd";
import type { PaymentAttempt, PaymentRecord } from "./payment-record.ts";

const noPreimage = "00".repeat(32);

/** A payment as lnd shows it. Mirrors: lnd routerrpc MarshallPayment. */
export function describePayment(payment: PaymentRecord, blockHeight: number): lnd.PaymentInput {
  const { attempt } = payment;
  const inSat = String(BigInt(payment.valueMsat) / 1000n);
  return {
    payment_hash: payment.hash,
    value: inSat,
    creation_date: Math.floor(payment.createdUnixMs / 1000),
    fee: 0,
    payment_preimage: payment.preimage === "" ? noPreimage : payment.preimage,
    value_sat: inSat,
    value_msat: payment.valueMsat,
    payment_request: payment.paymentRequest,
    status: payment.status,
    creation_time_ns: nanoseconds(payment.createdUnixMs),
    htlcs: attempt === undefined ? [] : [describeAttempt(payment, attempt, blockHeight)],
    payment_index: payment.index,
    failure_reason: payment.failureReason,
    first_hop_custom_records: Object.fromEntries(
      Object.entries(payment.firstHopRecords).map(([key, hex]) => [key, Buffer.from(hex, "hex")]),
    ),
  };
}

function describeAttempt(
  payment: PaymentRecord,
  attempt: PaymentAttempt,
  blockHeight: number,
): lnd.HTLCAttemptInput {
  const totalTimeLock = blockHeight + payment.finalCltvDelta;
  const inSat = String(BigInt(payment.valueMsat) / 1000n);
  const total = { total_amt: inSat, total_amt_msat: payment.valueMsat };
  const forwarded = { amt_to_forward: inSat, amt_to_forward_msat: payment.valueMsat };
  return {
    attempt_id: attempt.id,
    status: attempt.status,
    attempt_time_ns: nanoseconds(attempt.startUnixMs),
    resolve_time_ns: nanoseconds(attempt.endUnixMs),
    preimage: Buffer.from(payment.preimage, "hex"),
    route: {
      total_time_lock: totalTimeLock,
      ...total,
      hops: [
        {
          chan_id: attempt.chanId,
          chan_capacity: inSat,
          ...forwarded,
          expiry: totalTimeLock,
          pub_key: payment.destination,
          tlv_payload: true,
          mpp_record: {
            payment_addr: Buffer.from(payment.paymentAddr, "hex"),
            total_amt_msat: payment.valueMsat,
          },
        },
      ],
    },
  };
}

function nanoseconds(unixMs: number): string {
  return String(BigInt(Math.floor(unixMs)) * 1_000_000n);
}
