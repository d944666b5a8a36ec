/** A body that is not JSON; the message is Go's. */
export class GoJsonError extends Error {
  override readonly name = "GoJsonError";
}

/** A value that holds no others, with the offset of its first byte, as it was written. */
export type GoJsonScalar =
  | { readonly kind: "string"; readonly at: number; readonly raw: string }
  | { readonly kind: "number"; readonly at: number; readonly raw: string }
  | { readonly kind: "literal"; readonly at: number; readonly raw: "true" | "false" | "null" };

/** Goes over a text of one character a byte, from token to token. */
export class GoJsonScanner {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The offset of what is next. */
  get at(): number {
    return this.#at;
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  skipSpace(): void {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at += 1;
  }

  skip(): void {
    this.#at += 1;
  }

  /** Whether this character is next; then it is gone over. */
  takes(character: string): boolean {
    if (this.peek() !== character) return false;
    this.#at += 1;
    return true;
  }

  /** The character that is next; a text that ends here was cut off. */
  peek(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new GoJsonError("unexpected EOF");
    return character;
  }

  unexpected(context: string): GoJsonError {
    return new GoJsonError(`invalid character ${quoteCharacter(this.peek())} ${context}`);
  }

  /** A string, a number, true, false or null. */
  scalar(): GoJsonScalar {
    const at = this.#at;
    const first = this.peek();
    if (first === '"') return { kind: "string", at, raw: this.string() };
    if (first === "t") return { kind: "literal", at, raw: this.#literal("true") };
    if (first === "f") return { kind: "literal", at, raw: this.#literal("false") };
    if (first === "n") return { kind: "literal", at, raw: this.#literal("null") };
    if (first === "-" || isDigit(first)) return { kind: "number", at, raw: this.#number() };
    throw this.unexpected("looking for beginning of value");
  }

  /** A string with its quotes. */
  string(): string {
    const start = this.#at;
    this.#at += 1;
    for (;;) {
      const character = this.peek();
      if (character < " ") throw this.unexpected("in string literal");
      this.#at += 1;
      if (character === '"') return this.#text.slice(start, this.#at);
      if (character === "\\") this.#escape();
    }
  }

  #escape(): void {
    const letter = this.peek();
    if (!'"\\/bfnrtu'.includes(letter)) throw this.unexpected("in string escape code");
    this.#at += 1;
    if (letter !== "u") return;
    for (let digit = 0; digit < 4; digit++) {
      if (!/[0-9a-fA-F]/.test(this.peek())) {
        throw this.unexpected("in \\u hexadecimal character escape");
      }
      this.#at += 1;
    }
  }

  #literal<T extends "true" | "false" | "null">(word: T): T {
    this.#at += 1;
    for (const expected of word.slice(1)) {
      if (!this.takes(expected)) {
        throw this.unexpected(`in literal ${word} (expecting '${expected}')`);
      }
    }
    return word;
  }

  #number(): string {
    const start = this.#at;
    if (this.peek() === "-") this.#at += 1;
    if (this.#text[this.#at] === "0") this.#at += 1;
    else this.#digits("in numeric literal");
    if (this.#text[this.#at] === ".") {
      this.#at += 1;
      this.#digits("after decimal point in numeric literal");
    }
    if (/[eE]/.test(this.#text[this.#at] ?? "")) {
      this.#at += 1;
      if (/[+-]/.test(this.#text[this.#at] ?? "")) this.#at += 1;
      this.#digits("in exponent of numeric literal");
    }
    return this.#text.slice(start, this.#at);
  }

  #digits(context: string): void {
    if (!isDigit(this.peek())) throw this.unexpected(context);
    while (isDigit(this.#text[this.#at] ?? "")) this.#at += 1;
  }
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

/** What Go writes otherwise than JSON does. */
const ownEscapes: Readonly<Record<string, string>> = {
  "'": "\\'",
  '"': '"',
  "\u0007": "\\a",
  "\u000b": "\\v",
  "\u007f": "\\x7f",
};

/** Mirrors: encoding/json quoteChar. */
function quoteCharacter(character: string): string {
  const own = ownEscapes[character];
  if (own !== undefined) return `'${own}'`;
  // Not printable, to Go: control characters, the space that does not break and the hyphen that does not show.
  if (/[\u0080-\u00a0\u00ad]/.test(character)) {
    return `'\\u00${character.charCodeAt(0).toString(16)}'`;
  }
  const quoted = JSON.stringify(character).slice(1, -1);
  return `'${quoted.replace(/^\\u00(..)$/, "\\x$1")}'`;
}
