import type { Position } from "./finding.ts";

/** A file that cannot be read as what it is said to be; the message says what to do. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly position: Position | undefined;

  constructor(message: string, position?: Position) {
    super(message);
    this.position = position;
  }
}
