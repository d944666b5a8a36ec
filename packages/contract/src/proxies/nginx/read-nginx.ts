import type { SourceText } from "../../file-kind.ts";
import { SourcePositions } from "../../read/source-positions.ts";
import { SourceError } from "../../source-error.ts";

/** A word of a directive, without its quotes. Offsets are those of the text, quotes included. */
export interface NginxWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** `name args…;` or `name args… { … }`. */
export interface NginxDirective {
  readonly name: NginxWord;
  readonly args: readonly NginxWord[];
  /** What stands between its braces; undefined for one that ends with a semicolon. */
  readonly block: readonly NginxDirective[] | undefined;
  /** From its name to its semicolon or closing brace, that one included. */
  readonly from: number;
  readonly to: number;
  /** Behind the opening brace; for a block only. */
  readonly blockFrom?: number;
  /** The block in which it stands. */
  readonly parent: NginxDirective | undefined;
}

/** A configuration of nginx's, or a part of one, as it stands in the file. */
export interface NginxFile {
  readonly directives: readonly NginxDirective[];
  readonly text: string;
  readonly at: (from: number, to: number) => ReturnType<SourcePositions["between"]>;
}

/** Deeper than any configuration is. */
const maxDepth = 50;

/** Reads directives and blocks. Throws SourceError for a quote, a block or a directive without an end. */
export function readNginx(source: SourceText): NginxFile {
  const positions = new SourcePositions(source);
  const reader = new Reader(source.text, positions);
  return {
    directives: reader.readBlock(undefined, 0),
    text: source.text,
    at: (from, to) => positions.between(from, to),
  };
}

class Reader {
  readonly #text: string;
  readonly #positions: SourcePositions;
  #offset = 0;

  constructor(text: string, positions: SourcePositions) {
    this.#text = text;
    this.#positions = positions;
  }

  /** Up to the closing brace, or the end of the text at depth 0. */
  readBlock(parent: NginxDirective | undefined, depth: number): readonly NginxDirective[] {
    const directives: NginxDirective[] = [];
    if (depth > maxDepth) this.#fail(`nested more than ${maxDepth} levels deep`, this.#offset);
    for (;;) {
      this.#skipBlanks();
      const char = this.#text[this.#offset];
      if (char === undefined && parent === undefined) return directives;
      if (char === undefined)
        this.#fail(`the block of ${parent?.name.text} has no }`, parent?.from ?? 0);
      if (char === "}") {
        if (parent === undefined) this.#fail("this } closes nothing", this.#offset);
        return directives;
      }
      directives.push(this.#readDirective(parent, depth));
    }
  }

  #readDirective(parent: NginxDirective | undefined, depth: number): NginxDirective {
    const words: NginxWord[] = [];
    for (;;) {
      this.#skipBlanks();
      const char = this.#text[this.#offset];
      const [name, ...args] = words;
      if (char === undefined) this.#fail("this directive has no ;", words[0]?.from ?? this.#offset);
      if (char !== ";" && char !== "{") {
        if (char === "}") this.#fail("a ; is missing before this }", this.#offset);
        words.push(this.#readWord());
        continue;
      }
      this.#offset += 1;
      if (name === undefined) this.#fail(`a name is missing before this ${char}`, this.#offset - 1);
      const from = name.from;
      if (char === ";") return { name, args, block: undefined, from, to: this.#offset, parent };
      return this.#readBlockOf({ name, args, from, parent, blockFrom: this.#offset }, depth);
    }
  }

  #readBlockOf(
    head: Pick<NginxDirective, "name" | "args" | "from" | "parent"> & { blockFrom: number },
    depth: number,
  ): NginxDirective {
    const block: NginxDirective[] = [];
    const directive = { ...head, block, to: head.blockFrom };
    if (/_by_lua_block$/.test(head.name.text)) this.#skipForeign(head.from);
    else block.push(...this.readBlock(directive, depth + 1));
    this.#offset += 1;
    directive.to = this.#offset;
    return directive;
  }

  /** Another language between braces: only they are counted. */
  #skipForeign(from: number): void {
    for (let depth = 1; ; this.#offset += 1) {
      const char = this.#text[this.#offset];
      if (char === undefined) this.#fail("this block has no }", from);
      if (char === "{") depth += 1;
      if (char === "}") depth -= 1;
      if (depth === 0) return;
    }
  }

  #readWord(): NginxWord {
    const from = this.#offset;
    const quote = this.#text[from];
    if (quote === '"' || quote === "'") return this.#readQuoted(from, quote);
    let text = "";
    for (;;) {
      const char = this.#text[this.#offset];
      if (char === undefined || /[\s;]/.test(char)) break;
      // `${name}` is a variable; another brace opens a block.
      if (char === "{" && !text.endsWith("$")) break;
      if (char === "\\") {
        text += char + (this.#text[this.#offset + 1] ?? "");
        this.#offset += 2;
        continue;
      }
      text += char;
      this.#offset += 1;
    }
    if (this.#offset === from) this.#offset += 1;
    return { text, from, to: this.#offset };
  }

  #readQuoted(from: number, quote: string): NginxWord {
    let text = "";
    for (let at = from + 1; ; at += 1) {
      const char = this.#text[at];
      if (char === undefined) this.#fail(`this ${quote} has no end`, from);
      if (char === quote) {
        this.#offset = at + 1;
        return { text, from, to: at + 1 };
      }
      const next = this.#text[at + 1];
      if (char === "\\" && (next === quote || next === "\\")) {
        text += next;
        at += 1;
      } else text += char;
    }
  }

  #skipBlanks(): void {
    for (;;) {
      const char = this.#text[this.#offset];
      if (char === "#") {
        const end = this.#text.indexOf("\n", this.#offset);
        this.#offset = end < 0 ? this.#text.length : end;
      } else if (char !== undefined && /\s/.test(char)) this.#offset += 1;
      else return;
    }
  }

  #fail(message: string, at: number): never {
    throw new SourceError(message, this.#positions.between(at, at + 1));
  }
}

/** Every directive of a file, those in blocks too, in the order of the text. */
export function allDirectives(directives: readonly NginxDirective[]): readonly NginxDirective[] {
  return directives.flatMap((one) => [one, ...allDirectives(one.block ?? [])]);
}

/** The directive of that name which holds at a place: in the innermost block around it that has one. */
export function inherited(from: NginxDirective, name: string): NginxDirective | undefined {
  for (let at = from.parent; at !== undefined; at = at.parent) {
    const found = at.block?.find((one) => one.name.text === name);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The innermost block of that name around a directive. */
export function around(directive: NginxDirective, name: string): NginxDirective | undefined {
  for (let at = directive.parent; at !== undefined; at = at.parent) {
    if (at.name.text === name) return at;
  }
  return undefined;
}
