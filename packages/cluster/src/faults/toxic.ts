import type { Random } from "@leaderlab/clock";

/** Which way something goes on a link: the client is who opened the connection. */
export type Direction = "toServer" | "toClient";

/** What a piece is, where a link can read it: a message of etcd's gRPC. */
export type PieceContent =
  | { readonly kind: "keepAlive"; readonly lease: bigint }
  | { readonly kind: "watchEvents" };

/** Something that is on its way over a connection: some bytes, or one message. */
export interface Piece {
  readonly direction: Direction;
  /** How long it is on the wire. */
  readonly byteLength: number;
  /** Now, on the clock of the link, in milliseconds. */
  readonly nowMs: number;
  /** Left out where it is not known, or nothing that a fault is about. */
  readonly content?: PieceContent;
}

/**
 * What becomes of a piece: it goes on; goes on later (in the order of its direction: what comes after it waits too);
 * waits until the toxic is gone; is never seen again (a whole message only); or takes the connection with it.
 */
export type Verdict = "pass" | { readonly delayMs: number } | "hold" | "lose" | "reset";

/** Looks at each piece of one connection, both ways, in order. */
export type Judge = (piece: Piece) => Verdict;

/**
 * What goes wrong on a link, whatever the link is made of: a relay between sockets, or memory. A link asks the same
 * toxic for a judge for each of its connections, for those that live already too.
 */
export interface Toxic {
  /** Left out: every piece passes. Chance comes from the link, so that a seed brings the same run again. */
  readonly openJudge?: (random: Random) => Judge;
  /** Living connections are reset as the toxic sets in, new ones as they are opened. */
  readonly resetsConnections?: boolean;
  /** New connections are taken, and get no further: whoever opened one believes in it, and waits. Default: they open. */
  readonly holdsNewConnections?: boolean;
  /** The end of one side (its FIN) reaches the other so much later. */
  readonly closeDelayMs?: number;
  /** It looks at the content of pieces, so the link must be able to read it: not under TLS. */
  readonly readsContent?: boolean;
}

/** The most of several verdicts on one piece: a reset before a loss before holding it before the sum of all delays. */
export function strictest(verdicts: readonly Verdict[]): Verdict {
  for (const verdict of ["reset", "lose", "hold"] as const) {
    if (verdicts.includes(verdict)) return verdict;
  }
  const delayMs = verdicts.reduce(
    (sum, verdict) => sum + (typeof verdict === "object" ? verdict.delayMs : 0),
    0,
  );
  return delayMs === 0 ? "pass" : { delayMs };
}
