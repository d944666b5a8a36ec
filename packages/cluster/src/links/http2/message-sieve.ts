import type { PieceContent } from "../../faults/index.ts";

/** What one look at the beginning of a message finds: what it is; that it is nothing to look for; or too little yet. */
export type Finding = PieceContent | "other" | "unknown";

/** Says what a message is by its beginning; `isWhole` when no more of it comes. */
export type Classify = (beginning: Buffer, isWhole: boolean) => Finding;

/** gRPC's five bytes before each message: whether it is compressed, and its length. */
const prefixBytes = 5;
/** A message that says nothing by then passes. */
const mostLookedAt = 4096;

/** Some bytes of one stream after the sieve. */
export interface Sifted {
  readonly kept: Buffer;
  /** How many bytes of messages were taken out. */
  readonly lostBytes: number;
}

/**
 * Takes messages out of one direction of a gRPC stream. Bytes come as frames cut them; a message is held only until its
 * beginning says what it is, so that a large one flows on. A compressed message is not looked into, and passes.
 */
export class MessageSieve {
  readonly #classify: Classify;
  readonly #isLost: (content: PieceContent) => boolean;
  /** The beginning of a message that is not known yet. */
  #held: Buffer = Buffer.alloc(0);
  /** What is left of a message that is known. */
  #leftBytes = 0;
  #isLosing = false;

  constructor(classify: Classify, isLost: (content: PieceContent) => boolean) {
    this.#classify = classify;
    this.#isLost = isLost;
  }

  /** Whether everything that came has been let go or lost. */
  get isEmpty(): boolean {
    return this.#held.length === 0;
  }

  sift(bytes: Buffer): Sifted {
    const kept: Buffer[] = [];
    let lostBytes = 0;
    const settle = (part: Buffer) => {
      if (this.#isLosing) lostBytes += part.length;
      else kept.push(part);
    };
    let rest = this.isEmpty ? bytes : Buffer.concat([this.#held, bytes]);
    this.#held = Buffer.alloc(0);
    while (rest.length > 0) {
      if (this.#leftBytes === 0 && !this.#begin(rest)) {
        this.#held = rest;
        break;
      }
      const part = rest.subarray(0, this.#leftBytes);
      settle(part);
      this.#leftBytes -= part.length;
      rest = rest.subarray(part.length);
    }
    const [only = Buffer.alloc(0), ...more] = kept;
    return { kept: more.length === 0 ? only : Buffer.concat(kept), lostBytes };
  }

  /** Looks at the message that begins here; false when there is too little of it to tell. */
  #begin(rest: Buffer): boolean {
    if (rest.length < prefixBytes) return false;
    const messageBytes = rest.readUInt32BE(1);
    const seen = rest.subarray(prefixBytes, prefixBytes + messageBytes);
    const isWhole = seen.length === messageBytes;
    let finding = rest[0] === 0 ? this.#classify(seen, isWhole) : "other";
    if (finding === "unknown" && !isWhole && seen.length < mostLookedAt) return false;
    if (finding === "unknown") finding = "other";
    this.#leftBytes = prefixBytes + messageBytes;
    this.#isLosing = finding !== "other" && this.#isLost(finding);
    return true;
  }
}
