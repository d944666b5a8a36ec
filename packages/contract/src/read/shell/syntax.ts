/** Offsets in the script's text: from the first character to behind the last. */
export type Range = readonly [start: number, end: number];

/** A piece of a word. */
export type WordPart =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly isQuoted: boolean;
      readonly range: Range;
    }
  | {
      readonly kind: "variable";
      readonly name: string;
      /** What stands behind the name in `${name…}`; empty for a plain one. */
      readonly operation: string;
      readonly isQuoted: boolean;
      readonly range: Range;
    }
  | {
      readonly kind: "command";
      readonly body: Block;
      readonly isQuoted: boolean;
      readonly range: Range;
    }
  | { readonly kind: "arithmetic"; readonly text: string; readonly range: Range };

/** A word as it is written, in pieces. */
export interface Word {
  readonly parts: readonly WordPart[];
  readonly range: Range;
}

/** `NAME=word` before a command. */
export interface Assignment {
  readonly name: string;
  readonly value: Word;
}

/** `2>&1`, `>FILE`, a heredoc: its target is the word behind it, or the text itself. */
export interface Redirect {
  readonly descriptor: number;
  readonly operator: "<" | ">" | ">>" | ">&" | "<&" | "<<" | "<<<" | "&>" | "<>" | ">|";
  readonly target: Word;
}

/** Commands in a row. */
export interface Block {
  readonly items: readonly Command[];
  readonly range: Range;
}

/** A program or builtin with its words. */
export interface SimpleCommand {
  readonly kind: "simple";
  readonly assignments: readonly Assignment[];
  readonly words: readonly Word[];
  readonly redirects: readonly Redirect[];
  readonly range: Range;
}

/** Commands joined by `|`, perhaps with `!` before them. */
export interface Pipeline {
  readonly kind: "pipeline";
  readonly isNegated: boolean;
  readonly commands: readonly Command[];
  readonly range: Range;
}

/** What a shell runs. */
export type Command =
  | SimpleCommand
  | Pipeline
  | {
      readonly kind: "and-or";
      readonly first: Command;
      readonly rest: readonly { readonly operator: "&&" | "||"; readonly command: Command }[];
      readonly range: Range;
    }
  | {
      readonly kind: "if";
      readonly clauses: readonly { readonly condition: Block; readonly body: Block }[];
      readonly otherwise: Block | undefined;
      readonly redirects: readonly Redirect[];
      readonly range: Range;
    }
  | {
      readonly kind: "loop";
      readonly isUntil: boolean;
      readonly condition: Block;
      readonly body: Block;
      readonly redirects: readonly Redirect[];
      readonly range: Range;
    }
  | {
      readonly kind: "for";
      readonly name: string;
      readonly words: readonly Word[];
      readonly body: Block;
      readonly redirects: readonly Redirect[];
      readonly range: Range;
    }
  | {
      readonly kind: "case";
      readonly subject: Word;
      readonly clauses: readonly { readonly patterns: readonly Word[]; readonly body: Block }[];
      readonly redirects: readonly Redirect[];
      readonly range: Range;
    }
  | {
      readonly kind: "group";
      readonly isSubshell: boolean;
      readonly body: Block;
      readonly redirects: readonly Redirect[];
      readonly range: Range;
    }
  | {
      readonly kind: "function";
      readonly name: string;
      readonly body: Command;
      readonly range: Range;
    }
  | { readonly kind: "background"; readonly command: Command; readonly range: Range };

/** A script that no shell would understand, or that is too large to be read; `offset` is where. */
export class ShellSyntaxError extends Error {
  override readonly name = "ShellSyntaxError";
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/** A word's text when it has no variables and no commands in it; else undefined. */
export function literalOf(word: Word | undefined): string | undefined {
  if (word === undefined) return undefined;
  let text = "";
  for (const part of word.parts) {
    if (part.kind !== "text") return undefined;
    text += part.text;
  }
  return text;
}
