import type { KeyValue, ScanOptions } from "./key-value-store.ts";

/** The entries of a map of keys (one byte a character) that lie in a range; see KeyValueView.scan. */
export function scanMap(
  entries: ReadonlyMap<string, Buffer>,
  start: Buffer,
  end: Buffer,
  { limit, isReversed = false }: ScanOptions,
): readonly KeyValue[] {
  const [from, to] = [start.toString("latin1"), end.toString("latin1")];
  const names = [...entries.keys()].filter((name) => name >= from && name < to).sort();
  if (isReversed) names.reverse();
  return names.slice(0, limit).flatMap((name) => {
    const value = entries.get(name);
    return value === undefined ? [] : [{ key: Buffer.from(name, "latin1"), value }];
  });
}
