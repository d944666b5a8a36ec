/**
 * Reads JSON as Go's encoding/json does, with Go's error texts and the positions of everything, which JSON.parse
 * does not give. Mirrors: encoding/json scanner, as grpc-gateway uses it to cut one value out of a body.
 */

/** A JSON value with the offset of its first character. A number keeps its text, so that no digit is lost. */
export type GoJson =
  | { readonly kind: "object"; readonly at: number; readonly members: readonly GoJsonMember[] }
  | { readonly kind: "array"; readonly at: number; readonly items: readonly GoJson[] }
  | { readonly kind: "string"; readonly at: number; readonly raw: string; readonly text: string }
  | { readonly kind: "number"; readonly at: number; readonly raw: string }
  | { readonly kind: "literal"; readonly at: number; readonly raw: "true" | "false" | "null" };

/** One member of an object, in the order of the text. */
export interface GoJsonMember {
  readonly name: string;
  readonly nameAt: number;
  readonly value: GoJson;
}

/** A body that is not JSON; the message is Go's. */
export class GoJsonError extends Error {
  override readonly name = "GoJsonError";
}

/** As Go's encoding/json: deeper nesting is refused. */
const maxDepth = 10_000;

/**
 * The first JSON value of a text, or undefined for a text of white space only. What follows the value is not looked
 * at, since Go's decoder does not look at it either. Throws GoJsonError.
 */
export function parseGoJson(text: string): GoJson | undefined {
  const reader = new Reader(text);
  reader.skipSpace();
  return reader.atEnd() ? undefined : reader.value("looking for beginning of value", 0);
}

const escapes: { readonly [letter: string]: string } = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  skipSpace(): void {
    while (" \t\r\n".includes(this.#text[this.#at] ?? "x")) this.#at += 1;
  }

  value(context: string, depth: number): GoJson {
    if (depth > maxDepth) throw new GoJsonError("exceeded max depth");
    const at = this.#at;
    const first = this.#peek();
    if (first === "{") return this.#object(at, depth);
    if (first === "[") return this.#array(at, depth);
    if (first === '"') return { kind: "string", at, ...this.#string() };
    if (first === "t") return { kind: "literal", at, raw: this.#literal("true") };
    if (first === "f") return { kind: "literal", at, raw: this.#literal("false") };
    if (first === "n") return { kind: "literal", at, raw: this.#literal("null") };
    if (first === "-" || isDigit(first)) return { kind: "number", at, raw: this.#number() };
    throw this.#unexpected(context);
  }

  #object(at: number, depth: number): GoJson {
    const members: GoJsonMember[] = [];
    this.#at += 1;
    this.skipSpace();
    if (this.#peek() === "}") {
      this.#at += 1;
      return { kind: "object", at, members };
    }
    for (;;) {
      this.skipSpace();
      const nameAt = this.#at;
      if (this.#peek() !== '"')
        throw this.#unexpected("looking for beginning of object key string");
      const name = this.#string().text;
      this.skipSpace();
      if (this.#peek() !== ":") throw this.#unexpected("after object key");
      this.#at += 1;
      this.skipSpace();
      members.push({
        name,
        nameAt,
        value: this.value("looking for beginning of value", depth + 1),
      });
      this.skipSpace();
      const next = this.#peek();
      if (next !== "," && next !== "}") throw this.#unexpected("after object key:value pair");
      this.#at += 1;
      if (next === "}") return { kind: "object", at, members };
    }
  }

  #array(at: number, depth: number): GoJson {
    const items: GoJson[] = [];
    this.#at += 1;
    this.skipSpace();
    if (this.#peek() === "]") {
      this.#at += 1;
      return { kind: "array", at, items };
    }
    for (;;) {
      this.skipSpace();
      items.push(this.value("looking for beginning of value", depth + 1));
      this.skipSpace();
      const next = this.#peek();
      if (next !== "," && next !== "]") throw this.#unexpected("after array element");
      this.#at += 1;
      if (next === "]") return { kind: "array", at, items };
    }
  }

  #string(): { raw: string; text: string } {
    const start = this.#at;
    let text = "";
    this.#at += 1;
    for (;;) {
      const character = this.#peek();
      if (character === '"') {
        this.#at += 1;
        return { raw: this.#text.slice(start, this.#at), text };
      }
      if (character < " ") throw this.#unexpected("in string literal");
      this.#at += 1;
      text += character === "\\" ? this.#escape() : character;
    }
  }

  #escape(): string {
    const letter = this.#peek();
    const plain = escapes[letter];
    if (plain === undefined && letter !== "u") throw this.#unexpected("in string escape code");
    this.#at += 1;
    if (plain !== undefined) return plain;
    let code = "";
    for (let digit = 0; digit < 4; digit++) {
      if (!/[0-9a-fA-F]/.test(this.#peek()))
        throw this.#unexpected("in \\u hexadecimal character escape");
      code += this.#peek();
      this.#at += 1;
    }
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  #literal<T extends "true" | "false" | "null">(word: T): T {
    this.#at += 1;
    for (const expected of word.slice(1)) {
      if (this.#peek() !== expected) {
        throw this.#unexpected(`in literal ${word} (expecting '${expected}')`);
      }
      this.#at += 1;
    }
    return word;
  }

  #number(): string {
    const start = this.#at;
    if (this.#peek() === "-") this.#at += 1;
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
    if (!isDigit(this.#peek())) throw this.#unexpected(context);
    while (isDigit(this.#text[this.#at] ?? "")) this.#at += 1;
  }

  /** The character that is next; a text that ends here was cut off. */
  #peek(): string {
    const character = this.#text[this.#at];
    if (character === undefined) throw new GoJsonError("unexpected EOF");
    return character;
  }

  #unexpected(context: string): GoJsonError {
    return new GoJsonError(`invalid character ${quoteCharacter(this.#peek())} ${context}`);
  }
}

function isDigit(character: string): boolean {
  return character >= "0" && character <= "9" && character.length === 1;
}

/** Mirrors: encoding/json quoteChar. */
function quoteCharacter(character: string): string {
  if (character === "'") return "'\\''";
  if (character === '"') return "'\"'";
  const quoted = JSON.stringify(character).slice(1, -1);
  return `'${quoted.replace(/^\\u00(..)$/, "\\x$1")}'`;
}
