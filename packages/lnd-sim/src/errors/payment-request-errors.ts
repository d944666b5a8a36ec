import { plainError } from "./error-row.ts";

/** What lnd says of a text that is no payment request. Read in v0.21.1's source; those of the examples observed. */
export const paymentRequestErrors = {
  /** This and the next two: observed. */
  bech32Length: plainError((length: number) => `invalid bech32 string length ${length}`),
  bech32MixedCase: plainError("string not all lowercase or all uppercase"),
  bech32Separator: plainError((_at: number) => "invalid index of 1"),
  bech32Character: plainError((character: string) => `invalid character in string: '${character}'`),
  bech32Charset: plainError(
    (code: number) =>
      `failed converting data to bytes: invalid character not part of charset: ${code}`,
  ),
  /** Observed. */
  bech32Checksum: plainError(
    (expected: string, given: string) => `checksum failed. Expected ${expected}, got ${given}.`,
  ),
  bech32Padding: plainError("invalid incomplete group"),
  bech32Number: plainError((length: number) => `cannot parse data of length ${length} as uint64`),

  requestTooLarge: plainError("invoice is too large"),
  requestPrefixTooShort: plainError("hrp too short"),
  /** This and the next: observed. */
  requestPrefix: plainError('prefix should be "ln"'),
  requestNetwork: plainError(
    (network: string) => `invoice not for current active network '${network}'`,
  ),
  shortRequest: plainError("short invoice"),
  shortRequestData: plainError((length: number) => `data too short: ${length}`),
  brokenTaggedField: plainError("last tagged field is broken"),
  invalidFieldLength: plainError("invalid field length"),
  requestSignature: plainError("invalid invoice signature"),
  requestWithoutHash: plainError("no payment hash found"),
  requestDescribedTwice: plainError("both description and description hash set"),
  requestNotDescribed: plainError("neither description nor description hash set"),
  descriptionNotText: plainError("description is not valid UTF-8"),
  emptyFallback: plainError("empty fallback address field"),
  fallbackProgramLength: plainError((length: number) => `unknown witness program length ${length}`),
  hopHintLength: plainError("length is not a multiple of hop hint length"),
  emptyRouteHint: plainError("route hint field contains no hop data"),
  /** This and the next two: observed. */
  publicKeyLength: plainError(
    (length: number) => `malformed public key: invalid length: ${length}`,
  ),
  publicKeyInvalid: plainError((reason: string) => `invalid public key: ${reason}`),
  fieldTooLong: plainError(
    (words: number) => `data length too big to fit within 10 bits: ${words}`,
  ),

  unknownMultiplier: plainError((unit: string) => `unknown multiplier ${unit}`),
  emptyAmount: plainError("number must be non-empty"),
  amountBelowPico: plainError("minimum amount is 10p"),
  amountNotInMsat: plainError((pico: bigint) => `amount ${pico} pBTC not expressible in msat`),
} as const;
