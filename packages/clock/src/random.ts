/** Chance, as everything in leaderlab sees it, so that a seed brings the same run again. */
export interface Random {
  /** A whole number from 0 up to, but not including, 2^32. */
  nextUint32(): number;
  /** A number from 0 up to, but not including, 1. */
  nextFloat(): number;
  /** That many random bytes. */
  nextBytes(length: number): Uint8Array;
}

/** Chance from the operating system, fit for ids and keys. */
export function createSystemRandom(): Random {
  return fromUint32(() => crypto.getRandomValues(new Uint32Array(1))[0] ?? 0);
}

/** A repeatable sequence for a seed (any number): sfc32, not fit for secrets. */
export function createSeededRandom(seed: number): Random {
  let [a, b, c, counter] = [seed >>> 0, Math.floor(seed / 2 ** 32) >>> 0, 0x9e3779b9, 1];
  const next = () => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return mixed >>> 0;
  };
  for (let round = 0; round < 12; round++) next();
  return fromUint32(next);
}

function fromUint32(next: () => number): Random {
  return {
    nextUint32: next,
    nextFloat: () => next() / 2 ** 32,
    nextBytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
  };
}
