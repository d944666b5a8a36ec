import type { Random } from "@leaderlab/clock";
import {
  type Direction,
  type Judge,
  type Piece,
  type PieceContent,
  strictest,
  type Toxic,
  type Undo,
  type Verdict,
} from "../faults/index.ts";

/** A toxic on a link, and which way it works. */
export interface PlacedToxic {
  readonly toxic: Toxic;
  readonly direction: Direction | "both";
}

/** The toxics of one link. They come and go while connections live. */
export class LinkToxics {
  readonly #placed = new Set<PlacedToxic>();
  readonly #listeners = new Set<() => void>();

  get isEmpty(): boolean {
    return this.#placed.size === 0;
  }

  get placed(): Iterable<PlacedToxic> {
    return this.#placed;
  }

  add(placed: PlacedToxic): Undo {
    const own = { ...placed };
    this.#placed.add(own);
    this.#changed();
    return () => {
      if (this.#placed.delete(own)) this.#changed();
    };
  }

  get resetsConnections(): boolean {
    return this.#some(({ toxic }) => toxic.resetsConnections === true);
  }

  get holdsNewConnections(): boolean {
    return this.#some(({ toxic }) => toxic.holdsNewConnections === true);
  }

  /** How much later the end of a side goes that way. */
  closeDelayMs(direction: Direction): number {
    let sumMs = 0;
    for (const placed of this.#placed) {
      if (worksIn(placed, direction)) sumMs += placed.toxic.closeDelayMs ?? 0;
    }
    return sumMs;
  }

  /** Calls back after each change; the returned function ends that. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #some(holds: (placed: PlacedToxic) => boolean): boolean {
    return [...this.#placed].some(holds);
  }

  #changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The toxics of a link as one connection meets them: each has a judge of its own for it. */
export class ConnectionJudges {
  readonly #toxics: LinkToxics;
  readonly #random: Random;
  readonly #judges = new WeakMap<PlacedToxic, Judge>();

  constructor(toxics: LinkToxics, random: Random) {
    this.#toxics = toxics;
    this.#random = random;
  }

  judge(piece: Piece): Verdict {
    if (this.#toxics.isEmpty) return "pass";
    const verdicts: Verdict[] = [];
    for (const placed of this.#toxics.placed) {
      if (worksIn(placed, piece.direction)) verdicts.push(this.#judgeOf(placed)?.(piece) ?? "pass");
    }
    return strictest(verdicts);
  }

  /** Whether a whole message is lost. */
  loses(direction: Direction, content: PieceContent, nowMs: number): boolean {
    for (const placed of this.#toxics.placed) {
      if (!placed.toxic.readsContent || !worksIn(placed, direction)) continue;
      const verdict = this.#judgeOf(placed)?.({ direction, byteLength: 0, nowMs, content });
      if (verdict === "lose") return true;
    }
    return false;
  }

  #judgeOf(placed: PlacedToxic): Judge | undefined {
    const known = this.#judges.get(placed) ?? placed.toxic.openJudge?.(this.#random);
    if (known !== undefined) this.#judges.set(placed, known);
    return known;
  }
}

function worksIn({ direction }: PlacedToxic, way: Direction): boolean {
  return direction === "both" || direction === way;
}
