import { secp256k1 } from "@noble/curves/secp256k1.js";

/** Whether 64 bytes of signature over a digest were made with the private key of a public key. */
export function verifyDigest(signature: Buffer, digest: Buffer, publicKey: Buffer): boolean {
  try {
    return secp256k1.verify(signature, digest, publicKey, { prehash: false, lowS: false });
  } catch {
    return false;
  }
}

/** The compressed public key that a signature over a digest tells; undefined when there is none. */
export function recoverPublicKey(
  signature: Buffer,
  recoveryId: number,
  digest: Buffer,
): Buffer | undefined {
  try {
    const recoverable = Buffer.concat([Buffer.from([recoveryId]), signature]);
    return Buffer.from(secp256k1.recoverPublicKey(recoverable, digest, { prehash: false }));
  } catch {
    return undefined;
  }
}

/** A signature with a private key, of which the public key can be told. Deterministic (RFC 6979). */
export function signDigest(
  privateKey: Uint8Array,
  digest: Buffer,
): { readonly signature: Buffer; readonly recoveryId: number } {
  const bytes = secp256k1.sign(digest, privateKey, { prehash: false, format: "recovered" });
  return { signature: Buffer.from(bytes.subarray(1)), recoveryId: bytes[0] ?? 0 };
}
