import type { SourceText } from "../file-kind.ts";
import { SourceError } from "../source-error.ts";
import { SourcePositions } from "./source-positions.ts";
import type { YamlEntry, YamlNode } from "./yaml-node.ts";

/** A table while it is read. */
interface OpenTable {
  readonly kind: "map";
  readonly entries: YamlEntry[];
  readonly position: ReturnType<SourcePositions["between"]>;
}

const maxDepth = 50;

/**
 * Reads TOML with positions, as the same nodes that YAML is read to; dates are texts. Throws a SourceError at the first
 * fault.
 */
export function readToml(source: SourceText): YamlNode {
  return new Reader(source).readDocument();
}

class Reader {
  readonly #text: string;
  readonly #positions: SourcePositions;
  #offset = 0;

  constructor(source: SourceText) {
    this.#text = source.text;
    this.#positions = new SourcePositions(source);
  }

  readDocument(): YamlNode {
    const root = this.#table(0, this.#text.length);
    let current = root;
    for (;;) {
      this.#skip(/[\s]/);
      const char = this.#text[this.#offset];
      if (char === undefined) return root;
      if (char === "[") current = this.#readHeading(root);
      else this.#readEntry(current);
      this.#endLine();
    }
  }

  #readHeading(root: OpenTable): OpenTable {
    const from = this.#offset;
    const isList = this.#text.startsWith("[[", from);
    this.#offset += isList ? 2 : 1;
    const path = this.#readPath();
    const close = isList ? "]]" : "]";
    if (!this.#text.startsWith(close, this.#offset)) this.#fail(`${close} is missing here`);
    this.#offset += close.length;
    const last = path.pop();
    if (last === undefined) this.#fail("a heading has a name");
    const parent = path.reduce((table, key) => this.#child(table, key), root);
    if (!isList) return this.#child(parent, last);
    const table = this.#table(from, this.#offset);
    const found = parent.entries.find(({ key }) => key === last.text);
    if (found === undefined) {
      const list: YamlNode = { kind: "list", items: [table], position: table.position };
      parent.entries.push({ key: last.text, keyPosition: last.position, value: list });
    } else if (found.value.kind === "list") (found.value.items as YamlNode[]).push(table);
    else this.#fail(`${last.text} is no list`);
    return table;
  }

  #readEntry(table: OpenTable): void {
    const path = this.#readPath();
    this.#skip(/[ \t]/);
    if (this.#text[this.#offset] !== "=") this.#fail("= is missing here");
    this.#offset += 1;
    const last = path.pop();
    if (last === undefined) this.#fail("a key is missing here");
    const parent = path.reduce((at, key) => this.#child(at, key), table);
    if (parent.entries.some(({ key }) => key === last.text)) {
      throw new SourceError(`the key ${last.text} stands here twice`, last.position);
    }
    parent.entries.push({ key: last.text, keyPosition: last.position, value: this.#readValue(0) });
  }

  /** The table of that key, made if it is not there; of a list its last one. */
  #child(table: OpenTable, key: { text: string; position: OpenTable["position"] }): OpenTable {
    const found = table.entries.find((entry) => entry.key === key.text)?.value;
    if (found === undefined) {
      const made: OpenTable = { kind: "map", entries: [], position: key.position };
      table.entries.push({ key: key.text, keyPosition: key.position, value: made });
      return made;
    }
    const node = found.kind === "list" ? found.items.at(-1) : found;
    if (node?.kind === "map") return node as OpenTable;
    throw new SourceError(`${key.text} is no table`, key.position);
  }

  #readPath(): { text: string; position: OpenTable["position"] }[] {
    const path: { text: string; position: OpenTable["position"] }[] = [];
    for (;;) {
      this.#skip(/[ \t]/);
      const from = this.#offset;
      const char = this.#text[from];
      let text: string;
      if (char === '"' || char === "'") text = this.#readString();
      else {
        this.#skip(/[A-Za-z0-9_-]/);
        text = this.#text.slice(from, this.#offset);
        if (text === "") this.#fail("a key is missing here");
      }
      path.push({ text, position: this.#positions.between(from, this.#offset) });
      this.#skip(/[ \t]/);
      if (this.#text[this.#offset] !== ".") return path;
      this.#offset += 1;
    }
  }

  #readValue(depth: number): YamlNode {
    if (depth > maxDepth) this.#fail(`nested more than ${maxDepth} levels deep`);
    this.#skip(/[ \t]/);
    const from = this.#offset;
    const char = this.#text[from];
    if (char === "[") return this.#readList(depth);
    if (char === "{") return this.#readInlineTable(depth);
    if (char === '"' || char === "'") {
      const text = this.#readString();
      const style = char === '"' ? "double" : "single";
      return this.#scalar(text, text, style, from);
    }
    this.#skip(/[^\s,\]}#]/);
    const text = this.#text.slice(from, this.#offset);
    if (text === "") this.#fail("a value is missing here");
    const number = Number(text.replaceAll("_", ""));
    if (text === "true" || text === "false")
      return this.#scalar(text === "true", text, "plain", from);
    return this.#scalar(Number.isNaN(number) ? text : number, text, "plain", from);
  }

  #readList(depth: number): YamlNode {
    const from = this.#offset;
    this.#offset += 1;
    const items: YamlNode[] = [];
    for (;;) {
      this.#skipLines();
      if (this.#text[this.#offset] === "]") break;
      items.push(this.#readValue(depth + 1));
      this.#skipLines();
      if (this.#text[this.#offset] === ",") this.#offset += 1;
      else if (this.#text[this.#offset] !== "]") this.#fail("] is missing here");
    }
    this.#offset += 1;
    return { kind: "list", items, position: this.#positions.between(from, this.#offset) };
  }

  #readInlineTable(depth: number): YamlNode {
    const from = this.#offset;
    this.#offset += 1;
    if (depth > maxDepth) this.#fail(`nested more than ${maxDepth} levels deep`);
    const table = this.#table(from, from + 1);
    for (;;) {
      this.#skipLines();
      if (this.#text[this.#offset] === "}") break;
      this.#readEntry(table);
      this.#skipLines();
      if (this.#text[this.#offset] === ",") this.#offset += 1;
      else if (this.#text[this.#offset] !== "}") this.#fail("} is missing here");
    }
    this.#offset += 1;
    return { ...table, position: this.#positions.between(from, this.#offset) };
  }

  #readString(): string {
    const from = this.#offset;
    const quote = this.#text[from] ?? '"';
    const long = quote.repeat(3);
    const end = this.#text.startsWith(long, from) ? long : quote;
    let text = "";
    for (let at = from + end.length; ; at += 1) {
      const char = this.#text[at];
      if (char === undefined || (char === "\n" && end === quote))
        this.#fail("this text has no end", from);
      if (this.#text.startsWith(end, at)) {
        this.#offset = at + end.length;
        return end === long ? text.replace(/^\r?\n/, "") : text;
      }
      if (char === "\\" && quote === '"') {
        const next = this.#text[at + 1] ?? "";
        const known: { readonly [char: string]: string } = { n: "\n", t: "\t", r: "\r" };
        text += known[next] ?? next;
        at += 1;
      } else text += char;
    }
  }

  #scalar(
    value: string | number | boolean,
    text: string,
    style: "plain" | "single" | "double",
    from: number,
  ): YamlNode {
    const range = [from, this.#offset] as const;
    return {
      kind: "scalar",
      value,
      text,
      style,
      position: this.#positions.between(...range),
      range,
    };
  }

  #table(from: number, to: number): OpenTable {
    return { kind: "map", entries: [], position: this.#positions.between(from, to) };
  }

  #skip(chars: RegExp): void {
    while (this.#offset < this.#text.length && chars.test(this.#text[this.#offset] ?? ""))
      this.#offset += 1;
    if (this.#text[this.#offset] === "#" && chars.test("\n")) {
      this.#skip(/[^\n]/);
      this.#skip(chars);
    }
  }

  #skipLines(): void {
    this.#skip(/\s/);
  }

  #endLine(): void {
    this.#skip(/[ \t\r]/);
    if (this.#text[this.#offset] === "#") this.#skip(/[^\n]/);
    const char = this.#text[this.#offset];
    if (char !== undefined && char !== "\n") this.#fail("the line should end here");
  }

  #fail(message: string, at = this.#offset): never {
    throw new SourceError(`no TOML: ${message}`, this.#positions.between(at, at + 1));
  }
}
