import type { ReadView } from "../mvcc/read-view.ts";
import type { Compare, CompareResult } from "../requests.ts";
import type { KeyValue } from "../responses.ts";

const verdicts: { readonly [R in CompareResult]: (order: number) => boolean } = {
  equal: (order) => order === 0,
  notEqual: (order) => order !== 0,
  greater: (order) => order > 0,
  less: (order) => order < 0,
};

/**
 * Whether a compare holds: for every key of its range, or, when there is none, for a key that never
 * was (version and revisions 0). About the value of a key that is not there nothing holds, not even
 * "notEqual".
 *
 * Mirrors: applyCompare in etcd server/etcdserver/txn/txn.go, unknown results (they hold) and
 * targets (they compare as equal) included.
 */
export function compareHolds(view: ReadView, compare: Compare): boolean {
  view.tally.countRange();
  const { kvs } = view.range(compare, view.revision);
  if (kvs.length === 0) return compare.target !== "value" && recordHolds(undefined, compare);
  return kvs.every((kv) => recordHolds(kv, compare));
}

function recordHolds(kv: KeyValue | undefined, compare: Compare): boolean {
  if (typeof compare.result === "number") return true;
  return verdicts[compare.result](orderOf(kv, compare));
}

/** Below, at or above 0, as the record is below, equal to or above what it is compared with. */
function orderOf(kv: KeyValue | undefined, compare: Compare): number {
  switch (compare.target) {
    case "value":
      return orderBetween(kv?.value ?? "", compare.operand);
    case "lease":
      return orderBetween(kv?.lease ?? 0n, compare.operand);
    case "version":
      return orderBetween(kv?.version ?? 0, compare.operand);
    case "create":
      return orderBetween(kv?.createRevision ?? 0, compare.operand);
    case "mod":
      return orderBetween(kv?.modRevision ?? 0, compare.operand);
    default:
      return 0;
  }
}

function orderBetween<T extends string | number | bigint>(a: T, b: T): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
