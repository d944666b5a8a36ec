import {
  GoValueError,
  goQuote,
  parseGoBase64,
  parseGoBool,
  parseGoFloat,
  parseGoInteger,
} from "@leaderlab/golang";
import type { FieldSchema } from "@leaderlab/proto";
import { schema } from "@leaderlab/proto/schema";
import { jsonName } from "./json-name.ts";

/** A query or path parameter that does not fit its field; the text is grpc-gateway's. */
export class ParameterError extends Error {
  override readonly name = "ParameterError";
}

type Fields = Record<string, unknown>;

/** The parameters of a URL's query, each with all its values, in the order of their first. */
export function readQuery(query: string): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const pair of query.split("&")) {
    if (pair === "") continue;
    if (pair.includes(";")) throw new ParameterError("invalid semicolon separator in query");
    const equals = pair.indexOf("=");
    const key = unescapeQuery(equals < 0 ? pair : pair.slice(0, equals));
    const value = equals < 0 ? "" : unescapeQuery(pair.slice(equals + 1));
    found.set(key, [...(found.get(key) ?? []), value]);
  }
  return found;
}

function unescapeQuery(text: string): string {
  const bad = /%(?![0-9a-fA-F]{2}).{0,2}/su.exec(text);
  if (bad !== null) throw new ParameterError(`invalid URL escape ${goQuote(bad[0])}`);
  const bytes = text
    .replaceAll("+", " ")
    .replace(/%([0-9a-fA-F]{2})|([^%]+)/gs, (_match, hex: string | undefined, plain: string) =>
      hex === undefined
        ? Buffer.from(plain).toString("latin1")
        : String.fromCharCode(Number.parseInt(hex, 16)),
    );
  return Buffer.from(bytes, "latin1").toString("utf8");
}

/**
 * Puts the parameters of a query into a message's fields: `num_max_invoices=5`, `chan_point.output_index=1`,
 * `records[7]=AA`. A parameter that the message has no field for is passed over, and so is one that the path has
 * given already. Throws ParameterError. Mirrors: grpc-gateway runtime.PopulateQueryParameters.
 */
export function populateQuery(
  message: Fields,
  typeName: string,
  query: ReadonlyMap<string, readonly string[]>,
  given: readonly string[],
): void {
  for (const [name, list] of query) {
    const [, mapName, mapKey] = /^(.*)\[(.*)\]$/s.exec(name) ?? [];
    const path = (mapName ?? name).split(".");
    if (given.some((other) => isPrefix(other.split("."), path))) continue;
    populate(message, typeName, path, mapKey === undefined ? list : [mapKey, ...list]);
  }
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return short.length <= long.length && short.every((part, index) => long[index] === part);
}

/** Puts one parameter into a field that a path names: `["chan_point", "output_index"]`. Throws ParameterError. */
export function populate(
  message: Fields,
  typeName: string,
  path: readonly string[],
  values: readonly string[],
): void {
  const [name = "", ...deeper] = path;
  const field = (schema.messages[typeName] ?? []).find(
    (candidate) => candidate.name === name || jsonName(candidate.name) === name,
  );
  if (field === undefined) return;
  if (deeper.length > 0) {
    if (field.kind !== "message" || field.label !== undefined) {
      throw new ParameterError(`invalid path: ${goQuote(name)} is not a message`);
    }
    const inner = (message[field.name] ?? {}) as Fields;
    message[field.name] = inner;
    populate(inner, field.type, deeper, values);
    return;
  }
  if (field.oneof !== undefined && isOneofSet(message, typeName, field.oneof)) {
    throw new ParameterError(`field already set for oneof ${goQuote(field.oneof)}`);
  }
  message[field.name] = fieldValue(field, values, message[field.name], typeName);
}

function isOneofSet(message: Fields, typeName: string, oneof: string): boolean {
  return (schema.messages[typeName] ?? []).some(
    (other) => other.oneof === oneof && message[other.name] !== undefined,
  );
}

function fieldValue(
  field: FieldSchema,
  values: readonly string[],
  before: unknown,
  typeName: string,
): unknown {
  const quoted = goQuote(field.name);
  if (field.label === "repeated") {
    const list = values.map((value) => parse(field, value, `parsing list ${quoted}`));
    return [...((before ?? []) as readonly unknown[]), ...list];
  }
  if (field.label === "map") {
    const [key = "", value = "", ...more] = values;
    if (values.length < 2 || more.length > 0) {
      const full = goQuote(`${typeName}.${field.name}`);
      throw new ParameterError(
        `more than one value provided for key ${goQuote(key)} in map ${full}`,
      );
    }
    return {
      ...((before ?? {}) as Fields),
      [key]: parse(field, value, `parsing map value ${quoted}`),
    };
  }
  if (values.length > 1) {
    throw new ParameterError(`too many values for field ${quoted}: ${values.join(", ")}`);
  }
  return parse(field, values[0] ?? "", `parsing field ${quoted}`);
}

function parse(field: FieldSchema, text: string, context: string): unknown {
  try {
    return parseValue(field, text);
  } catch (error) {
    if (!isValueError(error)) throw error;
    throw new ParameterError(`${context}: ${error.message}`);
  }
}

/** Whether a value was refused for what it is, in Go's words. */
export function isValueError(error: unknown): error is Error {
  return error instanceof GoValueError || error instanceof ParameterError;
}

const bitsOf = (type: string): 32 | 64 => (type.endsWith("64") ? 64 : 32);

/** One value as its field's type reads it. Throws an error that `isValueError` knows. */
export function parseValue(field: FieldSchema, text: string): unknown {
  if (field.kind === "enum") return enumValue(field.type, text);
  if (field.kind === "message") {
    throw new ParameterError(`unsupported message type: ${goQuote(field.type)}`);
  }
  switch (field.type) {
    case "string":
      return text;
    case "bool":
      return parseGoBool(text);
    case "bytes":
      return parseBytes(text);
    case "float":
    case "double":
      return parseGoFloat(text);
    default: {
      const isSigned = !/^u|^fixed/.test(field.type);
      const bits = bitsOf(field.type);
      const value = parseGoInteger(text, { bits, isSigned, anyBase: false });
      return bits === 64 ? value.toString() : Number(value);
    }
  }
}

/** In the standard alphabet or in the URL's. Mirrors: grpc-gateway runtime.Bytes. */
function parseBytes(text: string): Buffer {
  try {
    return parseGoBase64(text);
  } catch {
    return parseGoBase64(text, "url");
  }
}

function enumValue(type: string, text: string): number {
  const values = schema.enums[type] ?? {};
  if (Object.hasOwn(values, text)) return values[text] ?? 0;
  const number = /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
  if (number !== undefined && Object.values(values).includes(number)) return number;
  throw new ParameterError(`${goQuote(text)} is not a valid value`);
}
