import type { Random } from "@leaderlab/clock";
import aez from "aez";
import { LndError } from "./errors.ts";
import { crc32c } from "./seed/crc32c.ts";
import { fromWords, toWords } from "./seed/mnemonic.ts";
import { type StretchSecret, scryptSecret } from "./stretch-secret.ts";

/** A seed as a person writes it down. */
export interface GeneratedSeed {
  /** 24 English words. */
  readonly words: string[];
  /** The 33 bytes that the words write. */
  readonly encipheredSeed: Buffer;
}

/** What the words of a seed hide. */
export interface DecipheredSeed {
  /** 16 bytes, from which every key of the wallet comes. */
  readonly entropy: Buffer;
  /** The day of the seed's making, in milliseconds since 1970: chain scans need to look no further back. */
  readonly birthdayUnixMs: number;
  /** Which keys are derived: 0 before taproot, 1 since. */
  readonly version: number;
}

export interface GenerateSeedOptions {
  /** 16 bytes; random ones when left out. */
  readonly entropy?: Buffer;
  /** Empty, or left out, for lnd's well-known passphrase. */
  readonly passphrase?: Buffer;
  readonly random: Pick<Random, "nextBytes">;
  /** The time of day in milliseconds since 1970; the seed keeps the day. */
  readonly birthdayUnixMs: number;
  /** lnd makes seeds of version 1. */
  readonly version?: number;
  /** Left out: scrypt, which a seed needs that others are to read. */
  readonly stretchSecret?: StretchSecret;
}

const entropyBytes = 16;
const saltBytes = 5;
const tagBytes = 4;
const cipherVersion = 0;
const currentVersion = 1;
const genesisUnixMs = 1_231_006_505_000;
const dayMs = 86_400_000;
const defaultPassphrase = Buffer.from("aezeed");
/** Given by the cipher's version; 32 MiB of memory and about 70 ms. */
const scryptCost = { N: 32_768, r: 8, p: 1, bytes: 32 } as const;
/** Where the parts of the 33 bytes begin. */
const [saltAt, checksumAt, totalBytes] = [24, 29, 33];

/**
 * A new seed. Its 33 bytes are
 *
 *     version 1 · ciphertext 23 · salt 5 · checksum 4
 *
 * where the ciphertext is AEZ, under a key that scrypt makes of passphrase and salt, of `version 1 · day 2 · entropy
 * 16`, and the day counts from the genesis block. Mirrors: lnd aezeed.
 */
export async function generateSeed(options: GenerateSeedOptions): Promise<GeneratedSeed> {
  const entropy = options.entropy ?? Buffer.from(options.random.nextBytes(entropyBytes));
  if (entropy.length !== entropyBytes) throw new LndError("wrongEntropyLength", entropy.length);
  const salt = Buffer.from(options.random.nextBytes(saltBytes));
  const days = Math.trunc((options.birthdayUnixMs - genesisUnixMs) / dayMs);
  const clear = Buffer.alloc(3 + entropyBytes);
  clear.writeUInt8(options.version ?? currentVersion, 0);
  clear.writeUInt16BE(days & 0xffff, 1);
  clear.set(entropy, 3);

  const head = Buffer.from([cipherVersion]);
  const key = await deriveKey(options.passphrase, salt, options.stretchSecret);
  const ciphertext = aez.encrypt(key, null, [Buffer.concat([head, salt])], tagBytes, clear);
  const bytes = Buffer.alloc(totalBytes);
  Buffer.concat([head, ciphertext, salt]).copy(bytes);
  bytes.writeUInt32BE(crc32c(bytes.subarray(0, checksumAt)), checksumAt);
  return { words: [...toWords(bytes)], encipheredSeed: bytes };
}

/**
 * What 24 words hide. Throws LndError: for a word that is in no list, an unknown version, a checksum that does not
 * fit, and a wrong passphrase, looked at in this order.
 */
export async function decipherSeed(
  words: readonly string[],
  passphrase?: Buffer,
  stretchSecret?: StretchSecret,
): Promise<DecipheredSeed> {
  const bytes = fromWords(words);
  if (bytes[0] !== cipherVersion) throw new LndError("wrongSeedVersion");
  if (bytes.readUInt32BE(checksumAt) !== crc32c(bytes.subarray(0, checksumAt))) {
    throw new LndError("wrongSeedChecksum");
  }
  const salt = bytes.subarray(saltAt, checksumAt);
  const key = await deriveKey(passphrase, salt, stretchSecret);
  const additional = Buffer.concat([bytes.subarray(0, 1), salt]);
  const clear = aez.decrypt(key, null, [additional], tagBytes, bytes.subarray(1, saltAt));
  if (clear === null) throw new LndError("wrongSeedPassphrase");
  return {
    entropy: Buffer.from(clear.subarray(3)),
    birthdayUnixMs: genesisUnixMs + clear.readUInt16BE(1) * dayMs,
    version: clear.readUInt8(0),
  };
}

function deriveKey(
  passphrase: Buffer | undefined,
  salt: Buffer,
  stretchSecret = scryptSecret,
): Promise<Buffer> {
  const secret =
    passphrase === undefined || passphrase.length === 0 ? defaultPassphrase : passphrase;
  return stretchSecret(secret, salt, scryptCost);
}
