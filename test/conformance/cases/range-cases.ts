import type { Plain } from "../plain-message.ts";
import { at, type Case, compact, del, everything, grant, kv, prefix, put, range } from "./case.ts";

/** Three keys, written in the order of their names. */
const three = [put("k1", "c"), put("k2", "a"), put("k3", "b")] as const;
const [k1, k2, k3] = [kv("k1", "c", 2, 2, 1), kv("k2", "a", 3, 3, 1), kv("k3", "b", 4, 4, 1)];
/** The same keys after "k1" was written twice more and "k2" once: versions 3, 2, 1. */
const rewritten = [...three, put("k1", "d"), put("k2", "e"), put("k1", "f")] as const;
const [new1, new2] = [kv("k1", "f", 2, 7, 3), kv("k2", "e", 3, 6, 2)];

const emptyKey = ["INVALID_ARGUMENT", "etcdserver: key is not provided"] as const;
const compacted = [
  "OUT_OF_RANGE",
  "etcdserver: mvcc: required revision has been compacted",
] as const;
const future = [
  "OUT_OF_RANGE",
  "etcdserver: mvcc: required revision is a future revision",
] as const;
const invalidSort = ["INVALID_ARGUMENT", "etcdserver: invalid sort option"] as const;

/** Three keys, each of whose properties puts them in another order. */
const mixed = ["k2", "k3", "k1", "k1"]
  .map((key) => put(key, "c"))
  .concat(put("k1", "b"), put("k2", "a"));
const [mixed1, mixed2] = [kv("k1", "b", 4, 6, 3), kv("k2", "a", 2, 7, 2)];
const mixed3 = kv("k3", "c", 3, 3, 1);
/** What a sort of them gives, upwards. */
const orders: readonly (readonly [target: string, records: readonly Plain[]])[] = [
  ["KEY", [mixed1, mixed2, mixed3]],
  ["VERSION", [mixed3, mixed2, mixed1]],
  ["CREATE", [mixed2, mixed3, mixed1]],
  ["MOD", [mixed3, mixed1, mixed2]],
  ["VALUE", [mixed2, mixed1, mixed3]],
];

/** Reads. */
export const rangeCases: readonly Case[] = [
  {
    name: "a key that is not there: no records, and the header tells the store's revision",
    given: [put("other", "")],
    ask: range({ key: "k" }),
    answer: at(2),
  },
  {
    name: "a range holds its first key and not its last",
    given: three,
    ask: range({ key: "k1", range_end: "k3" }),
    answer: { ...at(4), kvs: [k1, k2], count: 2 },
  },
  {
    name: "a range end of one zero byte means all keys from the first on",
    given: three,
    ask: range({ key: "k2", range_end: "\0" }),
    answer: { ...at(4), kvs: [k2, k3], count: 2 },
  },
  {
    name: "a zero byte as key and as range end means every key",
    given: three,
    ask: range(everything),
    answer: { ...at(4), kvs: [k1, k2, k3], count: 3 },
  },
  {
    name: "a range that ends before it begins is empty, and no error",
    given: three,
    ask: range({ key: "k3", range_end: "k1" }),
    answer: at(4),
  },
  { name: "an empty key cannot be read", ask: range({ key: "" }), refusal: emptyKey },
  {
    name: "a limit holds records back, and says so; count is that of all",
    given: three,
    ask: range({ ...prefix, limit: 2 }),
    answer: { ...at(4), kvs: [k1, k2], more: true, count: 3 },
  },
  {
    name: "a limit that is just reached holds nothing back",
    given: three,
    ask: range({ ...prefix, limit: 3 }),
    answer: { ...at(4), kvs: [k1, k2, k3], count: 3 },
  },
  {
    name: "keys_only leaves the values out",
    given: three,
    ask: range({ key: "k1", keys_only: true }),
    answer: { ...at(4), kvs: [kv("k1", "", 2, 2, 1)], count: 1 },
  },
  {
    name: "count_only gives the number alone, whatever the limit",
    given: three,
    ask: range({ ...prefix, count_only: true, limit: 1 }),
    answer: { ...at(4), count: 3 },
  },
  {
    name: "a sort target other than the key sorts upwards without a sort order, too",
    given: three,
    ask: range({ ...prefix, sort_target: "VALUE" }),
    answer: { ...at(4), kvs: [k2, k3, k1], count: 3 },
  },
  {
    name: "without a sort order a limit comes first: one record more than it is fetched, then sorted",
    given: [put("k1", "b"), put("k2", "c"), put("k3", "a")],
    ask: range({ ...prefix, sort_target: "VALUE", limit: 1 }),
    answer: { ...at(4), kvs: [kv("k1", "b", 2, 2, 1)], more: true, count: 3 },
  },
  {
    name: "a sort order that etcd does not know is refused",
    differs: { "3.4": "it reads as none" },
    ask: range({ key: "k", sort_order: 7 }),
    grpcOnly: "the gateway takes an enum that it does not know for its default",
    refusal: invalidSort,
  },
  {
    name: "a sort target that etcd does not know is refused",
    differs: { "3.4": "the server ends in a panic" },
    ask: range({ key: "k", sort_target: 9 }),
    grpcOnly: "the gateway takes an enum that it does not know for its default",
    refusal: invalidSort,
  },
  {
    name: "revision bounds are inclusive, and count does not heed them",
    given: three,
    ask: range({ ...prefix, min_mod_revision: 3, max_create_revision: 3 }),
    answer: { ...at(4), kvs: [k2], count: 3 },
  },
  {
    name: "who waits in an election finds the one before it",
    given: three,
    ask: range({
      ...prefix,
      limit: 1,
      sort_target: "CREATE",
      sort_order: "DESCEND",
      max_create_revision: 3,
    }),
    answer: { ...at(4), kvs: [k2], more: true, count: 3 },
  },
  {
    name: "the past can be read; the header tells the present",
    given: [put("k", "1"), put("k", "2")],
    ask: range({ key: "k", revision: 2 }),
    answer: { ...at(3), kvs: [kv("k", "1", 2, 2, 1)], count: 1 },
  },
  {
    name: "at the revision of its deletion a key is not there",
    given: [put("k", "1"), del({ key: "k" }), put("k", "2")],
    ask: range({ key: "k", revision: 3 }),
    answer: at(4),
  },
  {
    name: "a negative revision means now",
    given: [put("k", "1")],
    ask: range({ key: "k", revision: -1 }),
    answer: { ...at(2), kvs: [kv("k", "1", 2, 2, 1)], count: 1 },
  },
  {
    name: "the future cannot be read",
    ask: range({ key: "k", revision: 2 }),
    refusal: future,
  },
  ...orders.flatMap(([target, records]): Case[] => [
    {
      name: `records are sorted by ${target.toLowerCase()}, upwards`,
      given: mixed,
      ask: range({ ...prefix, sort_target: target, sort_order: "ASCEND" }),
      answer: { ...at(7), kvs: records, count: 3 },
    },
    {
      name: `the last two by ${target.toLowerCase()}, downwards: sorted first, then limited`,
      given: mixed,
      ask: range({ ...prefix, sort_target: target, sort_order: "DESCEND", limit: 2 }),
      answer: { ...at(7), kvs: records.toReversed().slice(0, 2), more: true, count: 3 },
    },
  ]),
  {
    name: "an empty key cannot be read, with a range end neither",
    ask: range({ key: "", range_end: "\0" }),
    refusal: emptyKey,
  },
  {
    name: "a range that ends where it begins is empty",
    given: three,
    ask: range({ key: "k1", range_end: "k1" }),
    answer: at(4),
  },
  {
    name: "a key that another one begins with is in the range of its prefix alone",
    given: [put("a", "1"), put("ab", "2"), put("a\0", "3"), put("b", "4")],
    ask: range({ key: "a", range_end: "b", keys_only: true }),
    answer: {
      ...at(5),
      kvs: [kv("a", "", 2, 2, 1), kv("a\0", "", 4, 4, 1), kv("ab", "", 3, 3, 1)],
      count: 3,
    },
  },
  {
    name: "keys are ordered byte by byte, beyond ASCII too",
    given: [put("k\xff", ""), put("k\x7f", ""), put("k\x80", ""), put("kZ", ""), put("ka", "")],
    ask: range({ key: "k", range_end: "l" }),
    answer: {
      ...at(6),
      kvs: [
        kv("kZ", "", 5, 5, 1),
        kv("ka", "", 6, 6, 1),
        kv("k\x7f", "", 3, 3, 1),
        kv("k\x80", "", 4, 4, 1),
        kv("k\xff", "", 2, 2, 1),
      ],
      count: 5,
    },
  },
  ...[0, -1].map(
    (limit): Case => ({
      name: `a limit of ${limit} is none`,
      given: three,
      ask: range({ ...prefix, limit }),
      answer: { ...at(4), kvs: [k1, k2, k3], count: 3 },
    }),
  ),
  {
    name: "a limit larger than what there is holds nothing back",
    given: three,
    ask: range({ ...prefix, limit: 1_000_000 }),
    answer: { ...at(4), kvs: [k1, k2, k3], count: 3 },
  },
  {
    name: "the next page begins at the last key of the one before with a zero byte behind it",
    given: three,
    ask: range({ key: "k1\0", range_end: "l", limit: 1 }),
    answer: { ...at(4), kvs: [k2], more: true, count: 2 },
  },
  {
    name: "pages at one revision fit together whatever is written between them",
    given: [...three, del({ key: "k3" }), put("k2", "new")],
    ask: range({ key: "k1\0", range_end: "l", revision: 4 }),
    answer: { ...at(6), kvs: [k2, k3], count: 2 },
  },
  {
    name: "a serializable read of one member tells the same",
    given: three,
    ask: range({ ...prefix, serializable: true }),
    answer: { ...at(4), kvs: [k1, k2, k3], count: 3 },
  },
  {
    name: "keys_only leaves everything but the value",
    given: [grant({ ID: 7, TTL: 60 }), put("k", "v", { lease: 7 }), put("k", "w", { lease: 7 })],
    ask: range({ key: "k", keys_only: true }),
    answer: { ...at(3), kvs: [kv("k", "", 2, 3, 2, { lease: 7 })], count: 1 },
  },
  {
    name: "values decide the order though keys_only leaves them out",
    given: three,
    ask: range({ ...prefix, keys_only: true, sort_target: "VALUE", sort_order: "ASCEND" }),
    answer: {
      ...at(4),
      kvs: [kv("k2", "", 3, 3, 1), kv("k3", "", 4, 4, 1), kv("k1", "", 2, 2, 1)],
      count: 3,
    },
  },
  {
    name: "count_only of a key that is not there counts nothing",
    given: three,
    ask: range({ key: "x", count_only: true }),
    answer: at(4),
  },
  {
    name: "count_only counts what was there in the past",
    given: [...three, del({ key: "k1" })],
    ask: range({ ...prefix, count_only: true, revision: 3 }),
    answer: { ...at(5), count: 2 },
  },
  ...(
    [
      ["min_mod_revision", 6, [new1, new2]],
      ["max_mod_revision", 6, [new2, k3]],
      ["min_create_revision", 3, [new2, k3]],
      ["max_create_revision", 3, [new1, new2]],
    ] as const
  ).map(
    ([bound, revision, records]): Case => ({
      name: `${bound} leaves out what is beyond it, and count still counts it`,
      given: rewritten,
      ask: range({ ...prefix, [bound]: revision }),
      answer: { ...at(7), kvs: records, count: 3 },
    }),
  ),
  {
    name: "bounds that nothing meets leave the count alone",
    given: three,
    ask: range({ ...prefix, min_mod_revision: 4, max_mod_revision: 3 }),
    answer: { ...at(4), count: 3 },
  },
  {
    name: "a limit counts after the bounds have left out",
    given: rewritten,
    ask: range({ ...prefix, min_create_revision: 3, limit: 1 }),
    answer: { ...at(7), kvs: [new2], more: true, count: 3 },
  },
  {
    name: "bounds hold for the records of the past when that is read",
    given: rewritten,
    ask: range({ ...prefix, revision: 4, min_mod_revision: 3 }),
    answer: { ...at(7), kvs: [k2, k3], count: 3 },
  },
  {
    name: "the store's own revision can be named",
    given: three,
    ask: range({ key: "k3", revision: 4 }),
    answer: { ...at(4), kvs: [k3], count: 1 },
  },
  {
    name: "the first revision can be read, and nothing is in it",
    isFresh: true,
    given: three,
    ask: range({ ...prefix, revision: 1 }),
    answer: at(4),
  },
  {
    name: "a range of the past holds the keys of then as they were",
    given: [...rewritten, del({ key: "k3" }), put("k4", "")],
    ask: range({ ...prefix, revision: 6 }),
    answer: { ...at(9), kvs: [kv("k1", "d", 2, 5, 2), new2, k3], count: 3 },
  },
  {
    name: "the future cannot be read by a serializable read either",
    ask: range({ key: "k", revision: 2, serializable: true }),
    refusal: future,
  },
  {
    name: "what is compacted cannot be counted",
    given: [...three, compact(4)],
    ask: range({ ...prefix, count_only: true, revision: 3 }),
    refusal: compacted,
  },
  {
    name: "after a compaction the present is as it was",
    given: [...rewritten, compact(7)],
    ask: range(prefix),
    answer: { ...at(7), kvs: [new1, new2, k3], count: 3 },
  },
  {
    name: "a revision after the compacted one can be read",
    given: [...rewritten, compact(5)],
    ask: range({ key: "k1", revision: 6 }),
    answer: { ...at(7), kvs: [kv("k1", "d", 2, 5, 2)], count: 1 },
  },
  {
    name: "an answer has no limit: records of more than 4 MiB come in one",
    given: [1, 2, 3, 4].map((n) => put(`k${n}`, "x".repeat(1_200_000))),
    ask: range({ ...prefix, limit: 4 }),
    masked: ["value"],
    answer: {
      ...at(5),
      kvs: [2, 3, 4, 5].map((n) => kv(`k${n - 1}`, "#", n, n, 1)),
      count: 4,
    },
  },
];
