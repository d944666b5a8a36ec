import { createHash } from "node:crypto";
import type { SignDigest } from "../payment-request/encode-payment-request.ts";
import { recoverPublicKey } from "../payment-request/public-key.ts";
import { decodeZbase32, encodeZbase32 } from "./zbase32.ts";

/** Before each message, so that a signature is good for nothing else. Mirrors: lnd rpcserver.go signedMsgPrefix. */
const prefix = "Lightning Signed Message:";
/** The first byte of a signature of a compressed key, to which the number of the possible key is added. */
const headerByte = 31;

/** Between these are the header bytes of keys that are not compressed, too. */
const [leastHeaderByte, mostHeaderByte] = [27, 34];

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest();

function digestOf(message: Buffer, isHashedOnce: boolean): Buffer {
  const once = sha256(Buffer.concat([Buffer.from(prefix), message]));
  return isHashedOnce ? once : sha256(once);
}

/** A message's signature in z-base-32. */
export function signMessage(message: Buffer, isHashedOnce: boolean, sign: SignDigest): string {
  const { signature, recoveryId } = sign(digestOf(message, isHashedOnce));
  return encodeZbase32(Buffer.concat([Buffer.from([headerByte + recoveryId]), signature]));
}

/** Whose signature it is, as a compressed public key; undefined when it is nobody's. Throws LndError. */
export function signerOf(message: Buffer, signature: string): Buffer | undefined {
  const bytes = decodeZbase32(signature);
  const header = bytes[0] ?? 0;
  if (bytes.length !== 65 || header < leastHeaderByte || header > mostHeaderByte) return undefined;
  const recoveryId = (header - leastHeaderByte) & 3;
  return recoverPublicKey(bytes.subarray(1), recoveryId, digestOf(message, false));
}
