import type { ByteString, KeyRange } from "./requests.ts";

/** The range end that stands for "every key from here on". */
const unbounded = "\0";

/** Whether a range names one key. */
export function isSingleKey(range: KeyRange): boolean {
  return range.rangeEnd === "";
}

/**
 * The first key that no longer belongs to a range of several keys; undefined when it has no end.
 */
export function upperBound(range: KeyRange): ByteString | undefined {
  return range.rangeEnd === unbounded ? undefined : range.rangeEnd;
}

/** Whether the range holds no key at all, whatever the store holds. */
export function isEmptyRange(range: KeyRange): boolean {
  if (isSingleKey(range)) return false;
  const end = upperBound(range);
  return end !== undefined && range.key >= end;
}

/** Whether a key belongs to a range. */
export function rangeContains(range: KeyRange, key: ByteString): boolean {
  if (isSingleKey(range)) return range.key === key;
  if (key < range.key) return false;
  const end = upperBound(range);
  return end === undefined || key < end;
}
