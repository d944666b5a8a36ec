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
  /** A public key of one of lnd's own families: `m/1017'/coinType'/family'/0/index`. */
  ofFamily(family: number, index: number): Buffer;
}

/** lnd's own purpose number in paths. */
const lndPurpose = 1017;

/** The keys that grow from a seed's entropy. `coinType` is 0 on mainnet and 1 elsewhere. */
export function createNodeKeys(entropy: Uint8Array, coinType: 0 | 1): NodeKeys {
  const { privateKey, publicKey } = deriveNodeKey(entropy, coinType);
  if (privateKey === null || publicKey === null) throw new Error("a derived key has no key");
  const account = (path: AccountPath) => deriveAccountKey(entropy, path).wipePrivateData();
  return {
    identity: Buffer.from(publicKey),
    sign: (digest) => signDigest(privateKey, digest),
    account,
    ofFamily(family, index) {
      const path = { purpose: lndPurpose, coinType, account: family };
      const derived = account(path).deriveChild(0).deriveChild(index).publicKey;
      if (derived === null) throw new Error("a derived key has no public key");
      return Buffer.from(derived);
    },
  };
}
