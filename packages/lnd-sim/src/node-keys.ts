import type { HDKey } from "@scure/bip32";
import type { SignDigest } from "./payment-request/encode-payment-request.ts";
import { signDigest } from "./payment-request/public-key.ts";
import { type AccountPath, deriveAccountKey, deriveNodeKey } from "./seed/node-key.ts";

/** The keys of an open wallet. They never leave the process. */
export interface NodeKeys {
  /** The node's identity: a compressed public key, 33 bytes. */
  readonly identity: Buffer;
  /** Signs with the node's identity. */
  readonly sign: SignDigest;
  /** The public part of an account of the on-chain wallet. */
  account(path: AccountPath): HDKey;
}

/** The keys that grow from a seed's entropy. `coinType` is 0 on mainnet and 1 elsewhere. */
export function createNodeKeys(entropy: Uint8Array, coinType: 0 | 1): NodeKeys {
  const { privateKey, publicKey } = deriveNodeKey(entropy, coinType);
  if (privateKey === null || publicKey === null) throw new Error("a derived key has no key");
  return {
    identity: Buffer.from(publicKey),
    sign: (digest) => signDigest(privateKey, digest),
    account: (path) => deriveAccountKey(entropy, path).wipePrivateData(),
  };
}
