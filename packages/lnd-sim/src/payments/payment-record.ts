/** How it stands with a payment. */
export type PaymentStatus = "IN_FLIGHT" | "SUCCEEDED" | "FAILED";

/** Why a payment has failed. */
export type FailureReason =
  | "FAILURE_REASON_NONE"
  | "FAILURE_REASON_INCORRECT_PAYMENT_DETAILS"
  | "FAILURE_REASON_INSUFFICIENT_BALANCE";

/** The one way that a payment takes. */
export interface PaymentAttempt {
  readonly id: number;
  /** The channel that it is shown to take. */
  readonly chanId: string;
  readonly status: "IN_FLIGHT" | "SUCCEEDED" | "FAILED";
  readonly startUnixMs: number;
  /** 0: under way. */
  readonly endUnixMs: number;
}

/** A payment as it is kept. Bytes are hexadecimal digits, amounts are decimal, in thousandths of a satoshi. */
export interface PaymentRecord {
  /** From 1 on, in the order of beginning. */
  readonly index: number;
  readonly hash: string;
  readonly destination: string;
  readonly paymentAddr: string;
  readonly valueMsat: string;
  readonly paymentRequest: string;
  readonly finalCltvDelta: number;
  readonly createdUnixMs: number;
  readonly status: PaymentStatus;
  readonly failureReason: FailureReason;
  /** Empty until the payment has succeeded. */
  readonly preimage: string;
  /** Undefined while none has been made. */
  readonly attempt?: PaymentAttempt;
  /** Records for the first hop, by their number, in hexadecimal. */
  readonly firstHopRecords: Readonly<Record<string, string>>;
}

/** What a payment is before it has begun. */
export type NewPayment = Omit<
  PaymentRecord,
  "index" | "status" | "failureReason" | "preimage" | "attempt"
>;
