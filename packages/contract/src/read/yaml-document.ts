import {
  Composer,
  type CST,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  Parser,
} from "yaml";
import type { SourceText } from "../file-kind.ts";
import { SourceError } from "../source-error.ts";
import { SourcePositions } from "./source-positions.ts";
import {
  entryOf,
  type ScalarStyle,
  type YamlEntry,
  type YamlNode,
  type YamlScalar,
} from "./yaml-node.ts";

/** What is read of a file at most. */
export const yamlLimits = {
  chars: 4 * 1024 * 1024,
  documents: 2000,
  /** Nodes, those that aliases stand for counted each time. */
  nodes: 300_000,
  depth: 100,
} as const;

/** A document of a file. */
export interface YamlDocument {
  readonly root: YamlNode;
}

/**
 * Reads YAML (or JSON) with positions, each document of a file that holds several; empty ones are left out.
 * Anchors, aliases and `<<` are resolved. Throws a SourceError at the first fault, and at a limit.
 */
export function readYaml(source: SourceText): readonly YamlDocument[] {
  const { file, text } = source;
  if (text.length > yamlLimits.chars) {
    throw new SourceError(
      `${file} has ${text.length} characters; at most ${yamlLimits.chars} are read: check the part that has the probes`,
    );
  }
  const positions = new SourcePositions(source);
  const documents = parse(source, positions);
  if (documents.length > yamlLimits.documents) {
    throw new SourceError(`${file} has more than ${yamlLimits.documents} documents: split it`);
  }
  const conversion = new Conversion(positions);
  return documents.flatMap((document) => {
    const root = conversion.rootOf(document);
    return root === undefined ? [] : [{ root }];
  });
}

type Parsed = Document.Parsed<ParsedNode>;

function parse({ text }: SourceText, positions: SourcePositions): readonly Parsed[] {
  const tokens = [...new Parser().parse(text)];
  const tooDeep = deepestBeyond(tokens, yamlLimits.depth);
  if (tooDeep !== undefined) {
    throw new SourceError(
      `nested more than ${yamlLimits.depth} levels deep`,
      positions.between(tooDeep, tooDeep + 1),
    );
  }
  const composer = new Composer({ uniqueKeys: false, logLevel: "silent", strict: true });
  const documents = [...composer.compose(tokens)] as readonly Parsed[];
  for (const { errors } of documents) {
    const first = errors[0];
    if (first === undefined) continue;
    const hint = /\{\{/.test(text)
      ? "; it has {{ … }}: render a Helm chart first (helm template) and check what comes out"
      : "";
    throw new SourceError(`no YAML: ${first.message}${hint}`, positions.between(...first.pos));
  }
  return documents;
}

/**
 * Where tokens are nested deeper than a limit. It is asked before nodes are composed of them, because the composer
 * calls itself for each level, and V8 ends the process when it has to compile a regular expression on a full stack.
 */
function deepestBeyond(tokens: readonly CST.Token[], limit: number): number | undefined {
  const open = tokens.map((token) => ({ token, depth: 0 }));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { token, depth } = next;
    if (depth > limit) return "offset" in token ? token.offset : 0;
    const add = (inner: CST.Token | null | undefined) => {
      if (inner != null) open.push({ token: inner, depth: depth + 1 });
    };
    if (token.type === "document") add(token.value);
    if (!("items" in token)) continue;
    for (const item of token.items) {
      add(item.key);
      add(item.value);
    }
  }
  return undefined;
}

/** Turns the parser's nodes into ours. */
class Conversion {
  readonly #positions: SourcePositions;
  #nodes = 0;
  /** Of the document at hand: what its anchors mean, and how many nodes that is. */
  #anchors = new Map<string, { readonly node: YamlNode; readonly weight: number }>();

  constructor(positions: SourcePositions) {
    this.#positions = positions;
  }

  rootOf({ contents }: Parsed): YamlNode | undefined {
    this.#anchors = new Map();
    if (contents === null) return undefined;
    const root = this.#convert(contents);
    return root.kind === "scalar" && root.value === null ? undefined : root;
  }

  #convert(node: ParsedNode | null, otherwise = 0): YamlNode {
    if (node === null) return this.#nothing(otherwise);
    const before = this.#nodes;
    this.#count(1, node);
    if (isAlias(node)) return this.#meaningOf(node.source, node);
    const [start, end] = node.range;
    const position = this.#positions.between(start, end);
    let converted: YamlNode;
    if (isMap(node)) converted = { kind: "map", entries: this.#entriesOf(node), position };
    else if (isSeq(node)) {
      const items = node.items.map((item) => this.#convert(item as ParsedNode, start));
      converted = { kind: "list", items, position };
    } else converted = this.#scalar(node);
    if (node.anchor !== undefined) {
      this.#anchors.set(node.anchor, { node: converted, weight: this.#nodes - before });
    }
    return converted;
  }

  #nothing(at: number): YamlScalar {
    const position = this.#positions.between(at, at);
    return { kind: "scalar", value: null, text: "", style: "plain", position, range: [at, at] };
  }

  #scalar(node: ParsedNode): YamlNode {
    const [start, end] = node.range;
    const position = this.#positions.between(start, end);
    if (!isScalar(node)) throw new SourceError("no YAML: this is no value", position);
    const style = styleOf(node.type);
    const { value, source } = node;
    const known =
      value === null || typeof value === "number" || typeof value === "boolean"
        ? value
        : String(value);
    const text = typeof known === "string" ? known : (source ?? String(known ?? ""));
    return { kind: "scalar", value: known, text, style, position, range: [start, end] };
  }

  #entriesOf(map: Extract<ParsedNode, { items: unknown }>): readonly YamlEntry[] {
    const own: YamlEntry[] = [];
    const merged: YamlEntry[] = [];
    const seen = new Set<string>();
    for (const pair of map.items as readonly { key: ParsedNode; value: ParsedNode | null }[]) {
      const key = this.#convert(pair.key, map.range[0]);
      if (key.kind !== "scalar") throw new SourceError("a key must be a text", key.position);
      const value = this.#convert(pair.value, key.range[1]);
      if (key.text === "<<" && key.style === "plain") {
        merged.push(...mergedEntries(value));
        this.#count(merged.length, pair.key);
        continue;
      }
      if (seen.has(key.text)) {
        throw new SourceError(`the key ${quoted(key.text)} stands here twice`, key.position);
      }
      seen.add(key.text);
      own.push({ key: key.text, keyPosition: key.position, value });
    }
    for (const entry of merged) {
      if (!seen.has(entry.key)) own.push(entry);
      seen.add(entry.key);
    }
    return own;
  }

  #meaningOf(name: string, node: ParsedNode): YamlNode {
    const meant = this.#anchors.get(name);
    if (meant === undefined) {
      throw new SourceError(
        `*${name} has no anchor &${name} that ends before it`,
        this.#positions.between(node.range[0], node.range[1]),
      );
    }
    this.#count(meant.weight, node);
    return meant.node;
  }

  #count(more: number, node: ParsedNode): void {
    this.#nodes += more;
    const position = this.#positions.between(node.range[0], node.range[1]);
    if (this.#nodes > yamlLimits.nodes) {
      throw new SourceError(
        `with its aliases the file has more than ${yamlLimits.nodes} values: that is too large to be checked`,
        position,
      );
    }
  }
}

function mergedEntries(value: YamlNode): readonly YamlEntry[] {
  if (value.kind === "map") return value.entries;
  const maps = value.kind === "list" ? value.items : [];
  if (maps.length > 0 && maps.every(({ kind }) => kind === "map"))
    return maps.flatMap(mergedEntries);
  throw new SourceError("<< takes a map or a list of maps", value.position);
}

function styleOf(type: string | undefined): ScalarStyle {
  if (type === "QUOTE_SINGLE") return "single";
  if (type === "QUOTE_DOUBLE") return "double";
  if (type === "BLOCK_LITERAL") return "literal";
  return type === "BLOCK_FOLDED" ? "folded" : "plain";
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
}

/** The documents, or none when the text is no YAML: for telling kinds of files apart. */
export function yamlRoots(source: SourceText): readonly YamlNode[] {
  try {
    return readYaml(source).map(({ root }) => root);
  } catch (error) {
    if (error instanceof SourceError) return [];
    throw error;
  }
}

/** Whether a document is a Kubernetes object: it has `apiVersion` and `kind`. */
export function isKubernetesObject(root: YamlNode): boolean {
  return entryOf(root, "apiVersion") !== undefined && entryOf(root, "kind") !== undefined;
}
