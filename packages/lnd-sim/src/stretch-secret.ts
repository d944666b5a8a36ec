import { scrypt } from "node:crypto";

/** What a password is made hard to guess by: the parameters of scrypt, and how many bytes come out. */
export interface StretchCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly bytes: number;
}

/** Makes a key of a secret that is easy to guess. */
export type StretchSecret = (secret: Buffer, salt: Buffer, cost: StretchCost) => Promise<Buffer>;

const maxMemoryBytes = 64 * 1024 * 1024;

/** scrypt, on a thread of its own. */
export const scryptSecret: StretchSecret = (secret, salt, { bytes, ...cost }) =>
  new Promise((resolve, reject) => {
    const options = { ...cost, maxmem: maxMemoryBytes };
    scrypt(secret, salt, bytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
