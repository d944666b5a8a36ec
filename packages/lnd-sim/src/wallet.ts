import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from "node:crypto";
import type { Random } from "@leaderlab/clock";
import { type BucketPath, type BucketTx, updateBuckets } from "./db/buckets.ts";
import type { KeyValueStore } from "./db/key-value-store.ts";
import { LndError } from "./errors.ts";
import type { StretchSecret } from "./stretch-secret.ts";

/** What an open wallet holds. Neither of the two ever leaves the process in clear. */
export interface OpenWallet {
  /** 16 bytes, from which every key of the node comes. */
  readonly entropy: Buffer;
  /** Encrypts what else is kept under the wallet's password, such as macaroon root keys. */
  readonly dataKey: Buffer;
}

/** What locks and unlocks wallets. */
export interface WalletTools {
  readonly random: Pick<Random, "nextBytes">;
  readonly stretchSecret: StretchSecret;
}

/** What a wallet is created from. */
export interface NewWallet {
  readonly password: Buffer;
  readonly entropy: Buffer;
  /** Unix seconds. */
  readonly birthday: number;
}

const main: BucketPath = ["walletdb", "waddrmgr", "main"];
const versionName = "mgrver";
const lockName = "cpriv";
const entropyName = "mhdpriv";
const birthdayName = "birthday";
const walletVersion = Buffer.from([8, 0, 0, 0]);

/** scrypt's cost: about 50 ms. lnd's is larger (about 0.7 s), its integration builds' smaller. */
const scryptCost = { N: 2 ** 14, r: 8, p: 1, bytes: 64 } as const;
/** Of the 64 bytes that scrypt gives: how many prove the password; the rest encrypts. */
const proofBytes = 32;

/**
 * lnd derives its first addresses when it creates a wallet and stores them in one transaction: 1,285 compares and 766
 * writes, for which etcd's default of 128 operations is too small. The simulated wallet stores as many records, so
 * that a cluster that would fail with lnd fails here too.
 */
const addressRecords = 763;
const addressReads = 514;
/** lnd reads one after the other. All at once would keep a process of several nodes from renewing their leases. */
const readsAtOnce = 16;

/** Whether the store holds a wallet. */
export function walletExists(store: KeyValueStore): Promise<boolean> {
  return updateBuckets(store, async (tx) => (await tx.get(main, versionName)) !== undefined);
}

/**
 * Creates the wallet and opens it. Rejects with "wallet already exists", also when another node on the same database
 * was quicker.
 */
export async function createWallet(
  store: KeyValueStore,
  wallet: NewWallet,
  tools: WalletTools,
): Promise<OpenWallet> {
  const { random } = tools;
  const dataKey = Buffer.from(random.nextBytes(32));
  const lock = await lockUp(wallet.password, dataKey, tools);
  const birthday = Buffer.alloc(8);
  birthday.writeBigUInt64BE(BigInt(wallet.birthday));
  await updateBuckets(store, async (tx) => {
    if ((await tx.get(main, versionName)) !== undefined) throw new LndError("walletExists");
    await tx.put(main, lockName, lock);
    await tx.put(main, entropyName, encrypt(dataKey, wallet.entropy, random));
    await tx.put(main, birthdayName, birthday);
  });
  await updateBuckets(store, async (tx) => {
    const isMine = (await tx.get(main, lockName))?.equals(lock) === true;
    if (!isMine) throw new LndError("walletExists");
    await putAddresses(tx, wallet.entropy);
    await tx.put(main, versionName, walletVersion);
  });
  return { entropy: wallet.entropy, dataKey };
}

/** Opens the wallet, or resolves to undefined when the password is not the right one. */
export async function openWallet(
  store: KeyValueStore,
  password: Buffer,
  tools: Pick<WalletTools, "stretchSecret">,
): Promise<OpenWallet | undefined> {
  const [lock, entropy] = await updateBuckets(store, async (tx) => [
    await tx.get(main, lockName),
    await tx.get(main, entropyName),
  ]);
  if (lock === undefined || entropy === undefined) return undefined;
  const dataKey = await unlock(password, lock, tools);
  return dataKey && { dataKey, entropy: decrypt(dataKey, entropy) };
}

/** Puts an open wallet under another password. */
export async function changeWalletPassword(
  store: KeyValueStore,
  wallet: OpenWallet,
  password: Buffer,
  tools: WalletTools,
): Promise<void> {
  const lock = await lockUp(password, wallet.dataKey, tools);
  await updateBuckets(store, (tx) => tx.put(main, lockName, lock));
}

/** AES-256-GCM: 12 bytes of nonce, the ciphertext, 16 bytes of tag. */
export function encrypt(key: Buffer, clear: Buffer, random: Pick<Random, "nextBytes">): Buffer {
  const nonce = Buffer.from(random.nextBytes(12));
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  return Buffer.concat([nonce, cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of `encrypt`; throws for bytes that this key did not encrypt. */
export function decrypt(key: Buffer, sealed: Buffer): Buffer {
  const decipher = createDecipheriv("aes-256-gcm", key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

/** Salt, a hash that proves the password, and the data key encrypted under it. */
async function lockUp(password: Buffer, dataKey: Buffer, tools: WalletTools): Promise<Buffer> {
  const { random, stretchSecret } = tools;
  const salt = Buffer.from(random.nextBytes(32));
  const derived = await stretchSecret(password, salt, scryptCost);
  const sealed = encrypt(derived.subarray(proofBytes), dataKey, random);
  return Buffer.concat([salt, proofOf(derived), sealed]);
}

async function unlock(
  password: Buffer,
  lock: Buffer,
  { stretchSecret }: Pick<WalletTools, "stretchSecret">,
): Promise<Buffer | undefined> {
  const [salt, proof, sealed] = [lock.subarray(0, 32), lock.subarray(32, 64), lock.subarray(64)];
  const derived = await stretchSecret(password, salt, scryptCost);
  if (!timingSafeEqual(proofOf(derived), proof)) return undefined;
  return decrypt(derived.subarray(proofBytes), sealed);
}

function proofOf(derived: Buffer): Buffer {
  return createHash("sha256").update(derived.subarray(0, proofBytes)).digest();
}

async function putAddresses(tx: BucketTx, entropy: Buffer): Promise<void> {
  const path: BucketPath = ["walletdb", "waddrmgr", "scope", "addr"];
  const names = Array.from({ length: addressRecords }, (_value, index) =>
    createHash("sha256").update(entropy).update(`address ${index}`).digest().toString("latin1"),
  );
  await tx.get(path, names[0] ?? ""); // the first read fixes the revision of the others
  for (let start = 0; start < addressReads; start += readsAtOnce) {
    const some = names.slice(start, Math.min(start + readsAtOnce, addressReads));
    await Promise.all(some.map((name) => tx.get(path, name)));
  }
  for (const [index, name] of names.entries()) {
    await tx.put(path, name, Buffer.from(JSON.stringify({ index })));
  }
}
