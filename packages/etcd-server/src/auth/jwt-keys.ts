import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from "node:crypto";
import { FlagError } from "../config/go-flags.ts";
import { keyTexts } from "./key-texts.ts";

/** The keys of JWT tokens. Without `sign` tokens can be verified only. */
export interface JwtKeys {
  readonly sign: KeyObject | Uint8Array | undefined;
  readonly verify: KeyObject | Uint8Array;
}

type Family = "RSA" | "ECDSA" | "Ed25519";

const families: { readonly [prefix: string]: Family } = {
  RS: "RSA",
  PS: "RSA",
  ES: "ECDSA",
  Ed: "Ed25519",
};
const keyTypes = { RSA: "rsa", ECDSA: "ec", Ed25519: "ed25519" } as const;
/** The forms in which Go takes a private key, in its order. */
const privateForms = {
  RSA: ["pkcs1", "pkcs8"],
  ECDSA: ["sec1", "pkcs8"],
  Ed25519: ["pkcs8"],
} as const;
const otherParsers = { pkcs1: "ParsePKCS1PrivateKey", sec1: "ParseECPrivateKey" } as const;
const shortestRsaBits = 2048;

/**
 * The keys for a method, from the bytes of their files; an empty or missing one counts as not given. Throws FlagError
 * in the words of etcd.
 *
 * Mirrors: etcd server/auth/options.go, and golang-jwt, which looks at what a PEM block holds and not at its
 * label. Deviates: RSA keys of less than 2048 bits are refused.
 */
export function jwtKeys(
  method: string,
  privatePem: Buffer | undefined,
  publicPem: Buffer | undefined,
): JwtKeys {
  const family = families[method.slice(0, 2)];
  const isGiven = (pem: Buffer | undefined) => pem !== undefined && pem.length > 0;
  if (family === undefined) {
    if (privatePem === undefined || !isGiven(privatePem)) throw refusal(keyTexts.missingKey);
    return { sign: privatePem, verify: privatePem };
  }
  const sign = isGiven(privatePem) ? privateKey(family, derOf(privatePem)) : undefined;
  const given = isGiven(publicPem) ? publicKey(family, derOf(publicPem)) : undefined;
  const verify = sign === undefined ? given : createPublicKey(sign);
  if (verify === undefined) throw refusal(keyTexts.missingKey);
  if (given !== undefined && !given.equals(verify)) throw refusal(keyTexts.keyMismatch);
  const { modulusLength = shortestRsaBits } = verify.asymmetricKeyDetails ?? {};
  if (modulusLength < shortestRsaBits) throw refusal(keyTexts.rsaTooShort);
  return { sign, verify };
}

function derOf(pem: Buffer | undefined): Buffer {
  const block = /-----BEGIN ([^-\n]+)-----\r?\n([^-]*)-----END \1-----/.exec(String(pem));
  if (block === null) throw refusal(keyTexts.notPem);
  return Buffer.from((block[2] ?? "").replace(/^.*:.*$/gm, ""), "base64");
}

function privateKey(family: Family, der: Buffer): KeyObject {
  for (const type of privateForms[family]) {
    const key = readPrivate(der, type);
    if (key?.asymmetricKeyType === keyTypes[family]) return key;
    if (key !== undefined) throw refusal(keyTexts.otherKind(family, "private"));
  }
  for (const type of ["pkcs1", "sec1"] as const) {
    if (readPrivate(der, type)) throw refusal(keyTexts.otherFormat(otherParsers[type]));
  }
  throw refusal(keyTexts.unreadable);
}

function readPrivate(der: Buffer, type: "pkcs1" | "pkcs8" | "sec1"): KeyObject | undefined {
  return attempt(() => createPrivateKey({ key: der, format: "der", type }));
}

function publicKey(family: Family, der: Buffer): KeyObject {
  const takesMore = family !== "Ed25519";
  const key =
    attempt(() => createPublicKey({ key: der, format: "der", type: "spki" })) ??
    (takesMore ? attempt(() => new X509Certificate(der).publicKey) : undefined) ??
    (family === "RSA"
      ? attempt(() => createPublicKey({ key: der, format: "der", type: "pkcs1" }))
      : undefined);
  if (key === undefined) throw refusal(keyTexts.unreadable);
  if (key.asymmetricKeyType === keyTypes[family]) return key;
  throw refusal(keyTexts.otherKind(family, "public"));
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function refusal(text: string): FlagError {
  return new FlagError(text, "start");
}
