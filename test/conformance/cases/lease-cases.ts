import {
  at,
  type Case,
  del,
  grant,
  inTxn,
  keepAlive,
  kv,
  leases,
  prefix,
  put,
  range,
  revoke,
  timeToLive,
  txn,
} from "./case.ts";

const notFound = ["NOT_FOUND", "etcdserver: requested lease not found"] as const;
const seven = grant({ ID: 7, TTL: 60 });

/** Leases. What time does to them is shown elsewhere. */
export const leaseCases: readonly Case[] = [
  {
    name: "a grant with an id gets that id, and makes no revision",
    ask: seven,
    answer: { ...at(1), ID: 7, TTL: 60 },
  },
  {
    name: "a grant without an id gets one",
    ask: grant({ TTL: 60 }),
    masked: ["ID"],
    answer: { ...at(1), ID: "#", TTL: 60 },
  },
  {
    name: "a negative id is an id",
    ask: grant({ ID: -5, TTL: 60 }),
    answer: { ...at(1), ID: -5, TTL: 60 },
  },
  ...[1, 0, -9].map(
    (TTL): Case => ({
      name: `the shortest lease is 2 seconds: so much is granted for ${TTL}`,
      ask: grant({ ID: 7, TTL }),
      answer: { ...at(1), ID: 7, TTL: 2 },
    }),
  ),
  {
    name: "the longest lease is 9000000000 seconds",
    ask: grant({ ID: 7, TTL: 9_000_000_000 }),
    answer: { ...at(1), ID: 7, TTL: 9_000_000_000 },
  },
  {
    name: "a longer lease is refused",
    ask: grant({ ID: 7, TTL: 9_000_000_001 }),
    refusal: ["OUT_OF_RANGE", "etcdserver: too large lease TTL"],
  },
  {
    name: "an id that is taken is refused",
    given: [seven],
    ask: seven,
    refusal: ["FAILED_PRECONDITION", "etcdserver: lease already exists"],
  },
  {
    name: "revoking a lease without keys makes no revision",
    given: [seven],
    ask: revoke(7),
    answer: at(1),
  },
  {
    name: "revoking a lease deletes its keys in one revision",
    given: [seven, put("k2", "v", { lease: 7 }), put("k1", "v", { lease: 7 })],
    ask: revoke(7),
    answer: at(4),
  },
  {
    name: "a key that left its lease outlives it",
    given: [seven, put("k", "v", { lease: 7 }), put("k", "w"), revoke(7)],
    ask: range({ key: "k", count_only: true }),
    answer: { ...at(3), count: 1 },
  },
  { name: "a lease that is not there cannot be revoked", ask: revoke(7), refusal: notFound },
  {
    name: "a keep-alive answers with the time to live that was granted",
    given: [seven],
    ask: keepAlive({ ID: 7 }),
    answer: { ...at(1), ID: 7, TTL: 60 },
  },
  {
    name: "a keep-alive of a lease that is not there answers with no time to live",
    ask: keepAlive({ ID: 7 }),
    answer: { ...at(1), ID: 7 },
  },
  {
    name: "the time to live is what is left, in whole seconds",
    given: [seven, put("k", "v", { lease: 7 })],
    ask: timeToLive({ ID: 7 }),
    answer: { ...at(2), ID: 7, TTL: 59, grantedTTL: 60 },
  },
  {
    name: "the keys of a lease are given when asked for, without those that left it",
    given: [
      seven,
      put("gone", "v", { lease: 7 }),
      put("k", "v", { lease: 7 }),
      del({ key: "gone" }),
    ],
    ask: timeToLive({ ID: 7, keys: true }),
    answer: { ...at(4), ID: 7, TTL: 59, grantedTTL: 60, keys: ["k"] },
  },
  {
    name: "a lease that is not there has a time to live of -1, and that is no error",
    ask: timeToLive({ ID: 7, keys: true }),
    answer: { ...at(1), ID: 7, TTL: -1 },
  },
  {
    name: "leases are listed by the time they have left",
    given: [grant({ ID: 1, TTL: 300 }), grant({ ID: 2, TTL: 100 }), grant({ ID: 3, TTL: 200 })],
    ask: leases,
    answer: { ...at(1), leases: [{ ID: 2 }, { ID: 3 }, { ID: 1 }] },
  },
  {
    name: "where there are no leases, none are listed",
    ask: leases,
    answer: at(1),
  },
  {
    name: "an id can be used again when its lease was revoked",
    given: [seven, revoke(7)],
    ask: grant({ ID: 7, TTL: 90 }),
    answer: { ...at(1), ID: 7, TTL: 90 },
  },
  {
    name: "an id is taken for as long as its lease lives, whatever the time to live",
    given: [seven],
    ask: grant({ ID: 7, TTL: 90 }),
    refusal: ["FAILED_PRECONDITION", "etcdserver: lease already exists"],
  },
  {
    name: "the largest id is an id",
    ask: grant({ ID: "9223372036854775807", TTL: 60 }),
    answer: { ...at(1), ID: "9223372036854775807", TTL: 60 },
  },
  {
    name: "a lease too long is refused before its id is looked at",
    given: [seven],
    ask: grant({ ID: 7, TTL: 9_000_000_001 }),
    refusal: ["OUT_OF_RANGE", "etcdserver: too large lease TTL"],
  },
  {
    name: "a lease cannot be revoked twice",
    given: [seven, revoke(7)],
    ask: revoke(7),
    refusal: notFound,
  },
  { name: "lease 0 cannot be revoked", ask: revoke(0), refusal: notFound },
  {
    name: "a revoked lease leaves no key behind",
    given: [
      seven,
      put("k1", "v", { lease: 7 }),
      put("k2", "v", { lease: 7 }),
      put("k3", "v"),
      revoke(7),
    ],
    ask: range({ ...prefix, keys_only: true }),
    answer: { ...at(5), kvs: [kv("k3", "", 4, 4, 1)], count: 1 },
  },
  {
    name: "revoking a lease all of whose keys were deleted makes no revision",
    given: [seven, put("k", "v", { lease: 7 }), del({ key: "k" })],
    ask: revoke(7),
    answer: at(3),
  },
  {
    name: "a lease outlives its keys",
    given: [seven, put("k", "v", { lease: 7 }), del({ key: "k" })],
    ask: leases,
    answer: { ...at(3), leases: [{ ID: 7 }] },
  },
  {
    name: "a key that is put twice under its lease is one key of it",
    given: [seven, put("k", "1", { lease: 7 }), put("k", "2", { lease: 7 })],
    ask: timeToLive({ ID: 7, keys: true }),
    answer: { ...at(3), ID: 7, TTL: 59, grantedTTL: 60, keys: ["k"] },
  },
  {
    name: "keys that a transaction put under a lease are keys of it",
    given: [seven, txn({ success: [inTxn.put("k", "v", { lease: 7 })] })],
    ask: timeToLive({ ID: 7, keys: true }),
    answer: { ...at(2), ID: 7, TTL: 59, grantedTTL: 60, keys: ["k"] },
  },
  {
    name: "a transaction that is refused attaches nothing",
    given: [seven],
    steps: [
      {
        ask: txn({
          success: [inTxn.put("k", "v", { lease: 7 }), inTxn.put("k2", "v", { lease: 404 })],
        }),
        refusal: notFound,
      },
      {
        ask: timeToLive({ ID: 7, keys: true }),
        answer: { ...at(1), ID: 7, TTL: 59, grantedTTL: 60 },
      },
    ],
  },
  {
    name: "the keys of a lease are not given when nobody asks for them",
    given: [seven, put("k", "v", { lease: 7 })],
    ask: timeToLive({ ID: 7, keys: false }),
    answer: { ...at(2), ID: 7, TTL: 59, grantedTTL: 60 },
  },
  {
    name: "a lease that was revoked is one that is not there",
    given: [seven, revoke(7)],
    ask: timeToLive({ ID: 7 }),
    answer: { ...at(1), ID: 7, TTL: -1 },
  },
  {
    name: "a short lease was granted what it got, not what was asked for",
    given: [grant({ ID: 7, TTL: 1 })],
    ask: timeToLive({ ID: 7 }),
    masked: ["TTL"],
    answer: { ...at(1), ID: 7, TTL: "#", grantedTTL: 2 },
  },
  {
    name: "a keep-alive of lease 0 is one of a lease that is not there",
    ask: keepAlive({ ID: 0 }),
    answer: at(1),
  },
  {
    name: "a keep-alive of a negative id renews it",
    given: [grant({ ID: -5, TTL: 60 })],
    ask: keepAlive({ ID: -5 }),
    answer: { ...at(1), ID: -5, TTL: 60 },
  },
  {
    name: "a revoked lease leaves the list of leases",
    given: [grant({ ID: 1, TTL: 100 }), grant({ ID: 2, TTL: 101 }), grant({ ID: 3, TTL: 50 })],
    steps: [
      { ask: leases, answer: { ...at(1), leases: [{ ID: 3 }, { ID: 1 }, { ID: 2 }] } },
      revoke(3),
      { ask: leases, answer: { ...at(1), leases: [{ ID: 1 }, { ID: 2 }] } },
    ],
  },
];
