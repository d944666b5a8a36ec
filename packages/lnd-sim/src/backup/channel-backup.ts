import { createHash } from "node:crypto";
import type { Random } from "@leaderlab/clock";
import { startupTexts } from "../errors.ts";
import type { Files } from "../files.ts";
import type { NodeKeys } from "../node-keys.ts";
import { openXchacha, sealXchacha, xchachaBytes } from "./xchacha20-poly1305.ts";

/** The family of the key that backups are encrypted with. */
const backupFamily = 7;
/** A version byte and the number of channels, of which there are none. */
const emptyBackup = Buffer.alloc(5);

/** The node's static channel backup: a file and an answer that hold no channel, encrypted as lnd encrypts them. */
export interface ChannelBackup {
  /** The backup of all channels, sealed anew. */
  seal(): Buffer;
  /** Whether bytes are a backup of this wallet. */
  isOwn(sealed: Buffer): boolean;
}

/** The backups of a wallet. Mirrors: lnd chanbackup Multi.PackToWriter, encryptPayloadToWriter. */
export function createChannelBackup(
  keys: NodeKeys,
  random: Pick<Random, "nextBytes">,
): ChannelBackup {
  const key = createHash("sha256").update(keys.ofFamily(backupFamily, 0)).digest();
  return {
    seal() {
      const nonce = Buffer.from(random.nextBytes(xchachaBytes.nonce));
      return Buffer.concat([nonce, sealXchacha(key, nonce, emptyBackup, nonce)]);
    },
    isOwn(sealed) {
      const nonce = sealed.subarray(0, xchachaBytes.nonce);
      if (nonce.length < xchachaBytes.nonce) return false;
      return openXchacha(key, nonce, sealed.subarray(xchachaBytes.nonce), nonce) !== undefined;
    },
  };
}

/**
 * Writes the backup's file anew, as each lnd that starts serving does. Throws an Error with lnd's last words when the
 * file that is there belongs to another wallet: the folder has been used for one. Mirrors: lnd chanbackup.SubSwapper.
 */
export function refreshBackupFile(
  files: Pick<Files, "read" | "replace">,
  path: string,
  backup: ChannelBackup,
): void {
  const present = readIfThere(files, path);
  if (present !== undefined && !backup.isOwn(present)) throw new Error(startupTexts.foreignBackup);
  files.replace(path, backup.seal(), 0o644);
}

function readIfThere(files: Pick<Files, "read">, path: string): Buffer | undefined {
  try {
    return files.read(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
