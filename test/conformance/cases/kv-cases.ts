import { at, type Case, compact, del, everything, grant, kv, prefix, put, range } from "./case.ts";

/** Three keys, written in the order of their names. */
const three = [put("k1", "c"), put("k2", "a"), put("k3", "b")] as const;
const [k1, k2, k3] = [kv("k1", "c", 2, 2, 1), kv("k2", "a", 3, 3, 1), kv("k3", "b", 4, 4, 1)];

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

/** Put, Range, DeleteRange and Compact. */
export const kvCases: readonly Case[] = [
  // Put
  {
    name: "the first put makes revision 2, and its answer holds nothing but that",
    ask: put("k", "v"),
    answer: at(2),
  },
  {
    name: "a record tells when it was created and changed, and how often",
    given: [put("k", "1"), put("other", ""), put("k", "2")],
    ask: range({ key: "k" }),
    answer: { ...at(4), kvs: [kv("k", "2", 2, 4, 2)], count: 1 },
  },
  {
    name: "a key that is deleted and put again is created anew",
    given: [put("k", "1"), del({ key: "k" }), put("k", "2")],
    ask: range({ key: "k" }),
    answer: { ...at(4), kvs: [kv("k", "2", 4, 4, 1)], count: 1 },
  },
  {
    name: "putting the value that is there already is a change",
    given: [put("k", "1")],
    ask: put("k", "1", { prev_kv: true }),
    answer: { ...at(3), prev_kv: kv("k", "1", 2, 2, 1) },
  },
  {
    name: "prev_kv of a put that creates its key is left out",
    ask: put("k", "1", { prev_kv: true }),
    answer: at(2),
  },
  {
    name: "keys and values are bytes, none of which is special",
    given: [put("\0\xff/", "\xff\0")],
    ask: range({ key: "\0\xff/" }),
    answer: { ...at(2), kvs: [kv("\0\xff/", "\xff\0", 2, 2, 1)], count: 1 },
  },
  { name: "an empty key cannot be put", ask: put("", "v"), refusal: emptyKey },
  {
    name: "ignore_value keeps the value and takes the new lease",
    given: [
      grant({ ID: 7, TTL: 60 }),
      put("k", "1"),
      put("k", "", { ignore_value: true, lease: 7 }),
    ],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "1", 2, 3, 2, { lease: 7 })], count: 1 },
  },
  {
    name: "ignore_lease keeps the lease and takes the new value",
    given: [
      grant({ ID: 7, TTL: 60 }),
      put("k", "1", { lease: 7 }),
      put("k", "2", { ignore_lease: true }),
    ],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "2", 2, 3, 2, { lease: 7 })], count: 1 },
  },
  {
    name: "a put without a lease takes the key off the lease it had",
    given: [grant({ ID: 7, TTL: 60 }), put("k", "1", { lease: 7 }), put("k", "2")],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "2", 2, 3, 2)], count: 1 },
  },
  {
    name: "ignore_value needs a key that is there",
    ask: put("k", "", { ignore_value: true }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key not found"],
  },
  {
    name: "ignore_lease needs a key that is there",
    ask: put("k", "v", { ignore_lease: true }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key not found"],
  },
  {
    name: "ignore_value and a value exclude each other",
    ask: put("k", "v", { ignore_value: true }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: value is provided"],
  },
  {
    name: "ignore_lease and a lease exclude each other",
    ask: put("k", "v", { ignore_lease: true, lease: 7 }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: lease is provided"],
  },
  {
    name: "a put with a lease that is not there is refused",
    ask: put("k", "v", { lease: 7 }),
    refusal: ["NOT_FOUND", "etcdserver: requested lease not found"],
  },
  {
    name: "a write of more than 1.5 MiB is refused",
    ask: put("k", "x".repeat(1.5 * 1024 * 1024)),
    refusal: ["INVALID_ARGUMENT", "etcdserver: request is too large"],
  },
  {
    name: "a message that is half a MiB larger than a write may be is refused before it is read",
    ask: put("k", "x".repeat(2 * 1024 * 1024)),
    refusal: ["RESOURCE_EXHAUSTED", "grpc: received message larger than max (2097160 vs. 2097152)"],
  },
  // Range
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
    name: "records are sorted by value, downwards",
    given: three,
    ask: range({ ...prefix, sort_target: "VALUE", sort_order: "DESCEND" }),
    answer: { ...at(4), kvs: [k1, k3, k2], count: 3 },
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
    name: "the last one by creation: sorted first, then limited",
    given: three,
    ask: range({ ...prefix, sort_target: "CREATE", sort_order: "DESCEND", limit: 1 }),
    answer: { ...at(4), kvs: [k3], more: true, count: 3 },
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
  // DeleteRange
  {
    name: "a deletion counts what it deleted and makes one revision",
    given: three,
    ask: del({ key: "k2", range_end: "\0" }),
    answer: { ...at(5), deleted: 2 },
  },
  {
    name: "a deletion of nothing makes no revision",
    given: three,
    ask: del({ key: "x" }),
    answer: at(4),
  },
  {
    name: "a deletion gives the records as they were",
    given: three,
    ask: del({ ...prefix, prev_kv: true }),
    answer: { ...at(5), deleted: 3, prev_kvs: [k1, k2, k3] },
  },
  { name: "an empty key cannot be deleted", ask: del({ key: "" }), refusal: emptyKey },
  // Compact
  {
    name: "a compaction answers with the store's revision",
    given: three,
    ask: compact(3),
    answer: at(4),
  },
  {
    name: "what was before the compacted revision is gone",
    given: [put("k", "1"), put("k", "2"), put("k", "3"), compact(3)],
    ask: range({ key: "k", revision: 2 }),
    refusal: compacted,
  },
  {
    name: "the compacted revision itself can be read",
    given: [put("k", "1"), put("k", "2"), put("k", "3"), compact(3)],
    ask: range({ key: "k", revision: 3 }),
    answer: { ...at(4), kvs: [kv("k", "2", 2, 3, 2)], count: 1 },
  },
  {
    name: "a key that was deleted at the compacted revision is not there at it",
    given: [put("k", "1"), del({ key: "k" }), put("k", "2"), compact(3)],
    ask: range({ key: "k", revision: 3 }),
    answer: at(4),
  },
  {
    name: "what was compacted cannot be compacted again",
    given: [put("k", "1"), compact(2)],
    ask: compact(2),
    refusal: compacted,
  },
  { name: "the future cannot be compacted", ask: compact(2), refusal: future },
];
