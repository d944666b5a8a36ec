import { type FieldSchema, schema } from "@leaderlab/proto";
import type { Plain, PlainValue } from "../conformance/plain-message.ts";
import type { Mutator } from "./mutator.ts";

const integers = [0, 1, -1, 2, 100, 2 ** 31 - 1, "9223372036854775807", "-9223372036854775808"];
const unsigned = [0, 1, 2, 100, 2 ** 31, "18446744073709551615"];
const texts = ["", "a", "a/b", "\0", "\xff", "root", "http://127.0.0.1:1", "x".repeat(100)];

/** A message whose fields are drawn at random; deep ones end after a few levels. */
export function randomMessage(type: string, mutator: Mutator, depth = 4): Plain {
  const set = (schema.messages[type] ?? []).filter(() => mutator.chance(0.5));
  const oneofs = new Set<string>();
  return Object.fromEntries(
    set.flatMap((field) => {
      if (field.label === "map" || (field.kind === "message" && depth === 0)) return [];
      if (field.oneof !== undefined && oneofs.has(field.oneof)) return [];
      if (field.oneof !== undefined) oneofs.add(field.oneof);
      const one = () => randomValue(field, mutator, depth);
      const list = field.label === "repeated";
      return [[field.name, list ? Array.from({ length: mutator.below(4) }, one) : one()]];
    }),
  );
}

function randomValue(field: FieldSchema, mutator: Mutator, depth: number): PlainValue {
  if (field.kind === "message") return randomMessage(field.type, mutator, depth - 1);
  if (field.kind === "enum") return mutator.pick(Object.keys(schema.enums[field.type] ?? {}));
  if (field.type === "bool") return mutator.chance(0.5);
  if (field.type === "string" || field.type === "bytes") return mutator.pick(texts);
  if (field.type === "int32") return mutator.pick(integers.filter((n) => typeof n === "number"));
  if (field.type === "uint32") return mutator.below(2 ** 31);
  return mutator.pick(field.type.startsWith("u") ? unsigned : integers);
}
