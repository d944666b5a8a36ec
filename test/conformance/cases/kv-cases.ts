import {
  at,
  type Case,
  call,
  compact,
  del,
  everything,
  grant,
  kv,
  prefix,
  put,
  range,
  revoke,
  timeToLive,
} from "./case.ts";

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

/** Put, DeleteRange and Compact. */
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
  {
    name: "an empty value is a value",
    given: [put("k", "")],
    ask: range({ key: "k" }),
    answer: { ...at(2), kvs: [kv("k", "", 2, 2, 1)], count: 1 },
  },
  {
    name: "a key may be long",
    given: [put("k".repeat(100_000), "v")],
    ask: range({ ...prefix, count_only: true }),
    answer: { ...at(2), count: 1 },
  },
  {
    name: "prev_kv tells the lease that the record had",
    given: [grant({ ID: 7, TTL: 60 }), put("k", "1", { lease: 7 })],
    ask: put("k", "2", { prev_kv: true }),
    answer: { ...at(3), prev_kv: kv("k", "1", 2, 2, 1, { lease: 7 }) },
  },
  {
    name: "a put with another lease moves the key there: the first one's end leaves it alone",
    given: [
      grant({ ID: 7, TTL: 60 }),
      grant({ ID: 8, TTL: 60 }),
      put("k", "1", { lease: 7 }),
      put("k", "2", { lease: 8 }),
      revoke(7),
    ],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "2", 2, 3, 2, { lease: 8 })], count: 1 },
  },
  {
    name: "a negative lease is a lease",
    given: [grant({ ID: -7, TTL: 60 }), put("k", "v", { lease: -7 })],
    ask: range({ key: "k" }),
    answer: { ...at(2), kvs: [kv("k", "v", 2, 2, 1, { lease: -7 })], count: 1 },
  },
  {
    name: "ignore_value and ignore_lease together change nothing but the revisions",
    given: [
      grant({ ID: 7, TTL: 60 }),
      put("k", "1", { lease: 7 }),
      put("k", "", { ignore_value: true, ignore_lease: true }),
    ],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "1", 2, 3, 2, { lease: 7 })], count: 1 },
  },
  {
    name: "ignore_value without a lease takes the key off the lease it had",
    given: [
      grant({ ID: 7, TTL: 60 }),
      put("k", "1", { lease: 7 }),
      put("k", "", { ignore_value: true }),
    ],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "1", 2, 3, 2)], count: 1 },
  },
  {
    name: "ignore_lease of a key without a lease leaves it without one",
    given: [put("k", "1"), put("k", "2", { ignore_lease: true })],
    ask: range({ key: "k" }),
    answer: { ...at(3), kvs: [kv("k", "2", 2, 3, 2)], count: 1 },
  },
  {
    name: "ignore_value of a key that was deleted is refused",
    given: [put("k", "1"), del({ key: "k" })],
    ask: put("k", "", { ignore_value: true }),
    refusal: ["INVALID_ARGUMENT", "etcdserver: key not found"],
  },
  {
    name: "a lease that was revoked takes no keys",
    given: [grant({ ID: 7, TTL: 60 }), revoke(7)],
    ask: put("k", "v", { lease: 7 }),
    refusal: ["NOT_FOUND", "etcdserver: requested lease not found"],
  },
  {
    name: "a put that is refused makes no revision",
    steps: [
      {
        ask: put("k", "v", { lease: 7 }),
        refusal: ["NOT_FOUND", "etcdserver: requested lease not found"],
      },
      { ask: range({ key: "k" }), answer: at(1) },
    ],
  },
  {
    name: "a put that is a few bytes below 1.5 MiB is taken",
    ask: put("k", "x".repeat(1.5 * 1024 * 1024 - 30)),
    answer: at(2),
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
  {
    name: "a deletion of one key gives its record when asked for",
    given: three,
    ask: del({ key: "k2", prev_kv: true }),
    answer: { ...at(5), deleted: 1, prev_kvs: [k2] },
  },
  {
    name: "a deletion does not touch the end of its range",
    given: [...three, del({ key: "k1", range_end: "k3" })],
    ask: range(everything),
    answer: { ...at(5), kvs: [k3], count: 1 },
  },
  {
    name: "every key is deleted at once by a zero byte as key and as range end",
    given: [put("\0", ""), ...three, put("\xff", "")],
    ask: del(everything),
    answer: { ...at(7), deleted: 5 },
  },
  {
    name: "a deletion whose range ends before it begins deletes nothing",
    given: three,
    ask: del({ key: "k3", range_end: "k1" }),
    answer: at(4),
  },
  {
    name: "a range without a key cannot be deleted",
    ask: del({ key: "", range_end: "\0" }),
    refusal: emptyKey,
  },
  {
    name: "a key that is deleted leaves its lease",
    given: [grant({ ID: 7, TTL: 60 }), put("k", "v", { lease: 7 }), del({ key: "k" })],
    ask: timeToLive({ ID: 7, keys: true }),
    masked: ["TTL"],
    answer: { ...at(3), ID: 7, TTL: "#", grantedTTL: 60 },
  },
  {
    name: "a deletion is of what is there now: keys deleted before do not count",
    given: [...three, del({ key: "k1" })],
    ask: del(prefix),
    answer: { ...at(6), deleted: 2 },
  },
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
  {
    name: "a compaction that is not physical answers the same",
    given: three,
    ask: call("Compact", { revision: 3 }),
    answer: at(4),
  },
  {
    name: "the store's own revision can be compacted, and still be read",
    given: [...three, compact(4)],
    ask: range({ ...prefix, revision: 4 }),
    answer: { ...at(4), kvs: [k1, k2, k3], count: 3 },
  },
  {
    name: "a record that is older than the compacted revision stays if nothing replaced it",
    given: [...three, put("k1", "d"), compact(5)],
    ask: range({ key: "k2", revision: 5 }),
    answer: { ...at(5), kvs: [k2], count: 1 },
  },
  {
    name: "what is older than what was compacted cannot be compacted",
    given: [...three, compact(4)],
    ask: compact(3),
    refusal: compacted,
  },
  {
    name: "a later revision can be compacted after an earlier one",
    given: [...three, compact(2)],
    ask: compact(4),
    answer: at(4),
  },
  {
    name: "revision 0 is compacted from the start",
    given: [...three, compact(2)],
    ask: compact(0),
    refusal: compacted,
  },
  {
    name: "a compaction counts no versions anew",
    given: [put("k", "1"), put("k", "2"), compact(3), put("k", "3")],
    ask: range({ key: "k" }),
    answer: { ...at(4), kvs: [kv("k", "3", 2, 4, 3)], count: 1 },
  },
];
