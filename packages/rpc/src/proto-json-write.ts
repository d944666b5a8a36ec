import type { FieldSchema } from "@leaderlab/proto";
import { schema } from "@leaderlab/proto/schema";
import { indentJson } from "./indent-json.ts";

/** How a product writes JSON; protobuf leaves these points open. */
export interface JsonStyle {
  /** Whether fields that hold their default are written (lnd) or left out (etcd). */
  readonly emitUnset: boolean;
  /** What stands between two members: "," or ", ". */
  readonly separator: "," | ", ";
  /** Given: one member a line, each level moved in by this much (lncli: four spaces). Left out: all on one line. */
  readonly indent?: string;
  /** Bytes as hexadecimal digits, as lncli prints them; left out: as base64. */
  readonly hexBytes?: true;
}

type Fields = { readonly [name: string]: unknown };

/**
 * A message as proto3 JSON: names as in the .proto file, fields in the order of their declaration, 64-bit integers
 * as strings, bytes as base64, enums by name. Mirrors: protojson.Marshal with UseProtoNames.
 */
export function writeProtoJson(message: object, typeName: string, style: JsonStyle): string {
  if (style.indent === undefined) return writeMessage(message, typeName, style);
  const { indent, ...compact } = style;
  return indentJson(writeMessage(message, typeName, { ...compact, separator: "," }), indent);
}

function writeMessage(message: object, typeName: string, style: JsonStyle): string {
  const fields = schema.messages[typeName] ?? [];
  const given = message as Fields;
  const members: string[] = [];
  for (const field of fields) {
    const text = writeField(given[field.name], field, style);
    if (text !== undefined) members.push(`${JSON.stringify(field.name)}:${text}`);
  }
  return `{${members.join(style.separator)}}`;
}

function writeField(value: unknown, field: FieldSchema, style: JsonStyle): string | undefined {
  const { emitUnset, separator } = style;
  if (field.label === "repeated") {
    const list = (value ?? []) as readonly unknown[];
    if (list.length === 0) return emitUnset ? "[]" : undefined;
    return `[${list.map((item) => writeSingle(item, field, style)).join(separator)}]`;
  }
  if (field.label === "map") {
    const entries = Object.entries((value ?? {}) as Fields).sort(byKey);
    if (entries.length === 0) return emitUnset ? "{}" : undefined;
    const members = entries.map(
      ([key, item]) => `${JSON.stringify(key)}:${writeSingle(item, field, style)}`,
    );
    return `{${members.join(separator)}}`;
  }
  if (field.oneof !== undefined) {
    return value === undefined || value === null ? undefined : writeSingle(value, field, style);
  }
  if (field.kind === "message") {
    if (value !== undefined && value !== null) return writeSingle(value, field, style);
    return emitUnset ? "null" : undefined;
  }
  const text = writeSingle(value ?? defaultOf(field), field, style);
  return emitUnset || text !== writeSingle(defaultOf(field), field, style) ? text : undefined;
}

/** Numbers by size, texts by their bytes. Mirrors: protobuf-go order.GenericKeyOrder. */
function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  const areNumbers = /^\d+$/.test(a) && /^\d+$/.test(b);
  return areNumbers
    ? Number(BigInt(a) - BigInt(b))
    : Buffer.compare(Buffer.from(a), Buffer.from(b));
}

function writeSingle(value: unknown, field: FieldSchema, style: JsonStyle): string {
  if (field.kind === "message") return writeMessage(value as object, field.type, style);
  if (field.kind === "enum") return writeEnum(value as string | number, field.type);
  switch (field.type) {
    case "int64":
    case "uint64":
    case "sint64":
    case "fixed64":
    case "sfixed64":
      return `"${String(value)}"`;
    case "bytes":
      return `"${Buffer.from(value as Uint8Array).toString(style.hexBytes ? "hex" : "base64")}"`;
    case "string":
      return JSON.stringify(value);
    case "double":
    case "float":
      return writeFloat(value as number);
    default:
      return String(value);
  }
}

function writeEnum(value: string | number, type: string): string {
  if (typeof value === "number") {
    const name = Object.entries(schema.enums[type] ?? {}).find(([, number]) => number === value);
    return name === undefined ? String(value) : JSON.stringify(name[0]);
  }
  return JSON.stringify(value);
}

function writeFloat(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? '"NaN"' : value > 0 ? '"Infinity"' : '"-Infinity"';
}

function defaultOf(field: FieldSchema): unknown {
  if (field.kind === "enum") return 0;
  if (field.type === "bytes") return new Uint8Array();
  if (field.type === "string") return "";
  return field.type === "bool" ? false : 0;
}
