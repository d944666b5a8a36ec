import { createHmac } from "node:crypto";
import { HARDENED_OFFSET, HDKey } from "@scure/bip32";

/** lnd's own purpose number in BIP43 paths. */
const purpose = 1017;
/** The family of lnd's keys that the node's identity belongs to. */
const nodeKeyFamily = 6;
/** The order of secp256k1's group. */
const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;

/**
 * The node's identity: the private key at `m/1017'/coinType'/6'/0/0` of the tree that grows from a seed's entropy.
 * `coinType` is 0 on mainnet and 1 elsewhere.
 *
 * lnd derives the second step in an older way than BIP32's: it leaves the leading zero bytes of the parent's key out
 * and so hashes other bytes. That concerns one seed in 256; the other steps start from keys that lnd has stored and
 * read again, at full length. Mirrors: btcwallet waddrmgr deriveCoinTypeKey, btcutil DeriveNonStandard.
 */
export function deriveNodeKey(entropy: Uint8Array, coinType: 0 | 1): HDKey {
  return deriveAccountKey(entropy, { purpose, coinType, account: nodeKeyFamily })
    .deriveChild(0)
    .deriveChild(0);
}

/** Where an account's keys hang: `m/purpose'/coinType'/account'`. */
export interface AccountPath {
  readonly purpose: number;
  readonly coinType: number;
  readonly account: number;
}

/** The key of an account in the tree that grows from a seed's entropy, derived as lnd derives it: see deriveNodeKey. */
export function deriveAccountKey(entropy: Uint8Array, path: AccountPath): HDKey {
  const purposeKey = HDKey.fromMasterSeed(entropy).deriveChild(path.purpose + HARDENED_OFFSET);
  return deriveHardenedUnpadded(purposeKey, path.coinType).deriveChild(
    path.account + HARDENED_OFFSET,
  );
}

/** The node's public key as lnd shows it in GetInfo: 66 hexadecimal digits. */
export function nodePublicKey(entropy: Uint8Array, coinType: 0 | 1): string {
  const { publicKey } = deriveNodeKey(entropy, coinType);
  if (publicKey === null) throw new Error("a derived key has no public key");
  return Buffer.from(publicKey).toString("hex");
}

/** A hardened child of a key, of which the leading zero bytes are left out. */
function deriveHardenedUnpadded(parent: HDKey, number: number): HDKey {
  const { privateKey, chainCode } = parent;
  if (privateKey === null || chainCode === null)
    throw new Error("a derived key has no private key");
  if (privateKey[0] !== 0) return parent.deriveChild(number + HARDENED_OFFSET);
  const start = privateKey.findIndex((byte) => byte !== 0);
  const hashed = Buffer.alloc(37);
  hashed.set(privateKey.subarray(start), 1);
  hashed.writeUInt32BE(number + HARDENED_OFFSET, 33);
  const mixed = createHmac("sha512", chainCode).update(hashed).digest();
  const sum = (toNumber(mixed.subarray(0, 32)) + toNumber(privateKey)) % order;
  return new HDKey({
    privateKey: Buffer.from(sum.toString(16).padStart(64, "0"), "hex"),
    chainCode: mixed.subarray(32),
    depth: parent.depth + 1,
    index: number + HARDENED_OFFSET,
    parentFingerprint: parent.fingerprint,
  });
}

function toNumber(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}
