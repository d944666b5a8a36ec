import { plainError } from "./error-row.ts";

/**
 * What lnd says of a macaroon that it does not take. The first five were observed on master and on v0.20.1, the
 * others by handing a v0.20.1 macaroons that were bent on purpose.
 */
export const macaroonErrors = {
  expectedOneMacaroon: plainError((count: number) => `expected 1 macaroon, got ${count}`),
  /** A value that one of lnd's libraries refuses, in its words: `encoding/hex: odd length hex string`. */
  refusedValue: plainError((reason: string) => reason),
  unmarshalV2: plainError((reason: string) => `unmarshal v2: ${reason}`),
  signatureMismatch: plainError(
    "verification failed: signature mismatch after caveat verification",
  ),
  permissionDenied: plainError("permission denied"),

  emptyMacaroon: plainError("empty macaroon data"),
  unknownMacaroonFormat: plainError("cannot determine data format of binary-encoded macaroon"),
  unknownMacaroonVersion: plainError("unknown macaroon version: v1"),
  unmarshalV1: plainError((reason: string) => `unmarshal v1: ${reason}`),
  invalidMacaroonId: plainError("invalid ID"),
  invalidMacaroonIdBytes: plainError(
    "cannot retrieve macaroon: cannot unmarshal macaroon id: proto: cannot parse invalid " +
      "wire-format data",
  ),
  invalidMacaroonIdText: plainError(
    "cannot retrieve macaroon: cannot unmarshal macaroon id: string field contains invalid UTF-8",
  ),
  noOperations: plainError("cannot retrieve macaroon: no operations found in macaroon"),
  unknownRootKey: plainError(
    (id: string) =>
      `cannot retrieve macaroon: cannot get macaroon: root key with id ${id} doesn't exist`,
  ),
  noDischarge: plainError(
    (caveatIdHex: string) =>
      `verification failed: cannot find discharge macaroon for caveat ${caveatIdHex}`,
  ),
  unservedMethod: plainError((path: string) => `${path}: unknown permissions required for method`),
  /** Read in v0.20.1's source: a call between the unlock and the macaroon service's start. */
  serviceNotReady: plainError("unable to determine macaroon permissions"),
  /** A caveat that does not hold, or a text that is no caveat; with one of the reasons below. */
  caveatNotSatisfied: plainError(
    (quoted: string, reason: string) => `caveat ${quoted} not satisfied: ${reason}`,
  ),
  unparsableCaveat: plainError(
    (quoted: string, reason: string) => `cannot parse caveat ${quoted}: ${reason}`,
  ),
} as const;

/** Why, in the errors above that give a reason. */
export const macaroonReasons = {
  // unmarshalV2
  sectionTooLong: "section extends past end of buffer",
  fieldTooLong: "field data extends past end of buffer",
  varintTooLong: "varint value extends past end of buffer",
  varintTooLarge: "varint value out of range",
  fieldsOutOfOrder: "fields out of order",
  invalidHeader: "invalid macaroon header",
  noCaveatId: "no identifier in caveat",
  caveatLocation: "location not allowed in first party caveat",
  caveatExtraFields: "extra fields found in caveat",
  caveatInvalidField: "invalid field found in caveat",
  noSignature: "unexpected field found instead of signature",
  signatureLength: "signature has unexpected length",

  // unmarshalV1
  packetTooShort: "packet too short",
  packetSize: "cannot parse size",
  packetTooBig: "packet size too big",
  packetTooSmall: "packet size too small",

  // caveatNotSatisfied and unparsableCaveat
  emptyCaveat: "empty caveat",
  spacedCaveat: "caveat starts with space character",
  unknownCaveat: "caveat not recognized",
  errorCaveat: "bad caveat",
  expired: "macaroon has expired",
  otherIp: "macaroon locked to different IP address",
  otherIpRange: "macaroon locked to different IP range",
  invalidIpRange: (range: string) =>
    `unable to parse macaroon IP range: invalid CIDR address: ${range}`,
  emptyCustomCaveat: "expected custom caveat, got empty string",
  spacedCustomCaveat: "unexpected white space found in caveat condition",
  noMiddleware: (name: string) =>
    `cannot accept macaroon with custom caveat '${name}', no middleware registered to handle it`,
  invalidTime: (quoted: string, quotedRest: string, quotedPart: string) =>
    `parsing time ${quoted} as "2006-01-02T15:04:05.999999999Z07:00": cannot parse ` +
    `${quotedRest} as ${quotedPart}`,
  timeOutOfRange: (quoted: string, part: string) => `parsing time ${quoted}: ${part} out of range`,
  timeExtraText: (quoted: string, quotedRest: string) =>
    `parsing time ${quoted}: extra text: ${quotedRest}`,
} as const;
