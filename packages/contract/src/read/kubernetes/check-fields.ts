import type { Notice } from "../../finding.ts";
import { SourceError } from "../../source-error.ts";
import { nearest } from "../near-names.ts";
import type { YamlMap, YamlNode } from "../yaml-node.ts";
import { type FieldKind, knownFields } from "./known-fields.ts";

const maxInteger = 2 ** 31 - 1;

/**
 * Checks the fields of an object that holds probes: one that Kubernetes does not know becomes a notice, a value of
 * another type than Kubernetes takes throws a SourceError, both with their places.
 */
export function checkFields(
  node: YamlNode,
  kind: FieldKind,
  path: string,
  notices: Notice[],
): void {
  if (kind === "any" || isNull(node)) return;
  if (kind === "containers") {
    if (node.kind !== "list") fail(node, path, "a list");
    for (const [index, item] of node.items.entries()) {
      checkFields(item, "container", `${path}[${index}]`, notices);
    }
    return;
  }
  if (kind === "texts") {
    if (node.kind !== "list") fail(node, path, "a list of texts");
    for (const [index, item] of node.items.entries()) {
      if (isNull(item)) fail(item, `${path}[${index}]`, "a text");
      checkFields(item, "text", `${path}[${index}]`, notices);
    }
    return;
  }
  if (kind === "text") {
    if (node.kind !== "scalar" || typeof node.value !== "string") {
      fail(node, path, node.kind === "scalar" ? "a text: put it in quotes" : "a text");
    }
    return;
  }
  if (kind === "integer") {
    const isWhole = node.kind === "scalar" && Number.isInteger(node.value);
    if (!isWhole || Math.abs(Number(node.value)) > maxInteger) fail(node, path, "a whole number");
    return;
  }
  if (node.kind !== "map") fail(node, path, "an object");
  checkObject(node, kind, path, notices);
}

function checkObject(
  node: YamlMap,
  kind: keyof typeof knownFields,
  path: string,
  notices: Notice[],
): void {
  const fields: { readonly [name: string]: FieldKind } = knownFields[kind];
  for (const { key, keyPosition, value } of node.entries) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (field !== undefined) checkFields(value, field, `${path}.${key}`, notices);
    else
      notices.push({
        message: unknownField(key, path, Object.keys(fields)),
        position: keyPosition,
      });
  }
}

/** Names a field that there is not, and the one that was probably meant. */
export function unknownField(key: string, path: string, names: Iterable<string>): string {
  const meant = nearest(key, names);
  const hint = meant === undefined ? "" : ` (did you mean ${meant}?)`;
  return `${path} has no field ${JSON.stringify(key)}${hint}; it is ignored`;
}

function isNull(node: YamlNode): boolean {
  return node.kind === "scalar" && node.value === null;
}

function fail(node: YamlNode, path: string, wanted: string): never {
  const found = node.kind === "scalar" ? JSON.stringify(node.value) : `a ${node.kind}`;
  throw new SourceError(`${path} must be ${wanted}, not ${found}`, node.position);
}
