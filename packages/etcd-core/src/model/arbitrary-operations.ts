import fc from "fast-check";
import type {
  Compare,
  CompareTarget,
  DeleteRangeRequest,
  KeyRange,
  PutRequest,
  RangeRequest,
  RequestOp,
  TxnRequest,
  WatchCreateRequest,
} from "../requests.ts";

/**
 * Something that can be asked of a store, as a value, so that a failing sequence can be printed and
 * shrunk.
 */
export type Operation =
  | RequestOp
  | { readonly kind: "compact"; readonly belowNewest: number }
  | { readonly kind: "grant"; readonly id: bigint; readonly ttlSeconds: number }
  | { readonly kind: "revoke"; readonly id: bigint }
  | { readonly kind: "keepAlive"; readonly id: bigint }
  | { readonly kind: "advance"; readonly ms: number };

/**
 * Few keys and leases, so that operations meet; with the bytes at both ends, and prefixes of each
 * other.
 */
const key = fc.constantFrom("a", "aa", "ab", "b", "c", "\0", "\xff", "a\0");
const value = fc.constantFrom("", "1", "2", "\xff");
const lease = fc.constantFrom(1n, 2n, 3n, -4n);
/** None, or one near the beginning of a history; now and then one that makes no sense. */
const revision = fc.oneof(
  { arbitrary: fc.constant(0), weight: 3 },
  { arbitrary: fc.integer({ min: 1, max: 12 }), weight: 6 },
  { arbitrary: fc.constantFrom(-2, -1, 40), weight: 1 },
);

/** One key, a range (possibly an empty one), or all keys from one on. */
export const arbitraryRange: fc.Arbitrary<KeyRange> = fc.record({
  key,
  rangeEnd: fc.oneof({ arbitrary: fc.constant(""), weight: 2 }, key),
});

const arbitraryPut: fc.Arbitrary<PutRequest> = fc.record(
  {
    key,
    value,
    lease: fc.oneof({ arbitrary: fc.constant(0n), weight: 5 }, lease),
    prevKv: fc.boolean(),
    ignoreValue: rarely(),
    ignoreLease: rarely(),
  },
  { requiredKeys: ["key", "value"] },
);

const arbitraryDelete: fc.Arbitrary<DeleteRangeRequest> = fc
  .tuple(arbitraryRange, fc.boolean())
  .map(([range, prevKv]) => ({ ...range, prevKv }));

const arbitraryReadOptions = fc.record(
  {
    limit: fc.integer({ min: -1, max: 4 }),
    revision,
    sortOrder: fc.constantFrom("none", "ascend", "descend"),
    sortTarget: fc.constantFrom("key", "version", "create", "mod", "value"),
    keysOnly: fc.boolean(),
    countOnly: rarely(),
    minModRevision: revision,
    maxModRevision: revision,
    minCreateRevision: revision,
    maxCreateRevision: revision,
  },
  { requiredKeys: [] },
);

const arbitraryRead: fc.Arbitrary<RangeRequest> = fc
  .tuple(arbitraryRange, arbitraryReadOptions)
  .map(([range, options]) => ({ ...range, ...options }));

const arbitraryTarget: fc.Arbitrary<CompareTarget> = fc.oneof(
  fc.record({ target: fc.constantFrom("version", "create", "mod"), operand: fc.nat(8) }),
  fc.record({ target: fc.constant("value"), operand: value }),
  fc.record({ target: fc.constant("lease"), operand: fc.oneof(fc.constant(0n), lease) }),
  fc.record({ target: fc.constant(9) }),
);

const arbitraryCompare: fc.Arbitrary<Compare> = fc
  .tuple(
    arbitraryRange,
    arbitraryTarget,
    fc.constantFrom("equal", "greater", "less", "notEqual", 7),
  )
  .map(([range, target, result]) => ({ ...range, ...target, result }) as Compare);

const { txn: arbitraryTxn } = fc.letrec<{ txn: TxnRequest; op: RequestOp }>((tie) => ({
  txn: fc.record({
    compare: fc.array(arbitraryCompare, { maxLength: 2 }),
    success: fc.array(tie("op"), { maxLength: 3 }),
    failure: fc.array(tie("op"), { maxLength: 2 }),
  }),
  op: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { arbitrary: arbitraryPut.map((request) => ({ kind: "put", request }) as const), weight: 16 },
    {
      arbitrary: arbitraryRead.map((request) => ({ kind: "range", request }) as const),
      weight: 12,
    },
    {
      arbitrary: arbitraryDelete.map((request) => ({ kind: "deleteRange", request }) as const),
      weight: 8,
    },
    { arbitrary: tie("txn").map((request) => ({ kind: "txn", request }) as const), weight: 8 },
    { arbitrary: fc.constant({ kind: "none" } as const), weight: 1 },
  ),
}));

/** Everything that changes keys, in the proportion in which it is interesting. */
export const arbitraryWrite: fc.Arbitrary<Operation> = fc.oneof(
  { arbitrary: arbitraryPut.map((request) => ({ kind: "put", request }) as const), weight: 8 },
  {
    arbitrary: arbitraryDelete.map((request) => ({ kind: "deleteRange", request }) as const),
    weight: 2,
  },
  { arbitrary: arbitraryTxn.map((request) => ({ kind: "txn", request }) as const), weight: 5 },
  {
    arbitrary: fc.record({
      kind: fc.constant("grant"),
      id: lease,
      ttlSeconds: fc.constantFrom(-1, 1, 3, 5, 10, 60, 9_000_000_001),
    }),
    weight: 3,
  },
  { arbitrary: fc.record({ kind: fc.constant("revoke"), id: lease }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant("keepAlive"), id: lease }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: fc.constant("advance"),
      ms: fc.constantFrom(0, 1, 999, 2000, 5000),
    }),
    weight: 2,
  },
);

/** Writes, reads of now and of the past, and compactions. */
export const arbitraryOperation: fc.Arbitrary<Operation> = fc.oneof(
  { arbitrary: arbitraryWrite, weight: 20 },
  { arbitrary: arbitraryRead.map((request) => ({ kind: "range", request }) as const), weight: 5 },
  {
    arbitrary: fc.record({
      kind: fc.constant("compact"),
      belowNewest: fc.integer({ min: -1, max: 9 }),
    }),
    weight: 1,
  },
);

/** A watcher of any range from now, from the past or from a revision to come. */
export const arbitraryWatch: fc.Arbitrary<WatchCreateRequest> = fc
  .tuple(
    arbitraryRange,
    fc.record(
      {
        startRevision: fc.nat(30),
        prevKv: fc.boolean(),
        withoutPuts: rarely(),
        withoutDeletes: rarely(),
      },
      { requiredKeys: [] },
    ),
  )
  .map(([range, options]) => ({ ...range, ...options }));

function rarely(): fc.Arbitrary<boolean> {
  return fc.nat(9).map((draw) => draw === 0);
}

/** A history of up to 100 operations; fast-check's own choice of length would keep it below ten. */
export function arbitraryHistory(operation = arbitraryOperation): fc.Arbitrary<Operation[]> {
  return fc.array(operation, { maxLength: 100, size: "max" });
}
