/** One hop that a payer may take to a node that is not announced. */
export interface HopHint {
  /** A compressed public key, 33 bytes. */
  readonly nodeId: Buffer;
  readonly channelId: bigint;
  readonly feeBaseMsat: number;
  readonly feeProportionalMillionths: number;
  readonly cltvExpiryDelta: number;
}

/** A bitcoin address that may be paid instead, as its script sees it. */
export interface FallbackAddress {
  /** The witness version (0 and 1), 17 for a public key's hash, 18 for a script's hash. */
  readonly version: number;
  /** The witness program, or the hash. */
  readonly program: Buffer;
}

/** What a payment request says (BOLT 11). */
export interface PaymentRequest {
  /** `lnbcrt` without `ln`. */
  readonly networkPrefix: string;
  /** Absent: any amount. */
  readonly amountMsat?: bigint;
  readonly timestampUnix: number;
  readonly paymentHash: Buffer;
  readonly paymentAddr?: Buffer;
  readonly description?: string;
  readonly descriptionHash?: Buffer;
  readonly expirySeconds?: number;
  readonly minFinalCltvDelta?: number;
  readonly fallback?: FallbackAddress;
  readonly routeHints: readonly (readonly HopHint[])[];
  /** Feature bits, ascending. */
  readonly features: readonly number[];
  /** The payee's public key as a field; left out of lnd's own requests, since the signature tells it. */
  readonly destination?: Buffer;
}

/** The kinds of fields, by the value of their letter. */
export const fieldKinds = {
  p: 1,
  r: 3,
  features: 5,
  x: 6,
  f: 9,
  d: 13,
  s: 16,
  n: 19,
  b: 20,
  h: 23,
  c: 24,
} as const;

/** Bytes of one hop in a route hint. */
export const hopHintBytes = 51;

/** The longest payment request that lnd takes, in characters. */
export const maxRequestLength = 7089;

/** What an expiry is when a request says none. */
export const defaultExpirySeconds = 3600;

/** What the last hop's delta is when a request says none. */
export const defaultFinalCltvDelta = 18;
