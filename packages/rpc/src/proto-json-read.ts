import type { FieldSchema } from "@leaderlab/proto";
import { schema } from "@leaderlab/proto/schema";
import { type GoJson, type GoJsonMember, parseGoJson } from "./go-json.ts";
import { jsonName } from "./json-name.ts";

/** JSON that is not a message of the wanted type; the text is that of Go's protojson. */
export class ProtoJsonError extends Error {
  override readonly name = "ProtoJsonError";
}

export interface JsonReadOptions {
  /** Whether a field that the message does not have is passed over (etcd) or refused (lnd). */
  readonly ignoreUnknown: boolean;
  /**
   * What follows `proto:` in an error. Go's protobuf picks a space or a no-break space for each build, so that nobody
   * relies on it; a product has what its recorded build had.
   */
  readonly errorSpace: " " | "\u00a0";
}

type Fields = Record<string, unknown>;

/**
 * A message out of proto3 JSON: field names as in the .proto file or in lowerCamelCase, 64-bit integers as strings
 * or numbers, bytes in standard or URL-safe base64, enums by name or number, null for unset. An empty text is an
 * empty message. Throws GoJsonError or ProtoJsonError. Mirrors: protojson.Unmarshal behind grpc-gateway.
 */
export function readProtoJson(text: string, typeName: string, options: JsonReadOptions): Fields {
  const value = parseGoJson(text);
  if (value === undefined) return {};
  return new MessageReader(text, value.at, options).message(value, typeName);
}

class MessageReader {
  readonly #text: string;
  /** Where the value began: Go counts positions from there. */
  readonly #start: number;
  readonly #options: JsonReadOptions;

  constructor(text: string, start: number, options: JsonReadOptions) {
    this.#text = text;
    this.#start = start;
    this.#options = options;
  }

  message(value: GoJson, typeName: string): Fields {
    if (value.kind !== "object") throw this.#unexpected(value);
    const fields = schema.messages[typeName] ?? [];
    const message: Fields = {};
    const seen = new Set<string>();
    for (const member of value.members) {
      const field = fields.find(
        ({ name }) => name === member.name || jsonName(name) === member.name,
      );
      if (field !== undefined) this.#member(member, field, seen, message);
      else if (!this.#options.ignoreUnknown) {
        throw this.#error(member.nameAt, `unknown field ${JSON.stringify(member.name)}`);
      }
    }
    return message;
  }

  #member(member: GoJsonMember, field: FieldSchema, seen: Set<string>, message: Fields): void {
    const { nameAt, value } = member;
    const written = JSON.stringify(member.name);
    if (seen.has(field.name)) throw this.#error(nameAt, `duplicate field ${written}`);
    seen.add(field.name);
    if (value.kind === "literal" && value.raw === "null") return;
    if (field.oneof !== undefined) {
      const mark = `oneof ${field.oneof}`;
      if (seen.has(mark)) {
        throw this.#error(nameAt, `error parsing ${written}, oneof ${field.oneof} is already set`);
      }
      seen.add(mark);
    }
    message[field.name] = this.#value(value, field);
  }

  #value(value: GoJson, field: FieldSchema): unknown {
    if (field.label === "repeated") {
      if (value.kind !== "array") throw this.#unexpected(value);
      return value.items.map((item) => this.#single(item, field));
    }
    if (field.label === "map") {
      if (value.kind !== "object") throw this.#unexpected(value);
      return Object.fromEntries(
        value.members.map((member) => [member.name, this.#single(member.value, field)]),
      );
    }
    return this.#single(value, field);
  }

  #single(value: GoJson, field: FieldSchema): unknown {
    if (field.kind === "message") return this.message(value, field.type);
    if (value.kind === "object" || value.kind === "array") throw this.#invalid(value, field);
    const read =
      field.kind === "enum" ? this.#enumValue(value, field.type) : readScalar(value, field.type);
    if (read === undefined) throw this.#invalid(value, field);
    return read;
  }

  #enumValue(value: GoJson, type: string): unknown {
    if (value.kind === "number") return readScalar(value, "int32");
    if (value.kind !== "string") return undefined;
    if (Object.hasOwn(schema.enums[type] ?? {}, value.text)) return value.text;
    return this.#options.ignoreUnknown ? 0 : undefined;
  }

  #invalid(value: GoJson, field: FieldSchema): ProtoJsonError {
    const kind = field.kind === "enum" ? "enum" : field.type;
    const raw = rawOf(value);
    return this.#error(value.at, `invalid value for ${kind} field ${jsonName(field.name)}: ${raw}`);
  }

  #unexpected(value: GoJson): ProtoJsonError {
    const text = `unexpected token ${rawOf(value)}`;
    return new ProtoJsonError(
      `proto:${this.#options.errorSpace}syntax error (${this.#position(value.at)}): ${text}`,
    );
  }

  #error(at: number, text: string): ProtoJsonError {
    return new ProtoJsonError(`proto:${this.#options.errorSpace}(${this.#position(at)}): ${text}`);
  }

  #position(at: number): string {
    const lines = this.#text.slice(this.#start, at).split("\n");
    return `line ${lines.length}:${[...(lines.at(-1) ?? "")].length + 1}`;
  }
}

/** The first token of a value as it was written. */
function rawOf(value: GoJson): string {
  if (value.kind === "object") return "{";
  return value.kind === "array" ? "[" : value.raw;
}

function readScalar(value: GoJson, type: string): unknown {
  if (value.kind === "literal")
    return type === "bool" && value.raw !== "null" ? value.raw === "true" : undefined;
  if (type === "string") return value.kind === "string" ? value.text : undefined;
  if (type === "bytes") return value.kind === "string" ? readBase64(value.text) : undefined;
  if (type === "double" || type === "float") return readFloat(value);
  const bounds = integerBounds[type];
  if (bounds === undefined || (value.kind !== "string" && value.kind !== "number"))
    return undefined;
  const integer = integerOf(value.kind === "string" ? value.text : value.raw, ...bounds);
  if (integer === undefined) return undefined;
  return type.endsWith("64") ? integer.toString() : Number(integer);
}

const signed32 = [-(2n ** 31n), 2n ** 31n - 1n] as const;
const signed64 = [-(2n ** 63n), 2n ** 63n - 1n] as const;
const integerBounds: { readonly [type: string]: readonly [bigint, bigint] } = {
  int32: signed32,
  sint32: signed32,
  sfixed32: signed32,
  uint32: [0n, 2n ** 32n - 1n],
  fixed32: [0n, 2n ** 32n - 1n],
  int64: signed64,
  sint64: signed64,
  sfixed64: signed64,
  uint64: [0n, 2n ** 64n - 1n],
  fixed64: [0n, 2n ** 64n - 1n],
};

/** A JSON number as an integer: `1e2` and `10.0` are integers too. Undefined for anything else or out of bounds. */
function integerOf(text: string, least: bigint, most: bigint): bigint | undefined {
  const parts = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts;
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(exponent);
  const padded = point > digits.length ? digits.padEnd(point, "0") : digits;
  const [integer, rest] =
    point <= 0 ? ["0", digits] : [padded.slice(0, point), padded.slice(point)];
  if (/[1-9]/.test(rest)) return undefined;
  const value = BigInt(`${sign}${integer}`);
  return value >= least && value <= most ? value : undefined;
}

function readFloat(value: GoJson): number | undefined {
  if (value.kind === "number") return Number(value.raw);
  if (value.kind !== "string") return undefined;
  if (/^(NaN|-?Infinity)$/.test(value.text)) return Number(value.text);
  return value.text !== "" && value.text.trim() === value.text
    ? numberOrNone(value.text)
    : undefined;
}

function numberOrNone(text: string): number | undefined {
  const number = Number(text);
  return Number.isNaN(number) ? undefined : number;
}

function readBase64(text: string): Buffer | undefined {
  if (!/^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/.test(text)) return undefined;
  const bare = text.replace(/=+$/, "");
  if (text !== bare && text.length % 4 !== 0) return undefined;
  return bare.length % 4 === 1 ? undefined : Buffer.from(bare, "base64");
}
