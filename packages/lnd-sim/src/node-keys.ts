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

/** How many wallets' keys are kept: the nodes of a process that take turns mostly have one wallet together. */
const mostWallets = 8;
const wallets = new Map<string, NodeKeys>();

/**
 * The keys that grow from a seed's entropy. `coinType` is 0 on mainnet and 1 elsewhere. Deriving takes some
 * milliseconds of elliptic curves, so the nodes of one process that open the same wallet share what was derived.
 */
export function createNodeKeys(entropy: Uint8Array, coinType: 0 | 1): NodeKeys {
  const name = `${coinType} ${Buffer.from(entropy).toString("hex")}`;
  const known = wallets.get(name);
  if (known !== undefined) return known;
  const keys = deriveKeys(entropy, coinType);
  const oldest = wallets.keys().next().value;
  if (wallets.size >= mostWallets && oldest !== undefined) wallets.delete(oldest);
  wallets.set(name, keys);
  return keys;
}

/** The family of the key that backups are encrypted with is asked for at each start, so the last key is kept. */
function deriveKeys(entropy: Uint8Array, coinType: 0 | 1): NodeKeys {
  const { privateKey, publicKey } = deriveNodeKey(entropy, coinType);
  if (privateKey === null || publicKey === null) throw new Error("a derived key has no key");
  const account = (path: AccountPath) => deriveAccountKey(entropy, path).wipePrivateData();
  let last: { readonly name: string; readonly key: Uint8Array } | undefined;
  return {
    identity: Buffer.from(publicKey),
    sign: (digest) => signDigest(privateKey, digest),
    account,
    ofFamily(family, index) {
      const name = `${family}/${index}`;
      if (last?.name === name) return Buffer.from(last.key);
      const path = { purpose: lndPurpose, coinType, account: family };
      const derived = account(path).deriveChild(0).deriveChild(index).publicKey;
      if (derived === null) throw new Error("a derived key has no public key");
      last = { name, key: derived };
      return Buffer.from(derived);
    },
  };
}
