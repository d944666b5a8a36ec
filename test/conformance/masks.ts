import type { Plain, PlainValue } from "./plain-message.ts";

/** Fields of a header that are the server's own: its ids, and how often it has voted. */
const ownHeaderFields: ReadonlySet<string> = new Set(["cluster_id", "member_id", "raft_term"]);

const revisionFields: ReadonlySet<string> = new Set([
  "rev",
  "revision",
  "create_revision",
  "mod_revision",
  "min_mod_revision",
  "max_mod_revision",
  "min_create_revision",
  "max_create_revision",
  "start_revision",
  "compact_revision",
  "hash_revision",
]);

/** The message without what each server has of its own. */
export function withOwnIdsRemoved(message: Plain): Plain {
  return mapMessage(message, (name, value) => (ownHeaderFields.has(name) ? undefined : value));
}

/** The message with every revision moved by so much, also where one is written in digits; 0 ("none") and below stay. */
export function withRevisionsMoved(message: Plain, by: number): Plain {
  return mapMessage(message, (name, value) => {
    if (!revisionFields.has(name)) return value;
    if (typeof value === "number" && value > 0) return value + by;
    return typeof value === "string" && /^[1-9]\d{0,14}$/.test(value)
      ? String(Number(value) + by)
      : value;
  });
}

/** The message with `#` for the fields of these names. */
export function withMasked(message: Plain, names: readonly string[]): Plain {
  return mapMessage(message, (name, value) => (names.includes(name) ? "#" : value));
}

/** The value with every text in it, and every number, replaced. */
export function withScalarsReplaced(
  value: PlainValue,
  replace: (scalar: string | number) => string | number,
): PlainValue {
  if (Array.isArray(value)) {
    return value.map((item: PlainValue) => withScalarsReplaced(item, replace));
  }
  if (typeof value === "string" || typeof value === "number") return replace(value);
  if (typeof value === "boolean") return value;
  const entries = Object.entries(value as Plain);
  return Object.fromEntries(
    entries.map(([name, item]) => [name, withScalarsReplaced(item, replace)]),
  );
}

/** A message with each of its fields replaced, or left out for undefined; from the inside out. */
export function mapMessage(
  message: Plain,
  replace: (name: string, value: PlainValue) => PlainValue | undefined,
): Plain {
  const entries = Object.entries(message).flatMap(([name, value]) => {
    const replaced = replace(
      name,
      mapValue(value, (inner) => mapMessage(inner, replace)),
    );
    return replaced === undefined ? [] : [[name, replaced] as const];
  });
  return Object.fromEntries(entries);
}

function mapValue(value: PlainValue, map: (message: Plain) => Plain): PlainValue {
  if (Array.isArray(value)) return value.map((item: PlainValue) => mapValue(item, map));
  return typeof value === "object" ? map(value as Plain) : value;
}
