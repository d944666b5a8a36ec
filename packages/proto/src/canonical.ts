import { schema } from "./known-schema.ts";
import type { FieldSchema } from "./schema.ts";

type Fields = Record<string, unknown>;

/**
 * A message without the fields that hold their defaults.
 *
 * Go's encoders never write such a field, protobufjs writes every field that it is given. The difference is one
 * that a client can see (an empty lnd state must be a frame of no bytes), so it is taken out before encoding.
 * A field of a oneof stays: there, being set is itself a fact. The argument is not changed; when nothing is to
 * be left out it is returned as it is.
 */
export function withoutDefaults(message: object, typeName: string): object {
  const fields = schema.messages[typeName];
  if (fields === undefined) return message;
  const given = message as Fields;
  let kept: Fields | undefined;
  for (const field of fields) {
    const value = given[field.name];
    if (value === undefined) continue;
    const canonical = canonicalValue(value, field);
    if (canonical === value) continue;
    kept ??= { ...given };
    if (canonical === undefined) delete kept[field.name];
    else kept[field.name] = canonical;
  }
  return kept ?? message;
}

function canonicalValue(value: unknown, field: FieldSchema): unknown {
  if (value === null) return undefined;
  if (field.label === "repeated") return canonicalList(value as readonly unknown[], field);
  if (field.label === "map") return canonicalMap(value as Readonly<Fields>, field);
  if (field.kind === "message") return withoutDefaults(value as object, field.type);
  if (field.oneof !== undefined) return value;
  return isDefault(value, field) ? undefined : value;
}

function canonicalList(list: readonly unknown[], field: FieldSchema): unknown {
  if (list.length === 0) return undefined;
  if (field.kind !== "message") return list;
  let kept: unknown[] | undefined;
  for (const [index, item] of list.entries()) {
    const canonical = withoutDefaults(item as object, field.type);
    if (canonical === item) continue;
    kept ??= [...list];
    kept[index] = canonical;
  }
  return kept ?? list;
}

function canonicalMap(map: Readonly<Fields>, field: FieldSchema): unknown {
  const entries = Object.entries(map);
  if (entries.length === 0) return undefined;
  if (field.kind !== "message") return map;
  return Object.fromEntries(
    entries.map(([key, value]) => [key, withoutDefaults(value as object, field.type)]),
  );
}

function isDefault(value: unknown, field: FieldSchema): boolean {
  if (field.kind === "enum") return value === 0 || schema.enums[field.type]?.[String(value)] === 0;
  if (value === 0 || value === false || value === "") return true;
  // A text that is a zero is no default, the digits of a wide integer are.
  if (value === "0") return field.type !== "string";
  return value instanceof Uint8Array && value.length === 0;
}
