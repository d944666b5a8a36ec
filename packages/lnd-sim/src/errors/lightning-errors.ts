import { codedError, plainError } from "./error-row.ts";

const entities =
  "[onchain offchain address message remotesigner peers info invoices signer macaroon uri]";
const supported = `supported actions are [read write generate], supported entities are ${entities}`;

/**
 * lnd's refusals of calls of Lightning, Router, Invoices and the smaller services. Observed on v0.21.1, or on master
 * where both were asked, unless it says otherwise.
 */
export const lightningErrors = {
  // Amounts.
  satAndMsat: plainError("sat and msat arguments are mutually exclusive"),
  negativeAmount: plainError("amount cannot be negative"),

  // Invoices.
  duplicateInvoice: plainError("invoice with payment hash already exists"),
  /** Read in the source; the spelling is lnd's. */
  duplicatePaymentAddr: plainError("invoice with payemnt addr already exists"),
  preimageLength: plainError((length: number) => `invalid preimage length of ${length}, want 32`),
  hashLength: plainError((length: number) => `invalid hash length of ${length}, want 32`),
  lookupHashLength: plainError(
    (length: number) => `payment hash must be exactly 32 bytes, is instead ${length}`,
  ),
  /** Read in the source. */
  memoTooLarge: plainError(
    (bytes: number, most: number) => `memo too large: ${bytes} bytes (maxsize=${most})`,
  ),
  descriptionHashLength: plainError(
    (length: number) => `description hash is ${length} bytes, must be 32`,
  ),
  negativeInvoiceValue: plainError(
    (value: bigint) => `payments of negative value are not allowed, value is ${value}`,
  ),
  /** Read in the source. */
  invoiceAmountTooLarge: plainError(
    (amount: string, most: string) => `invoice amount ${amount} is too large, max is ${most}`,
  ),
  expiryTooLong: plainError(
    (seconds: string, most: string) =>
      `expiry of ${seconds} seconds greater than max expiry of ${most} seconds`,
  ),
  cltvDeltaTooLarge: plainError(
    (delta: string, most: number) =>
      `CLTV delta of ${delta} is too large, max accepted is: ${most}`,
  ),
  cltvDeltaTooSmall: plainError(
    (delta: string, least: number) =>
      `CLTV delta of ${delta} must be greater than minimum of ${least}`,
  ),
  invalidFallbackAddress: plainError((reason: string) => `invalid fallback address: ${reason}`),
  fallbackType: plainError("unknown fallback address type"),
  fallbackOtherNetwork: plainError((network: string) => `fallback address is not for ${network}`),
  emptyRouteHops: plainError("number of hop hint within a route must be positive"),
  /** Read in the source. */
  tooManyHints: plainError(
    (most: number) => `number of routing hints must not exceed maximum of ${most}`,
  ),
  preimageOnAmp: plainError("preimage set on AMP invoice"),
  /** This and the next: read in the source. */
  blindedAmp: plainError("AMP invoices with blinded paths are not yet supported"),
  blindedConfigUnset: plainError("blinded path config provided but IsBlinded not set"),
  noBlindedRoutes: plainError(
    "could not find any routes to self to use for blinded route construction",
  ),
  startAfterEnd: plainError(
    (start: string, end: string) => `start date(${start}) must be before end date(${end})`,
  ),
  invoiceNotLocated: codedError("NOT_FOUND", "unable to locate invoice"),
  noInvoices: plainError("there are no existing invoices"),
  /** Read in the source. */
  noInvoicesFound: codedError("NOT_FOUND", "there are no existing invoices"),
  invoiceNotFound: plainError("unable to locate invoice"),
  invoiceRefHash: codedError(
    "INVALID_ARGUMENT",
    (reason: string) => `unable to parse pay hash: ${reason}`,
  ),
  invoiceRefUnset: codedError("INVALID_ARGUMENT", "invoice ref must be set"),
  /** This and the next two: read in the source. */
  invoiceSettled: plainError("invoice already settled"),
  invoiceCanceled: plainError("invoice already canceled"),
  invoiceStillOpen: plainError("invoice still open"),

  // Payments.
  selfPayment: plainError("self-payments not allowed"),
  vertexLength: plainError((length: number) => `invalid vertex length of ${length}, want 33`),
  vertexTextLength: plainError(
    (length: number) => `invalid vertex string length of ${length}, want 66`,
  ),
  amountUnspecified: plainError("amount must be specified"),
  amountSpecified: plainError("amount must not be specified when paying a non-zero amount invoice"),
  destAndRequest: plainError("dest and payment_request cannot appear together"),
  /** This and the next two: read in the source. */
  hashAndRequest: plainError("payment_hash and payment_request cannot appear together"),
  cltvAndRequest: plainError("final_cltv_delta and payment_request cannot appear together"),
  zeroAmountUnspecified: plainError("amount must be specified when paying a zero amount invoice"),
  /** This and the next two: read in the source. */
  requestWithoutAddress: plainError(
    "payment request must contain either a payment address or blinded paths",
  ),
  ampFlagMissing: plainError(
    "the AMP flag (--amp or SendPaymentRequest.Amp) must be set to pay an AMP invoice",
  ),
  requestExpired: plainError((until: string) => `invoice expired. Valid until ${until}`),
  paymentInFlight: codedError("ALREADY_EXISTS", "payment is in transition"),
  alreadyPaid: codedError("ALREADY_EXISTS", "invoice is already paid"),
  paymentNotInitiated: codedError("NOT_FOUND", "payment isn't initiated"),
  nonBucketElement: plainError("non bucket element in payments bucket"),
  deleteAllAndSome: plainError(
    "`all_payments` cannot be set to true while either `failed_payments_only` or `failed_htlcs_only` is also set to true",
  ),
  deleteNothing: plainError(
    "at least one of the options `all_payments`, `failed_payments_only`, or `failed_htlcs_only` must be set to true",
  ),

  // Messages.
  nothingToSign: plainError("need a message to sign"),
  nothingToVerify: plainError("need a message to verify"),
  invalidZbase32: plainError(
    (at: number) => `failed to decode signature: illegal z-base-32 data at input byte ${at}`,
  ),

  // Macaroons.
  noPermissions: plainError(
    `permission list cannot be empty. specify at least one action/entity pair. ${supported}`,
  ),
  invalidEntity: plainError(`invalid permission entity. ${supported}`),
  invalidAction: plainError(`invalid permission action. ${supported}`),
  invalidUri: plainError(
    "invalid permission action, must be an existing URI in the format /package.Service/MethodName",
  ),
  defaultRootKeyKept: plainError("the specified ID cannot be deleted"),
  permissionsAndPath: plainError(
    "cannot check default permissions from full method and from provided permission list at the same time",
  ),
  permissionsPathMissing: plainError(
    "cannot check default permissions from full method without providing the full method name",
  ),
  /** What a call with the macaroon would have been told. */
  macaroonNotValid: codedError("INVALID_ARGUMENT", (reason: string) => reason),
  noDefaultPermissions: plainError(
    (path: string) => `no permissions found for full method ${path}`,
  ),

  // The chain, the graph, channels and peers.
  accountNotFound: plainError((name: string) => `account name '${name}' not found`),
  activeAndInactive: plainError("either `active_only` or `inactive_only` can be set, but not both"),
  publicAndPrivate: plainError("either `public_only` or `private_only` can be set, but not both"),
  noFeePreference: plainError("no fee preference specified"),
  minConfirmations: plainError("min confirmations must be >= 0"),
  maxConfirmations: plainError("max confirmations must be >= min confirmations"),
  accountNumber: plainError(
    "failed to convert private key for account: account number may not exceed 2147483647",
  ),
  confirmationTarget: plainError("confirmation target must be greater than 0"),
  nextAddressType: plainError((type: string) => `invalid address type for next address: ${type}`),
  invalidPeerKey: plainError((reason: string) => `invalid \`peer\` key: ${reason}`),
  nodeNotFound: codedError("NOT_FOUND", "unable to find node"),
  authProofAlone: plainError("include_auth_proof depends on include_channels"),
  channelUnspecified: plainError("specify either chan_id or chan_point"),
  edgeNotFound: codedError("NOT_FOUND", "edge not found"),
  noFundingAmount: plainError("local funding amount must be non-zero"),
  noPeerAddress: plainError("need: lnc pubkeyhash@hostname"),
  undecodablePeer: plainError((reason: string) => `unable to decode pubkey bytes: ${reason}`),
  unparsablePeer: plainError((reason: string) => `unable to parse pubkey: ${reason}`),
  peerNotConnected: plainError(
    (key: string) => `unable to disconnect peer: peer ${key} is not connected`,
  ),
  targetChannelNotFound: plainError("unable to find target channel"),
  insufficientBalance: plainError("insufficient local balance"),
  htlcLookupOff: codedError(
    "UNAVAILABLE",
    "cannot lookup with flag --store-final-htlc-resolutions=false",
  ),

  // Logging.
  invalidDebugLevel: plainError((reason: string) => `the specified ${reason}`),

  // Smaller services.
  watchtowerInactive: plainError("watchtower not active"),
  watchtowerClientInactive: plainError("watchtower client not active"),
  neutrinoInactive: plainError("no active neutrino instance"),
} as const;
