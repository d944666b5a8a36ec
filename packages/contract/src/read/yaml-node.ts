import type { Position } from "../finding.ts";

/** How a scalar is written. */
export type ScalarStyle = "plain" | "single" | "double" | "literal" | "folded";

/** A text, a number, true, false or null. */
export interface YamlScalar {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** The value as text; what is written, for what is not quoted. */
  readonly text: string;
  readonly style: ScalarStyle;
  readonly position: Position;
  /** Where it stands in the file, as offsets; for a block scalar from its `|` on. */
  readonly range: readonly [start: number, end: number];
}

/** A list. */
export interface YamlList {
  readonly kind: "list";
  readonly items: readonly YamlNode[];
  readonly position: Position;
}

/** One `key: value`. */
export interface YamlEntry {
  readonly key: string;
  readonly keyPosition: Position;
  readonly value: YamlNode;
}

/** A map; entries in the order of the file, those that `<<` brings in behind them. */
export interface YamlMap {
  readonly kind: "map";
  readonly entries: readonly YamlEntry[];
  readonly position: Position;
}

/** A part of a YAML document. Aliases stand for what they mean: then its position is that of the anchor. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** What stands under a path of keys and indexes; undefined when it leads nowhere. */
export function nodeAt(
  node: YamlNode | undefined,
  ...path: readonly (string | number)[]
): YamlNode | undefined {
  let at = node;
  for (const step of path) {
    if (at === undefined) return undefined;
    if (typeof step === "number") at = at.kind === "list" ? at.items[step] : undefined;
    else at = entryOf(at, step)?.value;
  }
  return at;
}

/** A map's entry of this key; undefined when there is none, or the node is no map. */
export function entryOf(node: YamlNode | undefined, key: string): YamlEntry | undefined {
  return node?.kind === "map" ? node.entries.find((entry) => entry.key === key) : undefined;
}

/** The text under a path, if a scalar that is not null stands there. */
export function textAt(
  node: YamlNode | undefined,
  ...path: readonly (string | number)[]
): string | undefined {
  const found = nodeAt(node, ...path);
  return found?.kind === "scalar" && found.value !== null ? found.text : undefined;
}

/** The items under a path; none when no list stands there. */
export function itemsAt(
  node: YamlNode | undefined,
  ...path: readonly (string | number)[]
): readonly YamlNode[] {
  const found = nodeAt(node, ...path);
  return found?.kind === "list" ? found.items : [];
}

/** The node as plain values, as JSON would have it. */
export function plainOf(node: YamlNode): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") return node.items.map(plainOf);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plainOf(value)]));
}
