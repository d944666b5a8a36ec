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
  // Numbers beyond 31 bits in variables of a closure would each be garbage when they change.
  const state = Int32Array.of(seed, Math.floor(seed / 2 ** 32), 0x9e3779b9, 1);
  const next = () => {
    const a = state[0] as number;
    const b = state[1] as number;
    const c = state[2] as number;
    const counter = state[3] as number;
    const mixed = (((a + b) | 0) + counter) | 0;
    state[0] = b ^ (b >>> 9);
    state[1] = (c + (c << 3)) | 0;
    state[2] = ((c << 21) | (c >>> 11)) + mixed;
    state[3] = (counter + 1) | 0;
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
