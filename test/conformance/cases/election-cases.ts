import type { Ask } from "../caller.ts";
import type { Plain } from "../plain-message.ts";
import { at, type Case, del, grant, kv, leases, prefix, put, range, revoke } from "./case.ts";

const campaign = (request: Plain): Ask => ({ rpc: "Campaign", request });
const proclaim = (request: Plain): Ask => ({ rpc: "Proclaim", request });
const resign = (request: Plain): Ask => ({ rpc: "Resign", request });
const leader = (name: string): Ask => ({ rpc: "Leader", request: { name } });
const lock = (request: Plain): Ask => ({ rpc: "Lock", request });
const unlock = (key: string): Ask => ({ rpc: "Unlock", request: { key } });

/** A lease that the client has made; its id is the end of the keys, in hexadecimal. */
const leased = grant({ ID: 26, TTL: 60 });
const elected = campaign({ name: "k", value: "v", lease: 26 });
const leaderKey: Plain = { name: "k", key: "k/1a", rev: 2, lease: 26 };

/** What etcd's election service and lock service do for clients that leave the waiting to the server. */
export const electionCases: readonly Case[] = [
  {
    name: "A campaign that nobody contends puts the lease's key and answers at once",
    given: [leased],
    ask: elected,
    answer: { ...at(2), leader: leaderKey },
  },
  {
    name: "The key of a leader holds its value and hangs on the lease",
    given: [leased, elected],
    ask: range(prefix),
    answer: { ...at(2), count: 1, kvs: [kv("k/1a", "v", 2, 2, 1, { lease: 26 })] },
  },
  {
    name: "A second campaign of the same lease and value changes nothing",
    given: [leased, elected],
    ask: elected,
    answer: { ...at(2), leader: leaderKey },
  },
  {
    name: "A second campaign with another value proclaims it, and its header is from before that",
    given: [leased, elected],
    ask: campaign({ name: "k", value: "w", lease: 26 }),
    answer: { ...at(2), leader: leaderKey },
  },
  {
    name: "What a second campaign proclaimed stands in the leader's key",
    given: [leased, elected, campaign({ name: "k", value: "w", lease: 26 })],
    ask: leader("k"),
    answer: { ...at(3), kv: kv("k/1a", "w", 2, 3, 2, { lease: 26 }) },
  },
  {
    name: "A campaign without a lease gets one of 60 seconds",
    given: [campaign({ name: "k", value: "v" })],
    ask: leases,
    answer: { ...at(2), leases: [{ ID: "#" }] },
    masked: ["ID", "key", "lease"],
  },
  {
    name: "A campaign without a name contends under a slash alone",
    given: [leased],
    ask: campaign({ lease: 26 }),
    answer: { ...at(2), leader: { key: "/1a", rev: 2, lease: 26 } },
  },
  {
    name: "A campaign with an unknown lease is refused without the code of the refusal",
    ask: campaign({ name: "k", lease: 27 }),
    refusal: ["UNKNOWN", "etcdserver: requested lease not found"],
  },
  {
    name: "A leader proclaims a new value",
    given: [leased, elected],
    ask: proclaim({ leader: leaderKey, value: "w" }),
    answer: at(3),
  },
  {
    name: "A proclamation names its key: without one it is no leader's",
    ask: proclaim({ value: "w" }),
    refusal: ["UNKNOWN", '"leader" field must be provided'],
  },
  {
    name: "A proclamation with an empty key is refused as the write that it is",
    given: [leased],
    ask: proclaim({ leader: { lease: 26 } }),
    refusal: ["UNKNOWN", "etcdserver: key is not provided"],
  },
  {
    name: "Who was leader and is so no longer cannot proclaim",
    given: [leased, elected, del({ key: "k/1a" })],
    ask: proclaim({ leader: leaderKey, value: "w" }),
    refusal: ["UNKNOWN", "election: not leader"],
  },
  {
    name: "A proclamation with a revision that is not the key's is no leader's",
    given: [leased, elected],
    ask: proclaim({ leader: { ...leaderKey, rev: 1 }, value: "w" }),
    refusal: ["UNKNOWN", "election: not leader"],
  },
  {
    name: "The leader is the contender whose key is the oldest",
    given: [put("k/2", "second"), put("k/1", "third"), put("k/2", "changed")],
    ask: leader("k"),
    answer: { ...at(4), kv: kv("k/2", "changed", 2, 4, 2) },
  },
  {
    name: "An election that nobody takes part in has no leader",
    ask: leader("k"),
    refusal: ["UNKNOWN", "election: no leader"],
  },
  {
    name: "A lease that is revoked takes its leader along",
    given: [leased, elected, revoke(26)],
    ask: leader("k"),
    refusal: ["UNKNOWN", "election: no leader"],
  },
  {
    name: "Who resigns deletes the key",
    given: [leased, elected],
    ask: resign({ leader: leaderKey }),
    answer: at(3),
  },
  {
    name: "Who resigns without being leader changes nothing",
    given: [leased, elected],
    ask: resign({ leader: { ...leaderKey, rev: 1 } }),
    answer: at(2),
  },
  {
    name: "A resignation names its key, too",
    ask: resign({}),
    refusal: ["UNKNOWN", '"leader" field must be provided'],
  },
  {
    name: "A lock that is free is had at once, with a key that ends in the lease",
    given: [leased],
    ask: lock({ name: "k", lease: 26 }),
    answer: { ...at(2), key: "k/1a" },
  },
  {
    name: "The key of a lock holds no value",
    given: [leased, lock({ name: "k", lease: 26 })],
    ask: range(prefix),
    answer: { ...at(2), count: 1, kvs: [kv("k/1a", "", 2, 2, 1, { lease: 26 })] },
  },
  {
    name: "A lease that locks twice holds the lock once",
    given: [leased, lock({ name: "k", lease: 26 }), lock({ name: "k", lease: 26 })],
    ask: range({ ...prefix, count_only: true }),
    answer: { ...at(2), count: 1 },
  },
  {
    name: "A lock with an unknown lease is refused without the code of the refusal",
    ask: lock({ name: "k", lease: 27 }),
    refusal: ["UNKNOWN", "etcdserver: requested lease not found"],
  },
  {
    name: "An unlock deletes the key",
    given: [leased, lock({ name: "k", lease: 26 }), unlock("k/1a")],
    ask: range(prefix),
    answer: at(3),
  },
  {
    name: "An unlock of what is not locked is no error",
    ask: unlock("k/1a"),
    answer: at(1),
  },
  {
    name: "An unlock of nothing is refused as the deletion that it is",
    ask: unlock(""),
    refusal: ["UNKNOWN", "etcdserver: key is not provided"],
  },
];
