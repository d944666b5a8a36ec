import { EtcdError } from "../errors.ts";
import type { RangeResult } from "../mvcc/key-index.ts";
import type { ReadView } from "../mvcc/read-view.ts";
import type { RangeRequest, SortOrder, SortTarget } from "../requests.ts";
import type { KeyValue, RangeResponse } from "../responses.ts";

type Comparator = (a: KeyValue, b: KeyValue) => number;

const comparators: { readonly [T in SortTarget]: Comparator } = {
  key: (a, b) => compareBytes(a.key, b.key),
  version: (a, b) => a.version - b.version,
  create: (a, b) => a.createRevision - b.createRevision,
  mod: (a, b) => a.modRevision - b.modRevision,
  value: (a, b) => compareBytes(a.value, b.value),
};

const sortOrders: readonly unknown[] = ["none", "ascend", "descend"] satisfies SortOrder[];

/** Refuses a request that is wrong in itself. Throws `emptyKey` and `invalidSortOption`. */
export function checkRange(request: RangeRequest): void {
  if (request.key === "") throw new EtcdError("emptyKey");
  const { sortOrder = "none", sortTarget = "key" } = request;
  if (!sortOrders.includes(sortOrder)) throw new EtcdError("invalidSortOption");
  if (!Object.hasOwn(comparators, sortTarget)) throw new EtcdError("invalidSortOption");
}

/**
 * Reads a range. `count` says how many keys it holds, whatever limit and bounds hold back; `more`
 * says that the limit held something back. Throws `futureRevision` and `compacted`.
 *
 * Mirrors: executeRange in etcd server/etcdserver/txn/txn.go. A limit without an order cuts before
 * the sort, so that a limit of 2 by value gives two of the first *three* keys: etcd reads one more
 * to know about `more`. Deviates: records that are equal in what they are sorted by stay in the
 * order of their keys; etcd leaves open how more than twelve of them end up.
 */
export function applyRange(view: ReadView, request: RangeRequest): RangeResponse {
  view.tally.countRange();
  const revision = revisionToRead(view, request.revision);
  if (request.countOnly) {
    const count = view.count(request, revision);
    return { revision: view.revision, kvs: [], more: false, count };
  }
  const { kvs, count } = read(view, request, revision);
  const limit = request.limit ?? 0;
  const more = limit > 0 && kvs.length > limit;
  const limited = more ? kvs.slice(0, limit) : kvs;
  return {
    revision: view.revision,
    kvs: request.keysOnly ? limited.map((kv) => ({ ...kv, value: "" })) : limited,
    more,
    count,
  };
}

function revisionToRead(view: ReadView, asked = 0): number {
  if (asked > view.revision) throw new EtcdError("futureRevision");
  if (asked <= 0) return view.revision;
  if (asked < view.compactRevision) throw new EtcdError("compacted");
  return asked;
}

/**
 * The records that the request means, in its order; one more than its limit, if there are as many.
 */
function read(view: ReadView, request: RangeRequest, revision: number): RangeResult {
  const { sortOrder = "none", sortTarget = "key", limit = 0 } = request;
  const needsAll = sortOrder !== "none" || hasBounds(request);
  const readLimit = needsAll || limit <= 0 ? 0 : limit + 1;
  const result = view.range(request, revision, readLimit);
  const kvs = hasBounds(request) ? result.kvs.filter((kv) => isWithin(kv, request)) : result.kvs;
  if (sortTarget === "key" && sortOrder !== "descend") return { kvs, count: result.count };
  const compare = comparators[sortTarget as SortTarget];
  const direction = sortOrder === "descend" ? -1 : 1;
  const sorted = kvs.toSorted((a, b) => direction * compare(a, b));
  return { kvs: sorted, count: result.count };
}

/** A bound of 0 is none; any other counts, a negative one too. */
function hasBounds(request: RangeRequest): boolean {
  const { minModRevision, maxModRevision, minCreateRevision, maxCreateRevision } = request;
  return !!(minModRevision || maxModRevision || minCreateRevision || maxCreateRevision);
}

function isWithin(kv: KeyValue, request: RangeRequest): boolean {
  return (
    kv.modRevision >= (request.minModRevision || -Infinity) &&
    kv.modRevision <= (request.maxModRevision || Infinity) &&
    kv.createRevision >= (request.minCreateRevision || -Infinity) &&
    kv.createRevision <= (request.maxCreateRevision || Infinity)
  );
}

function compareBytes(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
