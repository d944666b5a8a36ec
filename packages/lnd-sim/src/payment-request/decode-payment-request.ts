import { createHash } from "node:crypto";
import { LndError } from "../errors.ts";
import { decodeAmount } from "./amount.ts";
import { decodeBech32, toBytes, wordsToNumber } from "./bech32-words.ts";
import { parsePublicKey } from "./parse-public-key.ts";
import {
  defaultExpirySeconds,
  defaultFinalCltvDelta,
  type FallbackAddress,
  fieldKinds,
  type HopHint,
  hopHintBytes,
  maxRequestLength,
  type PaymentRequest,
} from "./payment-request.ts";
import { recoverPublicKey, verifyDigest } from "./public-key.ts";

/** A payment request that was read: who is paid, and nothing left open that has a default. */
export interface DecodedRequest extends PaymentRequest {
  /** A compressed public key, 33 bytes. */
  readonly destination: Buffer;
  readonly expirySeconds: number;
  readonly minFinalCltvDelta: number;
}

/** The network that a request must be for. */
export interface RequestNetwork {
  readonly name: string;
  /** `bcrt` of `lnbcrt`. */
  readonly prefix: string;
}

const signatureWords = 104;
const timestampWords = 7;
const hashWords = 52;
const publicKeyWords = 53;

/** Reads a payment request. Throws LndError, for the first thing that is wrong. Mirrors: lnd zpay32 Decode. */
export function decodePaymentRequest(text: string, network: RequestNetwork): DecodedRequest {
  if (text.length > maxRequestLength) throw new LndError("requestTooLarge");
  const { prefix, words } = decodeBech32(text);
  if (prefix.length < 3) throw new LndError("requestPrefixTooShort");
  if (!prefix.startsWith("ln")) throw new LndError("requestPrefix");
  if (!prefix.startsWith(network.prefix, 2)) throw new LndError("requestNetwork", network.name);
  const amount = prefix.slice(2 + network.prefix.length);
  const amountMsat = amount === "" ? undefined : decodeAmount(amount);
  if (words.length < signatureWords) throw new LndError("shortRequest");
  const signedWords = words.slice(0, -signatureWords);
  if (signedWords.length < timestampWords)
    throw new LndError("shortRequestData", signedWords.length);
  const fields = readFields(signedWords.slice(timestampWords));
  const signed = Buffer.concat([Buffer.from(prefix), toBytes(signedWords, true)]);
  const signature = toBytes(words.slice(-signatureWords), true);
  const digest = createHash("sha256").update(signed).digest();
  const destination = payeeOf(fields.destination, digest, signature);
  const { paymentHash, description, descriptionHash } = fields;
  if (paymentHash === undefined) throw new LndError("requestWithoutHash");
  if (description !== undefined && descriptionHash !== undefined) {
    throw new LndError("requestDescribedTwice");
  }
  if (description === undefined && descriptionHash === undefined) {
    throw new LndError("requestNotDescribed");
  }
  return {
    features: [],
    expirySeconds: defaultExpirySeconds,
    minFinalCltvDelta: defaultFinalCltvDelta,
    ...fields,
    networkPrefix: network.prefix,
    ...(amountMsat !== undefined && { amountMsat }),
    timestampUnix: Number(wordsToNumber(signedWords.slice(0, timestampWords))),
    paymentHash,
    destination,
  };
}

function payeeOf(named: Buffer | undefined, digest: Buffer, signature: Buffer): Buffer {
  const compact = signature.subarray(0, 64);
  if (named !== undefined) {
    if (!verifyDigest(compact, digest, named)) throw new LndError("requestSignature");
    return named;
  }
  const recovered = recoverPublicKey(compact, signature[64] ?? 0, digest);
  if (recovered === undefined) throw new LndError("requestSignature");
  return recovered;
}

type Fields = { -readonly [F in keyof PaymentRequest]?: PaymentRequest[F] } & {
  routeHints: (readonly HopHint[])[];
};

/** The tagged fields; of one that is given twice the first counts, and an unknown one is passed over. */
function readFields(words: readonly number[]): Fields {
  const fields: Fields = { routeHints: [] };
  for (let at = 0; at < words.length; ) {
    if (words.length - at < 3) throw new LndError("brokenTaggedField");
    const [kind = 0, high = 0, low = 0] = words.slice(at, at + 3);
    const end = at + 3 + (high << 5) + low;
    if (end > words.length) throw new LndError("invalidFieldLength");
    readers[kind]?.(fields, words.slice(at + 3, end));
    at = end;
  }
  return fields;
}

type ReadField = (fields: Fields, words: readonly number[]) => void;

/** A field of which only the first one counts; `read` gives undefined for one that is to be passed over. */
function first<F extends keyof Fields>(
  name: F,
  read: (words: readonly number[]) => Fields[F] | undefined,
): ReadField {
  return (fields, words) => {
    if (fields[name] !== undefined) return;
    const value = read(words);
    if (value !== undefined) fields[name] = value;
  };
}

const readHash = (words: readonly number[]) =>
  words.length === hashWords ? toBytes(words) : undefined;

const readers: { readonly [kind: number]: ReadField } = {
  [fieldKinds.p]: first("paymentHash", readHash),
  [fieldKinds.s]: first("paymentAddr", readHash),
  [fieldKinds.h]: first("descriptionHash", readHash),
  [fieldKinds.d]: first("description", (words) => readText(toBytes(words))),
  [fieldKinds.n]: first("destination", (words) =>
    words.length === publicKeyWords ? parsePublicKey(toBytes(words)) : undefined,
  ),
  [fieldKinds.x]: first("expirySeconds", (words) => Number(wordsToNumber(words))),
  [fieldKinds.c]: first("minFinalCltvDelta", (words) => Number(wordsToNumber(words))),
  [fieldKinds.f]: first("fallback", readFallback),
  [fieldKinds.features]: first("features", readFeatures),
  [fieldKinds.r]: (fields, words) => fields.routeHints.push(readHops(toBytes(words))),
};

const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

function readText(bytes: Buffer): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new LndError("descriptionNotText");
  }
}

function readFallback(words: readonly number[]): FallbackAddress | undefined {
  if (words.length < 2) throw new LndError("emptyFallback");
  const [version = 0, ...rest] = words;
  if (![0, 1, 17, 18].includes(version)) return undefined;
  const program = toBytes(rest);
  if (version === 0 && program.length !== 20 && program.length !== 32) {
    throw new LndError("fallbackProgramLength", program.length);
  }
  return { version, program };
}

function readFeatures(words: readonly number[]): readonly number[] {
  const bits = words.flatMap((word, place) =>
    [0, 1, 2, 3, 4]
      .filter((bit) => (word >> bit) & 1)
      .map((bit) => (words.length - 1 - place) * 5 + bit),
  );
  return bits.sort((a, b) => a - b);
}

function readHops(bytes: Buffer): readonly HopHint[] {
  if (bytes.length % hopHintBytes !== 0) throw new LndError("hopHintLength");
  if (bytes.length === 0) throw new LndError("emptyRouteHint");
  return Array.from({ length: bytes.length / hopHintBytes }, (_value, index) => {
    const hop = bytes.subarray(index * hopHintBytes, (index + 1) * hopHintBytes);
    return {
      nodeId: parsePublicKey(hop.subarray(0, 33)),
      channelId: hop.readBigUInt64BE(33),
      feeBaseMsat: hop.readUInt32BE(41),
      feeProportionalMillionths: hop.readUInt32BE(45),
      cltvExpiryDelta: hop.readUInt16BE(49),
    };
  });
}
