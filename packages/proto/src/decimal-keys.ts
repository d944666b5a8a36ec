import { schema } from "./known-schema.ts";
import type { FieldSchema } from "./schema.ts";

type Fields = Record<string, unknown>;

/**
 * Writes the keys of maps from `uint64` as decimal digits, in place: protobufjs gives each as eight characters, which
 * are the bytes of the number. A message of a type that holds no such map is not looked at.
 */
export function withDecimalKeys(message: object, typeName: string): object {
  for (const field of fieldsToVisit(typeName)) {
    const fields = message as Fields;
    const value = fields[field.name];
    if (value === null || value === undefined) continue;
    if (field.label === "map") fields[field.name] = convertMap(value as Fields, field);
    else if (field.label === "repeated") {
      for (const item of value as readonly object[]) withDecimalKeys(item, field.type);
    } else withDecimalKeys(value as object, field.type);
  }
  return message;
}

function convertMap(map: Fields, field: FieldSchema): Fields {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [
      field.hasWideKeys === true ? decimal(key) : key,
      field.kind === "message" ? withDecimalKeys(value as object, field.type) : value,
    ]),
  );
}

function decimal(key: string): string {
  return String(Buffer.from(key, "latin1").readBigUInt64LE());
}

const visited = new Map<string, readonly FieldSchema[]>();

/** The fields of a type in which such a map can be found, however deep. */
function fieldsToVisit(typeName: string): readonly FieldSchema[] {
  const known = visited.get(typeName);
  if (known !== undefined) return known;
  visited.set(typeName, []); // no type within itself has such a map
  const found = (schema.messages[typeName] ?? []).filter(
    (field) =>
      field.hasWideKeys === true ||
      (field.kind === "message" && fieldsToVisit(field.type).length > 0),
  );
  visited.set(typeName, found);
  return found;
}
