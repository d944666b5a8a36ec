import type { FieldSchema } from "@leaderlab/proto";
import { schema } from "@leaderlab/proto/schema";
import { cutGoJson, type GoJson, type GoJsonMember } from "./go-json.ts";
import { GoJsonTextError, goJsonText } from "./go-json-text.ts";
import { jsonName } from "./json-name.ts";
import { type JsonScalar, readScalar } from "./proto-json-scalars.ts";

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
export function readProtoJson(
  source: string | Buffer,
  typeName: string,
  options: JsonReadOptions,
): Fields {
  const bytes = (typeof source === "string" ? Buffer.from(source) : source).toString("latin1");
  const cut = cutGoJson(bytes);
  if (cut === undefined) return {};
  const { value, end } = cut;
  return new MessageReader(bytes.slice(0, end), value.at, options).message(value, typeName);
}

/** A message that is being read. */
interface Reading {
  readonly typeName: string;
  /** Fields and oneofs that have been set. */
  readonly seen: Set<string>;
  readonly message: Fields;
}

class MessageReader {
  /** Up to the end of the value, one character a byte. */
  readonly #bytes: string;
  /** Where the value began: Go counts positions from there. */
  readonly #start: number;
  readonly #options: JsonReadOptions;

  constructor(bytes: string, start: number, options: JsonReadOptions) {
    this.#bytes = bytes;
    this.#start = start;
    this.#options = options;
  }

  message(value: GoJson, typeName: string): Fields {
    if (value.kind !== "object") throw this.#unexpected(value);
    const fields = schema.messages[typeName] ?? [];
    const message: Fields = {};
    const seen = new Set<string>();
    for (const member of value.members) {
      const asked = this.#text(member.nameAt);
      const field = fields.find(({ name }) => name === asked || jsonName(name) === asked);
      if (field !== undefined) this.#member(member, field, { typeName, seen, message });
      else if (this.#options.ignoreUnknown) this.#passOver(member.value);
      else throw this.#error(member.nameAt, `unknown field ${asWritten(member.rawName)}`);
    }
    return message;
  }

  #member(member: GoJsonMember, field: FieldSchema, reading: Reading): void {
    const { nameAt, value } = member;
    const { typeName, seen, message } = reading;
    const written = asWritten(member.rawName);
    if (seen.has(field.name)) throw this.#error(nameAt, `duplicate field ${written}`);
    seen.add(field.name);
    if (value.kind === "literal" && value.raw === "null") return;
    if (field.oneof !== undefined) {
      const mark = `oneof ${field.oneof}`;
      if (seen.has(mark)) {
        const oneof = `${typeName}.${field.oneof}`;
        throw this.#error(nameAt, `error parsing ${written}, oneof ${oneof} is already set`);
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
        value.members.map((member) => [
          this.#text(member.nameAt),
          this.#single(member.value, field),
        ]),
      );
    }
    return this.#single(value, field);
  }

  #single(value: GoJson, field: FieldSchema): unknown {
    if (field.kind === "message") return this.message(value, field.type);
    if (value.kind === "object" || value.kind === "array") throw this.#invalid(value, field);
    const { kind } = value;
    const scalar = { kind, text: kind === "string" ? this.#text(value.at) : value.raw };
    const read =
      field.kind === "enum" ? this.#enumValue(scalar, field.type) : readScalar(scalar, field.type);
    if (read === undefined) throw this.#invalid(value, field);
    return read;
  }

  #enumValue(scalar: JsonScalar, type: string): unknown {
    if (scalar.kind === "number") return readScalar(scalar, "int32");
    if (scalar.kind !== "string") return undefined;
    if (Object.hasOwn(schema.enums[type] ?? {}, scalar.text)) return scalar.text;
    return this.#options.ignoreUnknown ? 0 : undefined;
  }

  /** What nobody asked for must be JSON that Go can read all the same. */
  #passOver(value: GoJson): void {
    const ahead: GoJson[] = [value];
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      if (next.kind === "string") this.#text(next.at);
      if (next.kind === "array") ahead.push(...next.items.toReversed());
      if (next.kind !== "object") continue;
      for (const { nameAt, value: inner } of next.members.toReversed()) {
        ahead.push(inner, { kind: "string", at: nameAt, raw: "" });
      }
    }
  }

  /** The text of the string that stands there. */
  #text(at: number): string {
    try {
      return goJsonText(this.#bytes, at);
    } catch (error) {
      if (!(error instanceof GoJsonTextError)) throw error;
      if (error.isEof)
        throw new ProtoJsonError(`proto:${this.#options.errorSpace}${error.message}`);
      throw this.#syntaxError(at, error.message);
    }
  }

  #invalid(value: GoJson, field: FieldSchema): ProtoJsonError {
    const kind = field.kind === "enum" ? "enum" : field.type;
    const raw = rawOf(value);
    return this.#error(value.at, `invalid value for ${kind} field ${jsonName(field.name)}: ${raw}`);
  }

  #unexpected(value: GoJson): ProtoJsonError {
    return this.#syntaxError(value.at, `unexpected token ${rawOf(value)}`);
  }

  #syntaxError(at: number, text: string): ProtoJsonError {
    const place = `syntax error (${this.#position(at)})`;
    return new ProtoJsonError(`proto:${this.#options.errorSpace}${place}: ${text}`);
  }

  #error(at: number, text: string): ProtoJsonError {
    return new ProtoJsonError(`proto:${this.#options.errorSpace}(${this.#position(at)}): ${text}`);
  }

  #position(at: number): string {
    const lines = asWritten(this.#bytes.slice(this.#start, at)).split("\n");
    return `line ${lines.length}:${[...(lines.at(-1) ?? "")].length + 1}`;
  }
}

/** The first token of a value as it was written. */
function rawOf(value: GoJson): string {
  if (value.kind === "object") return "{";
  return value.kind === "array" ? "[" : asWritten(value.raw);
}

/** Bytes, one a character, as the text that they are. */
function asWritten(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString();
}
