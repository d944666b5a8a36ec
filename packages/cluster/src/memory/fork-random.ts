import { createSeededRandom, type Random } from "@leaderlab/clock";

/**
 * A source of chance of its own for each purpose of a run: what one part draws does not shift what another draws, so a
 * run with one fault less is the same run everywhere else. The same seed and purpose give the same sequence.
 */
export function forkRandom(seed: number, purpose: string): Random {
  const low = fnv1a(`${seed} ${purpose}`);
  const high = fnv1a(`${purpose} ${seed}`) & 0x1fffff;
  return createSeededRandom(high * 2 ** 32 + low);
}

/** The 32 bits of FNV-1a over a text. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
