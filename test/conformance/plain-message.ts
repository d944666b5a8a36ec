import { type FieldSchema, schema } from "@leaderlab/proto";

/**
 * A message as people write it: wire names; bytes as text of one character a byte; integers as numbers, those beyond
 * 2^53 as digits; enums by name. What holds its default is left out, a set member of a oneof stays. Two messages are
 * equal on the wire exactly when their plain forms are.
 */
export interface Plain {
  readonly [field: string]: PlainValue;
}
export type PlainValue = string | number | boolean | Plain | readonly PlainValue[];

/** The plain message with Buffers for its bytes, as encoders take it. */
export function toMessage(plain: Plain, type: string): object {
  return mapFields(plain, type, (value, field) =>
    field.type === "bytes" ? Buffer.from(String(value), "latin1") : value,
  );
}

/** The plain message as proto3 JSON: bytes as base64, integers of 64 bits as strings. */
export function toJson(plain: Plain, type: string): object {
  return mapFields(plain, type, (value, field) => {
    if (field.type === "bytes") return Buffer.from(String(value), "latin1").toString("base64");
    return isLong(field) ? String(value) : value;
  });
}

/** A decoded message in plain form. */
export function fromMessage(message: object, type: string): Plain {
  return plainOf(message as Fields, type, (value, field) => {
    if (field.type === "bytes") return (value as Buffer).toString("latin1");
    return isLong(field) ? plainNumber(String(value)) : (value as string | number | boolean);
  });
}

/**
 * Parsed proto3 JSON in plain form. Throws for what etcd's gateway does not write: a field that no message has, one
 * that holds its default, an integer of 64 bits that is no string, bytes that are not padded standard base64.
 */
export function fromJson(json: object, type: string): Plain {
  const known = new Set(fieldsOf(type).map(({ name }) => name));
  for (const name of Object.keys(json)) {
    if (!known.has(name)) throw new Error(`${type} has no field ${name}`);
  }
  return plainOf(json as Fields, type, (value, field) => {
    const plain = plainScalar(value, field);
    if (field.oneof === undefined && field.label === undefined && isDefault(plain, field)) {
      throw new Error(`${type}.${field.name} is written although it is ${JSON.stringify(value)}`);
    }
    return plain;
  });
}

function plainScalar(value: unknown, field: FieldSchema): string | number | boolean {
  if (field.type === "bytes") {
    const bytes = Buffer.from(String(value), "base64");
    if (bytes.toString("base64") !== value) throw new Error(`${field.name}: ${value} is no base64`);
    return bytes.toString("latin1");
  }
  if (isLong(field)) {
    if (typeof value !== "string") throw new Error(`${field.name}: ${value} is no string`);
    return plainNumber(value);
  }
  return value as string | number | boolean;
}

type Fields = { readonly [name: string]: unknown };
type Scalar = (value: unknown, field: FieldSchema) => string | number | boolean;

function mapFields(
  plain: Plain,
  type: string,
  scalar: (value: unknown, field: FieldSchema) => unknown,
): object {
  const one = (value: unknown, field: FieldSchema): unknown =>
    field.kind === "message" ? mapFields(value as Plain, field.type, scalar) : scalar(value, field);
  const mapped = Object.entries(plain).map(([name, value]) => {
    const field = fieldsOf(type).find((candidate) => candidate.name === name);
    if (field === undefined) throw new Error(`${type} has no field ${name}`);
    const list = field.label === "repeated" ? (value as readonly unknown[]) : undefined;
    return [name, list?.map((item) => one(item, field)) ?? one(value, field)];
  });
  return Object.fromEntries(mapped);
}

function plainOf(message: Fields, type: string, scalar: Scalar): Plain {
  const one = (value: unknown, field: FieldSchema): PlainValue =>
    field.kind === "message" ? plainOf(value as Fields, field.type, scalar) : scalar(value, field);
  const entries = fieldsOf(type).flatMap((field) => {
    const value = message[field.name];
    if (value === undefined || value === null) return [];
    if (field.label === "repeated") {
      const list = (value as readonly unknown[]).map((item) => one(item, field));
      return list.length === 0 ? [] : [[field.name, list] as const];
    }
    const plain = one(value, field);
    const isSet = field.oneof !== undefined || field.kind === "message" || !isDefault(plain, field);
    return isSet ? [[field.name, plain] as const] : [];
  });
  return Object.fromEntries(entries);
}

function fieldsOf(type: string): readonly FieldSchema[] {
  const fields = schema.messages[type];
  if (fields === undefined) throw new Error(`no message ${type}`);
  return fields;
}

function isLong(field: FieldSchema): boolean {
  return field.kind === "scalar" && /^u?int64$/.test(field.type);
}

function isDefault(plain: PlainValue, field: FieldSchema): boolean {
  if (field.kind === "enum") return schema.enums[field.type]?.[String(plain)] === 0;
  return plain === 0 || plain === "" || plain === false;
}

function plainNumber(digits: string): number | string {
  const number = Number(digits);
  return Number.isSafeInteger(number) ? number : digits;
}
