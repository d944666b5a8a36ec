import { isSingleKey, upperBound } from "../key-range.ts";
import type { ByteString, KeyRange } from "../requests.ts";
import type { Permission } from "./permission.ts";

/** Keys from `begin` up to `end`; an end that is left out is none. */
interface Span {
  readonly begin: ByteString;
  readonly end: ByteString | undefined;
}

/**
 * What a user may read and write: the permissions of all his roles, joined. Ranges that touch count
 * as one, so that whoever may read a to c and c to e may read b to d.
 *
 *     granted  [a   c)  [c   e)        [k]
 *     spans    [a            e)        [k k\0)
 *
 * Mirrors: unifiedRangePermissions in etcd server/auth/range_perm_cache.go, ranges that hold no key
 * included: they are allowed where their first key is.
 */
export class RangePermissions {
  readonly #readable: readonly Span[];
  readonly #writable: readonly Span[];

  constructor(permissions: readonly Permission[]) {
    this.#readable = spansOf(permissions.filter(({ type }) => type === "read" || isBoth(type)));
    this.#writable = spansOf(permissions.filter(({ type }) => type === "write" || isBoth(type)));
  }

  mayRead(range: KeyRange): boolean {
    return covers(this.#readable, range);
  }

  mayWrite(range: KeyRange): boolean {
    return covers(this.#writable, range);
  }
}

function isBoth(type: Permission["type"]): boolean {
  return type === "readWrite";
}

function spanOf(range: KeyRange): Span {
  const end = isSingleKey(range) ? `${range.key}\0` : upperBound(range);
  return { begin: range.key, end };
}

/** Disjoint spans in ascending order that hold the same keys. */
function spansOf(ranges: readonly KeyRange[]): Span[] {
  const sorted = ranges.map(spanOf).sort((a, b) => (a.begin < b.begin ? -1 : 1));
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || endsBefore(last.end, span.begin)) joined.push(span);
    else if (isBeyond(span.end, last.end)) joined[joined.length - 1] = { ...last, end: span.end };
  }
  return joined;
}

function covers(spans: readonly Span[], range: KeyRange): boolean {
  const { begin, end } = spanOf(range);
  const span = lastFrom(spans, begin);
  if (span === undefined || !isBeyond(span.end, begin)) return false;
  return !isBeyond(end, span.end);
}

/** The last span that begins at a key or before it. */
function lastFrom(spans: readonly Span[], key: ByteString): Span | undefined {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).begin <= key) low = middle + 1;
    else high = middle;
  }
  return spans[low - 1];
}

function endsBefore(end: ByteString | undefined, key: ByteString): boolean {
  return end !== undefined && end < key;
}

/** Whether an end lies after another; one that is left out lies after every other. */
function isBeyond(end: ByteString | undefined, other: ByteString | undefined): boolean {
  if (other === undefined) return false;
  return end === undefined || end > other;
}
