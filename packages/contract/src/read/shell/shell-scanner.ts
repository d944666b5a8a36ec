import { type Range, ShellSyntaxError } from "./syntax.ts";

/** What is read of a script at most. */
export const shellLimits = { chars: 256 * 1024, depth: 40 } as const;

/** A place in a script that moves on; what words, commands and heredocs are read from. */
export class ShellScanner {
  readonly text: string;
  at: number;
  /** Behind the last character that belongs to this (part of a) script. */
  readonly end: number;
  #depth = 0;

  constructor(text: string, [start, end]: Range = [0, text.length]) {
    if (end - start > shellLimits.chars) {
      throw new ShellSyntaxError(`more than ${shellLimits.chars} characters of script`, start);
    }
    this.text = text;
    this.at = start;
    this.end = end;
  }

  /** The character at hand, or further on; empty at the end. */
  peek(further = 0): string {
    const at = this.at + further;
    return at < this.end ? (this.text[at] ?? "") : "";
  }

  /** Whether this stands next. */
  sees(wanted: string): boolean {
    return this.at + wanted.length <= this.end && this.text.startsWith(wanted, this.at);
  }

  /** Passes this if it stands next. */
  take(wanted: string): boolean {
    if (!this.sees(wanted)) return false;
    this.at += wanted.length;
    return true;
  }

  /** Passes what a sticky expression matches here, and returns it; undefined when it does not. */
  match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (found === undefined || this.at + found.length > this.end) return undefined;
    this.at += found.length;
    return found;
  }

  /** Passes blanks, comments and lines that go on behind a backslash. */
  skipBlanks(): void {
    for (;;) {
      if (this.match(/[ \t\r]+/y) !== undefined || this.take("\\\n")) continue;
      if (this.peek() === "#") {
        this.match(/[^\n]*/y);
        continue;
      }
      return;
    }
  }

  /** Runs something one level deeper. Throws a ShellSyntaxError at the limit. */
  deeper<T>(read: () => T): T {
    if (this.#depth >= shellLimits.depth) this.fail("nested too deeply");
    this.#depth++;
    try {
      return read();
    } finally {
      this.#depth--;
    }
  }

  fail(message: string): never {
    throw new ShellSyntaxError(message, Math.min(this.at, this.end));
  }
}
