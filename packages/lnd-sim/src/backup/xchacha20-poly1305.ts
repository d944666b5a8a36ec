import { createCipheriv, createDecipheriv } from "node:crypto";

/** Bytes of the nonce, and of the tag behind the ciphertext. */
export const xchachaBytes = { nonce: 24, tag: 16 } as const;

/**
 * Seals bytes with XChaCha20-Poly1305, which Node's crypto does not have: its first step makes a key of key and nonce,
 * and ChaCha20-Poly1305 does the rest. Gives ciphertext and tag. Mirrors: draft-irtf-cfrg-xchacha.
 */
export function sealXchacha(key: Buffer, nonce: Buffer, clear: Buffer, additional: Buffer): Buffer {
  const options = { authTagLength: xchachaBytes.tag };
  const cipher = createCipheriv("chacha20-poly1305", ...innerKey(key, nonce), options);
  cipher.setAAD(additional, { plaintextLength: clear.length });
  return Buffer.concat([cipher.update(clear), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse; undefined for bytes that were not sealed with this key, nonce and additional data. */
export function openXchacha(
  key: Buffer,
  nonce: Buffer,
  sealed: Buffer,
  additional: Buffer,
): Buffer | undefined {
  if (sealed.length < xchachaBytes.tag) return undefined;
  const options = { authTagLength: xchachaBytes.tag };
  const decipher = createDecipheriv("chacha20-poly1305", ...innerKey(key, nonce), options);
  const ciphertext = sealed.subarray(0, -xchachaBytes.tag);
  decipher.setAAD(additional, { plaintextLength: ciphertext.length });
  decipher.setAuthTag(sealed.subarray(-xchachaBytes.tag));
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
}

/** Key and nonce of the inner cipher. */
function innerKey(key: Buffer, nonce: Buffer): [key: Buffer, nonce: Buffer] {
  return [
    hchacha20(key, nonce.subarray(0, 16)),
    Buffer.concat([Buffer.alloc(4), nonce.subarray(16)]),
  ];
}

/** `expa nd 3 2-by te k`, as numbers. */
const constants = [0x61707865, 0x3320646e, 0x79622d32, 0x6b206574] as const;
/** The places of one double round: four columns, then four diagonals. */
const quarters = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const;

function hchacha20(key: Buffer, nonce: Buffer): Buffer {
  const words = new Uint32Array(16);
  words.set(constants);
  for (let index = 0; index < 8; index++) words[4 + index] = key.readUInt32LE(4 * index);
  for (let index = 0; index < 4; index++) words[12 + index] = nonce.readUInt32LE(4 * index);
  for (let round = 0; round < 10; round++)
    for (const places of quarters) quarterRound(words, places);
  const out = Buffer.alloc(32);
  for (const [index, place] of [0, 1, 2, 3, 12, 13, 14, 15].entries()) {
    out.writeUInt32LE(words[place] ?? 0, 4 * index);
  }
  return out;
}

function quarterRound(words: Uint32Array, places: readonly [number, number, number, number]): void {
  const [a, b, c, d] = places;
  const add = (to: number, from: number) => {
    words[to] = (words[to] ?? 0) + (words[from] ?? 0);
  };
  const mix = (to: number, from: number, bits: number) => {
    const mixed = (words[to] ?? 0) ^ (words[from] ?? 0);
    words[to] = (mixed << bits) | (mixed >>> (32 - bits));
  };
  for (const [first, second] of [
    [16, 12],
    [8, 7],
  ] as const) {
    add(a, b);
    mix(d, a, first);
    add(c, d);
    mix(b, c, second);
  }
}
