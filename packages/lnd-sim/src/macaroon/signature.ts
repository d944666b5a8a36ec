import { createHmac, timingSafeEqual } from "node:crypto";
import { LndError } from "../errors.ts";
import type { Caveat, Macaroon } from "./macaroon.ts";

/** Under this a root key of any length becomes one of 32 bytes. Mirrors: libmacaroons. */
const keyGenerator = "macaroons-key-generator";

const noBytes = Buffer.alloc(0);

/** A signed macaroon without caveats. */
export function signMacaroon(rootKey: Buffer, id: Buffer, location: string): Macaroon {
  return { location, id, caveats: [], signature: hash(hash(keyGenerator, rootKey), id) };
}

/** The macaroon with one more condition. Anybody can add one; only who has the root key can take one off. */
export function addCaveat(macaroon: Macaroon, condition: string): Macaroon {
  const caveat: Caveat = { id: Buffer.from(condition), verificationId: noBytes, location: "" };
  return {
    ...macaroon,
    caveats: [...macaroon.caveats, caveat],
    signature: hash(macaroon.signature, caveat.id),
  };
}

/**
 * Checks a macaroon's signature against a root key and gives its conditions, which are still to be checked. Throws
 * LndError. Mirrors: gopkg.in/macaroon.v2 Macaroon.VerifySignature, without discharges.
 */
export function verifySignature(macaroon: Macaroon, rootKey: Buffer): readonly string[] {
  let signature = hash(hash(keyGenerator, rootKey), macaroon.id);
  for (const caveat of macaroon.caveats) {
    // A third party's discharge comes in a macaroon of its own, and lnd takes only one macaroon.
    if (caveat.verificationId.length > 0) {
      throw new LndError("noDischarge", caveat.id.toString("hex"));
    }
    signature = hash(signature, caveat.id);
  }
  if (!timingSafeEqual(signature, macaroon.signature)) throw new LndError("signatureMismatch");
  return macaroon.caveats.map((caveat) => caveat.id.toString());
}

function hash(key: string | Buffer, bytes: Buffer): Buffer {
  return createHmac("sha256", key).update(bytes).digest();
}
