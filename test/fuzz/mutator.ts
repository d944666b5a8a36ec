import type { Random } from "@leaderlab/clock";

/** Bytes at which readers of lengths and texts go wrong. */
const telling = [0x00, 0x01, 0x7f, 0x80, 0xff, 0x22, 0x7b, 0x5c, 0x0a, 0x0d, 0x20];

/** Draws bytes, and spoils good ones: the same for the same chance. */
export class Mutator {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  below(limit: number): number {
    return this.#random.nextUint32() % limit;
  }

  chance(probability: number): boolean {
    return this.#random.nextFloat() < probability;
  }

  pick<T>(items: readonly T[]): T {
    return items[this.below(items.length)] as T;
  }

  bytes(most: number): Buffer {
    return Buffer.from(this.#random.nextBytes(this.below(most + 1)));
  }

  /** The bytes with one to eight changes; now and then as they were. */
  spoiled(good: Buffer): Buffer {
    if (this.chance(0.05)) return good;
    let bytes = good;
    for (let change = this.below(8); change >= 0; change--) bytes = this.#spoiledOnce(bytes);
    return bytes;
  }

  #spoiledOnce(bytes: Buffer): Buffer {
    const at = this.below(bytes.length + 1);
    const until = Math.min(bytes.length, at + this.below(16));
    const [before, piece, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, until),
      bytes.subarray(until),
    ];
    switch (this.below(6)) {
      case 0:
        return before; // cut off
      case 1:
        return Buffer.concat([before, after]);
      case 2:
        return Buffer.concat([before, piece, piece, after]);
      case 3:
        return Buffer.concat([before, this.bytes(16), piece, after]);
      case 4:
        return Buffer.concat([before, Buffer.from([this.pick(telling)]), after]);
      default: {
        const flipped = Buffer.from(bytes);
        if (at < flipped.length) flipped[at] = (flipped[at] ?? 0) ^ (1 << this.below(8));
        return flipped;
      }
    }
  }
}
