import type { SourceText } from "../../file-kind.ts";
import { SourcePositions } from "../../read/source-positions.ts";
import { SourceError } from "../../source-error.ts";

/** A word, without its quotes. Offsets are those of the text, quotes included. */
export interface CaddyWord {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A line of words, and the block that it may open. */
export interface CaddySegment {
  readonly words: readonly CaddyWord[];
  readonly block: readonly CaddySegment[] | undefined;
  readonly from: number;
  /** Behind the last word, or behind the closing brace. */
  readonly to: number;
  /** Behind the opening brace; for a block only. */
  readonly blockFrom?: number;
  readonly indent: string;
}

/** A site: its addresses and what it does. */
export interface CaddySite {
  readonly addresses: readonly CaddyWord[];
  readonly segments: readonly CaddySegment[];
  readonly from: number;
  /** Where a further directive can be put. */
  readonly bodyFrom: number;
}

/** A Caddyfile as it stands in the file; snippets are put where they are imported. */
export interface Caddyfile {
  readonly options: CaddySegment | undefined;
  readonly sites: readonly CaddySite[];
  /** Imports of other files, which are not read. */
  readonly foreignImports: readonly CaddySegment[];
  readonly text: string;
  readonly at: (from: number, to: number) => ReturnType<SourcePositions["between"]>;
}

const maxDepth = 30;

/** Reads sites, blocks and snippets. Throws SourceError for JSON, and for a quote or a block without an end. */
export function readCaddyfile(source: SourceText): Caddyfile {
  const { text } = source;
  const positions = new SourcePositions(source);
  if (/^\s*\{\s*"/.test(text)) {
    throw new SourceError(
      "this is Caddy's JSON; only Caddyfiles are read: check the Caddyfile that it was made from",
      positions.between(0, 1),
    );
  }
  const segments = new Reader(text, positions).readSegments(0);
  const [first] = segments;
  const hasOptions = first?.words.length === 0 && first.block !== undefined;
  const rest = hasOptions ? segments.slice(1) : segments;
  const snippets = new Map<string, readonly CaddySegment[]>();
  for (const { words, block } of rest) {
    const name = /^\((.+)\)$/.exec(words[0]?.text ?? "")?.[1];
    if (name !== undefined && block !== undefined) snippets.set(name, block);
  }
  const foreignImports: CaddySegment[] = [];
  const expand = (all: readonly CaddySegment[], depth: number): readonly CaddySegment[] =>
    all.flatMap((segment): readonly CaddySegment[] => {
      if (segment.words[0]?.text !== "import") {
        const { block } = segment;
        return [block === undefined ? segment : { ...segment, block: expand(block, depth) }];
      }
      const snippet = snippets.get(segment.words[1]?.text ?? "");
      if (snippet !== undefined && depth < maxDepth) return expand(snippet, depth + 1);
      foreignImports.push(segment);
      return [];
    });
  return {
    options: hasOptions ? first : undefined,
    sites: sitesOf(rest, (block) => expand(block, 0)),
    foreignImports,
    text,
    at: (from, to) => positions.between(from, to),
  };
}

function sitesOf(
  segments: readonly CaddySegment[],
  expand: (block: readonly CaddySegment[]) => readonly CaddySegment[],
): readonly CaddySite[] {
  const sites: CaddySite[] = [];
  for (const [index, { words, block, from, blockFrom, to }] of segments.entries()) {
    const first = words[0]?.text ?? "";
    if (/^\(.+\)$/.test(first) || first === "import" || words.length === 0) continue;
    const addresses = words.filter(({ text }) => text !== ",");
    if (block !== undefined && blockFrom !== undefined) {
      sites.push({ addresses, segments: expand(block), from, bodyFrom: blockFrom });
      continue;
    }
    // Without braces the whole file is one site.
    sites.push({ addresses, segments: expand(segments.slice(index + 1)), from, bodyFrom: to });
    break;
  }
  return sites;
}

class Reader {
  readonly #text: string;
  readonly #positions: SourcePositions;
  #offset = 0;

  constructor(text: string, positions: SourcePositions) {
    this.#text = text;
    this.#positions = positions;
  }

  readSegments(depth: number, opened = 0): CaddySegment[] {
    if (depth > maxDepth) this.#fail(`nested more than ${maxDepth} levels deep`, this.#offset);
    const segments: CaddySegment[] = [];
    for (;;) {
      this.#skipLines();
      const char = this.#text[this.#offset];
      if (char === undefined) {
        if (depth > 0) this.#fail("this { has no }", opened);
        return segments;
      }
      if (char === "}" && /[\s]|^$/.test(this.#text[this.#offset + 1] ?? "")) {
        if (depth === 0) this.#fail("this } closes nothing", this.#offset);
        return segments;
      }
      segments.push(this.#readSegment(depth));
    }
  }

  #readSegment(depth: number): CaddySegment {
    const from = this.#offset;
    const lineFrom = this.#text.lastIndexOf("\n", from - 1) + 1;
    const indent = /^[ \t]*/.exec(this.#text.slice(lineFrom, from))?.[0] ?? "";
    const words: CaddyWord[] = [];
    let to = from;
    for (;;) {
      this.#skipBlanks();
      const char = this.#text[this.#offset];
      if (char === undefined || char === "\n" || char === "#") break;
      if (char === "{" && /^\{[ \t\r]*(#.*)?$/.test(this.#restOfLine())) {
        const opened = this.#offset;
        this.#offset += 1;
        const blockFrom = this.#offset;
        const block = this.readSegments(depth + 1, opened);
        this.#offset += 1;
        return { words, block, from, to: this.#offset, blockFrom, indent };
      }
      const word = this.#readWord();
      words.push(word);
      to = word.to;
      // A comma at a line's end lets the addresses go on.
      if (word.text.endsWith(",") && /^[ \t\r]*\n/.test(this.#text.slice(this.#offset)))
        this.#skipLines();
    }
    return { words, block: undefined, from, to, indent };
  }

  #restOfLine(): string {
    const end = this.#text.indexOf("\n", this.#offset);
    return this.#text.slice(this.#offset, end < 0 ? undefined : end);
  }

  #readWord(): CaddyWord {
    const from = this.#offset;
    const quote = this.#text[from];
    if (quote === '"' || quote === "`") {
      let text = "";
      for (let at = from + 1; ; at += 1) {
        const char = this.#text[at];
        if (char === undefined) this.#fail(`this ${quote} has no end`, from);
        if (char === quote) {
          this.#offset = at + 1;
          return { text, from, to: this.#offset };
        }
        if (char === "\\" && quote === '"' && this.#text[at + 1] === '"') {
          text += '"';
          at += 1;
        } else text += char;
      }
    }
    while (/[^\s]/.test(this.#text[this.#offset] ?? " ")) {
      this.#offset +=
        this.#text[this.#offset] === "\\" && this.#text[this.#offset + 1] !== undefined ? 2 : 1;
    }
    return { text: this.#text.slice(from, this.#offset), from, to: this.#offset };
  }

  #skipBlanks(): void {
    while (/[ \t\r]/.test(this.#text[this.#offset] ?? "")) this.#offset += 1;
    // A backslash at a line's end joins the next line to it.
    if (
      this.#text[this.#offset] === "\\" &&
      /^\\\r?\n/.test(this.#text.slice(this.#offset, this.#offset + 3))
    ) {
      this.#offset = this.#text.indexOf("\n", this.#offset) + 1;
      this.#skipBlanks();
    }
  }

  #skipLines(): void {
    for (;;) {
      while (/\s/.test(this.#text[this.#offset] ?? "")) this.#offset += 1;
      if (this.#text[this.#offset] !== "#") return;
      const end = this.#text.indexOf("\n", this.#offset);
      this.#offset = end < 0 ? this.#text.length : end;
    }
  }

  #fail(message: string, at: number): never {
    throw new SourceError(message, this.#positions.between(at, at + 1));
  }
}

/** Every segment, those in blocks too, in the order of the text. */
export function allSegments(segments: readonly CaddySegment[]): readonly CaddySegment[] {
  return segments.flatMap((one) => [one, ...allSegments(one.block ?? [])]);
}

/** The segment of a block that begins with this word. */
export function segmentOf(
  block: readonly CaddySegment[] | undefined,
  name: string,
): CaddySegment | undefined {
  return block?.find(({ words }) => words[0]?.text === name);
}
