import { createHash } from "node:crypto";
import { LndError } from "../errors.ts";
import { encodeAmount } from "./amount.ts";
import { encodeBech32, numberToWords, toBytes, toWords } from "./bech32-words.ts";
import { fieldKinds, type HopHint, hopHintBytes, type PaymentRequest } from "./payment-request.ts";

/** Signs 32 bytes: 64 bytes of signature, and which of the possible public keys the right one is. */
export type SignDigest = (digest: Buffer) => {
  readonly signature: Buffer;
  readonly recoveryId: number;
};

const timestampWords = 7;
/** What two words can count. */
const mostFieldWords = 1023;

/** A payment request as text, its fields in lnd's order, signed. Throws LndError. Mirrors: lnd zpay32 Invoice.Encode. */
export function encodePaymentRequest(request: PaymentRequest, sign: SignDigest): string {
  const prefix = `ln${request.networkPrefix}${
    request.amountMsat === undefined ? "" : encodeAmount(request.amountMsat)
  }`;
  const timestamp = numberToWords(request.timestampUnix);
  const words = [
    ...Array.from({ length: timestampWords - timestamp.length }, () => 0),
    ...timestamp,
    ...fieldsOf(request),
  ];
  const signed = Buffer.concat([Buffer.from(prefix), toBytes(words, true)]);
  const { signature, recoveryId } = sign(createHash("sha256").update(signed).digest());
  const signatureWords = toWords(Buffer.concat([signature, Buffer.from([recoveryId])]));
  return encodeBech32({ prefix, words: [...words, ...signatureWords] });
}

function fieldsOf(request: PaymentRequest): readonly number[] {
  const { description, descriptionHash, minFinalCltvDelta, expirySeconds, fallback } = request;
  return [
    ...field(fieldKinds.p, toWords(request.paymentHash)),
    ...(description === undefined ? [] : field(fieldKinds.d, toWords(Buffer.from(description)))),
    ...(descriptionHash === undefined ? [] : field(fieldKinds.h, toWords(descriptionHash))),
    ...(minFinalCltvDelta === undefined
      ? []
      : field(fieldKinds.c, numberToWords(minFinalCltvDelta))),
    ...(expirySeconds === undefined ? [] : field(fieldKinds.x, numberToWords(expirySeconds))),
    ...(fallback === undefined
      ? []
      : field(fieldKinds.f, [fallback.version, ...toWords(fallback.program)])),
    ...request.routeHints.flatMap((hops) =>
      field(fieldKinds.r, toWords(Buffer.concat(hops.map(hopBytes)))),
    ),
    ...(request.paymentAddr === undefined ? [] : field(fieldKinds.s, toWords(request.paymentAddr))),
    ...(request.features.length === 0
      ? []
      : field(fieldKinds.features, featureWords(request.features))),
  ];
}

/** Kind, length in two words, and the words themselves. */
function field(kind: number, words: readonly number[]): readonly number[] {
  if (words.length > mostFieldWords) throw new LndError("fieldTooLong", words.length);
  return [kind, words.length >> 5, words.length & 31, ...words];
}

function hopBytes(hop: HopHint): Buffer {
  const bytes = Buffer.alloc(hopHintBytes);
  bytes.set(hop.nodeId, 0);
  bytes.writeBigUInt64BE(hop.channelId, 33);
  bytes.writeUInt32BE(hop.feeBaseMsat, 41);
  bytes.writeUInt32BE(hop.feeProportionalMillionths, 45);
  bytes.writeUInt16BE(hop.cltvExpiryDelta & 0xffff, 49);
  return bytes;
}

/** The bits of a feature vector, the first one lowest, in as few words as hold them. */
function featureWords(features: readonly number[]): readonly number[] {
  const words = Array.from({ length: Math.floor(Math.max(...features) / 5) + 1 }, () => 0);
  for (const bit of features) {
    const place = words.length - 1 - Math.floor(bit / 5);
    words[place] = (words[place] ?? 0) | (1 << (bit % 5));
  }
  return words;
}
