import type { Ended } from "./answers.ts";

/** A script that ends in its midst: `exit`, or `set -e`. */
export class ExitSignal extends Error {
  readonly ended: Ended;

  constructor(ended: Ended) {
    super("exit");
    this.ended = ended;
  }
}

/** `break`, `continue` and `return` on their way to what they end. */
export class JumpSignal extends Error {
  readonly kind: "break" | "continue" | "return";
  readonly status: number | undefined;

  constructor(kind: "break" | "continue" | "return", status: number | undefined = 0) {
    super(kind);
    this.kind = kind;
    this.status = status;
  }
}

/** The script goes one way or another by something that cannot be said. */
export class Undecided extends Error {}

/** The script waits on for as long as the node is as it is. */
export class WaitsOn extends Error {}
