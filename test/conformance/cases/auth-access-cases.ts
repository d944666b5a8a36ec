import type { Ask } from "../caller.ts";
import type { Plain } from "../plain-message.ts";
import { badToken, denied, userNameEmpty } from "./auth-refusals.ts";
import {
  at,
  type Case,
  compact,
  del,
  grant,
  inTxn,
  keepAlive,
  kv,
  leases,
  put,
  type Refusal,
  range,
  revoke,
  timeToLive,
  txn,
} from "./case.ts";
import { type AskBy, inRealm, memberList, type RealmCase, status, type User } from "./realm.ts";

type By = NonNullable<AskBy["by"]>;
type Facts = Pick<RealmCase, "given" | "differs" | "masked">;

const among = (by: By): readonly User[] => (by === "nobody" || by === "forger" ? [] : [by]);

/** Somebody of the realm asks and is answered. */
const may = (by: By, what: string, ask: Ask, answer: Plain, facts: Facts = {}): Case =>
  inRealm({ name: `${by} may ${what}`, among: among(by), ask: { ...ask, by }, answer, ...facts });
/** Somebody of the realm asks and is refused; for want of permission, unless said otherwise. */
const mayNot = (by: By, what: string, ask: Ask, facts: Facts = {}, refusal = denied): Case =>
  inRealm({
    name: `${by} may not ${what}`,
    among: among(by),
    ask: { ...ask, by },
    refusal,
    ...facts,
  });

/** What etcd 3.4 does not ask. */
const lax34 = { "3.4": "anybody may" };
const found = (count: number): Plain => ({ ...at(1), ...(count > 0 && { count }) });
const reads = (key: string, range_end = ""): Ask => range({ key, range_end, count_only: true });

const rangeCases: readonly Case[] = [
  may("alice", "read a range that was granted", reads("a", "c"), found(0)),
  may("alice", "read a key of it", reads("b"), found(0)),
  may("alice", "read a range over two that touch", reads("b", "d"), found(0)),
  may("alice", "read both of them together", reads("a", "e"), found(0)),
  may("alice", "read a single key that was granted", reads("k"), found(0)),
  may("alice", "read it as a range of one key", reads("k", "k\0"), found(0)),
  mayNot("alice", "read the key after it", reads("k\0")),
  mayNot("alice", "read more than was granted", reads("a", "f")),
  mayNot("alice", "read the end of a granted range", reads("e")),
  mayNot("alice", "read all keys from one on", reads("a", "\0")),
  mayNot("alice", "read what may only be written", reads("w")),
  may(
    "alice",
    "read a range without keys where it begins with a granted one",
    reads("a", "a"),
    found(0),
  ),
  may("alice", "read a range that ends before it begins, likewise", reads("d", "a"), found(0)),
  mayNot("alice", "read a range that ends before it begins elsewhere", reads("z", "a")),
  mayNot("bob", "read anything: he has no role", reads("a")),
  may("carol", "read everything", reads("\0", "\0"), found(0)),
  may("dave", "read from x on", reads("x", "\0"), found(0)),
  may("dave", "read a part of it", reads("y", "z"), found(0)),
  mayNot("dave", "read from w on", reads("w", "\0")),
  may("root", "read everything", reads("\0", "\0"), found(0)),
  mayNot("nobody", "read", reads("a"), {}, userNameEmpty),
  mayNot("forger", "read", reads("a"), {}, badToken),
  mayNot("nobody", "read without a key, which is found first", reads(""), {}, [
    "INVALID_ARGUMENT",
    "etcdserver: key is not provided",
  ]),
  mayNot(
    "bob",
    "read a revision to come, but that is not what he is told",
    range({ key: "a", revision: 9 }),
  ),
];

const putCases: readonly Case[] = [
  may("alice", "write what was granted", put("b", "v"), at(2)),
  mayNot("alice", "write what may only be read", put("a", "v")),
  may("alice", "write what may not be read", put("w", "v"), at(2)),
  mayNot("alice", "see what it was before", put("w", "v", { prev_kv: true })),
  may(
    "alice",
    "see what it was before where she may read, too",
    put("rw", "v", { prev_kv: true }),
    {
      ...at(3),
      prev_kv: kv("rw", "u", 2, 2, 1),
    },
    { given: [put("rw", "u")] },
  ),
  mayNot("nobody", "write", put("b", "v"), {}, userNameEmpty),
  mayNot("forger", "write", put("b", "v"), {}, badToken),
  mayNot("nobody", "write without a key, which is found first", put("", "v"), {}, [
    "INVALID_ARGUMENT",
    "etcdserver: key is not provided",
  ]),
  mayNot(
    "bob",
    "write with a lease that is not there, but that is not what he is told",
    put("b", "v", { lease: 9 }),
  ),
];

/** Lease 7 holds a key that alice may neither read nor write, lease 8 one that she may read and write. */
const foreign = [grant({ ID: 7, TTL: 60 }), put("secret", "v", { lease: 7 })];
const own = [grant({ ID: 8, TTL: 60 }), put("b", "v", { lease: 8 })];
const empty = [grant({ ID: 9, TTL: 60 })];
const lost: Refusal = ["NOT_FOUND", "etcdserver: requested lease not found"];

const leaseCases: readonly Case[] = [
  mayNot(
    "alice",
    "put a key on a lease with keys that she may not write",
    put("b", "v", { lease: 7 }),
    { given: foreign },
  ),
  may(
    "alice",
    "put a key on a lease with keys that she may write",
    put("c", "v", { lease: 8 }),
    at(3),
    { given: own },
  ),
  mayNot("alice", "put a key on a lease that is not there", put("b", "v", { lease: 9 }), {}, lost),
  mayNot("nobody", "grant a lease", grant({ ID: 9, TTL: 60 }), { differs: lax34 }, userNameEmpty),
  mayNot("forger", "grant a lease", grant({ ID: 9, TTL: 60 }), {}, badToken),
  may("bob", "grant a lease", grant({ ID: 9, TTL: 60 }), { ...at(1), ID: 9, TTL: 60 }),
  mayNot("nobody", "revoke a lease, there or not", revoke(9), { differs: lax34 }, userNameEmpty),
  may("bob", "revoke a lease without keys", revoke(9), at(1), { given: empty }),
  mayNot("bob", "revoke a lease with keys that he may not write", revoke(7), { given: foreign }),
  may("alice", "revoke a lease with keys that she may write", revoke(8), at(3), { given: own }),
  mayNot("bob", "revoke a lease that is not there", revoke(9), {}, lost),
  may("root", "revoke any lease", revoke(7), at(3), { given: foreign }),
  mayNot("nobody", "keep a lease alive", keepAlive({ ID: 9 }), { differs: lax34 }, userNameEmpty),
  mayNot("forger", "keep a lease alive", keepAlive({ ID: 9 }), { differs: lax34 }, badToken),
  may(
    "bob",
    "keep a lease without keys alive",
    keepAlive({ ID: 9 }),
    { ...at(1), ID: 9, TTL: 60 },
    { given: empty },
  ),
  may(
    "alice",
    "keep a lease alive whose keys she may write",
    keepAlive({ ID: 8 }),
    { ...at(2), ID: 8, TTL: 60 },
    { given: own },
  ),
  mayNot("bob", "keep a lease alive whose keys he may not write", keepAlive({ ID: 7 }), {
    given: foreign,
    differs: lax34,
  }),
  mayNot(
    "nobody",
    "ask what is left of a lease",
    timeToLive({ ID: 9 }),
    { differs: lax34 },
    userNameEmpty,
  ),
  may(
    "bob",
    "ask what is left of any lease",
    timeToLive({ ID: 7 }),
    { ...at(2), ID: 7, TTL: 59, grantedTTL: 60 },
    { given: foreign },
  ),
  mayNot("bob", "ask for keys of a lease that he may not read", timeToLive({ ID: 7, keys: true }), {
    given: foreign,
    differs: lax34,
  }),
  may(
    "alice",
    "ask for keys of a lease that she may read",
    timeToLive({ ID: 8, keys: true }),
    {
      ...at(2),
      ID: 8,
      TTL: 59,
      grantedTTL: 60,
      keys: ["b"],
    },
    { given: own },
  ),
  may("bob", "ask for keys of a lease that is not there", timeToLive({ ID: 9, keys: true }), {
    ...at(1),
    ID: 9,
    TTL: -1,
  }),
  mayNot("nobody", "list leases", leases, { differs: lax34 }, userNameEmpty),
  may(
    "bob",
    "list leases without keys",
    leases,
    { ...at(1), leases: [{ ID: 9 }] },
    { given: empty },
  ),
  mayNot("alice", "list leases while one holds a key that she may not read", leases, {
    given: [...own, ...foreign],
    differs: lax34,
  }),
  may("root", "list all leases", leases, { ...at(2), leases: [{ ID: 7 }] }, { given: foreign }),
];

const compare = (key: string): Plain => ({ key, target: "VERSION", result: "EQUAL", version: 0 });
const denies = (what: string, request: Plain, differs: Case["differs"] = {}): Case =>
  mayNot("alice", `run a transaction ${what}`, txn(request), { differs });
const readsB = inTxn.range({ key: "b", count_only: true });
const answers = (succeeded: boolean, ...responses: Plain[]): Plain => ({
  ...at(1),
  ...(succeeded && { succeeded }),
  ...(responses.length > 0 && { responses }),
});

const txnCases: readonly Case[] = [
  may(
    "alice",
    "run a transaction of what she may do",
    txn({ compare: [compare("b")], success: [readsB], failure: [inTxn.put("b", "v")] }),
    answers(true, { response_range: at(1) }),
  ),
  denies("that compares what she may not read", { compare: [compare("f")] }),
  denies("that compares what she may only write", { compare: [compare("w")] }),
  denies("that reads what she may not", { success: [inTxn.range({ key: "f" })] }),
  denies("that writes what she may not", { success: [inTxn.put("a", "v")] }),
  denies("that deletes what she may not", { success: [inTxn.del({ key: "a" })] }),
  denies("that would do so in its other branch", {
    success: [readsB],
    failure: [inTxn.put("a", "v")],
  }),
  denies(
    "that does so in an inner one",
    {
      success: [inTxn.txn({ failure: [inTxn.put("a", "v")] })],
    },
    lax34,
  ),
  denies(
    "whose inner one compares what she may not",
    {
      success: [inTxn.txn({ compare: [compare("f")] })],
    },
    lax34,
  ),
  denies(
    "that shows what it was before where she may not read",
    {
      success: [inTxn.put("w", "v", { prev_kv: true })],
    },
    lax34,
  ),
  denies("that shows what was deleted where she may not read", {
    success: [inTxn.del({ key: "w", prev_kv: true })],
  }),
  mayNot(
    "alice",
    "run a transaction that puts a key on a lease with foreign keys",
    txn({ success: [inTxn.put("b", "v", { lease: 7 })] }),
    { given: foreign, differs: lax34 },
  ),
  may("nobody", "run a transaction that does nothing", txn({}), answers(true)),
  mayNot("nobody", "run a transaction that reads", txn({ success: [readsB] }), {}, userNameEmpty),
  mayNot(
    "nobody",
    "run a transaction that writes",
    txn({ success: [inTxn.put("b", "v")] }),
    {},
    userNameEmpty,
  ),
  mayNot("forger", "run a transaction, not even one that does nothing", txn({}), {}, badToken),
  mayNot(
    "nobody",
    "put a key twice, which is found first",
    txn({ success: [inTxn.put("b", "v"), inTxn.put("b", "w")] }),
    {},
    ["INVALID_ARGUMENT", "etcdserver: duplicate key given in txn request"],
  ),
];

const deleteCases: readonly Case[] = [
  may(
    "alice",
    "delete what she may write",
    del({ key: "b", range_end: "d" }),
    { ...at(3), deleted: 1 },
    { given: [put("b", "v")] },
  ),
  mayNot("alice", "delete more than that", del({ key: "a", range_end: "d" })),
  may("alice", "delete what she may not read", del({ key: "w" }), at(1)),
  mayNot("alice", "see what she deleted there", del({ key: "w", prev_kv: true })),
  mayNot("nobody", "delete", del({ key: "b" }), {}, userNameEmpty),
  mayNot("forger", "delete", del({ key: "b" }), {}, badToken),
];

const serverCases: readonly Case[] = [
  mayNot("nobody", "compact", compact(1), { differs: lax34 }, userNameEmpty),
  mayNot("forger", "compact", compact(1), { differs: lax34 }, badToken),
  mayNot("carol", "compact: reading and writing everything is not being root", compact(1), {
    differs: lax34,
  }),
  mayNot("root", "compact what is yet to come", compact(9), {}, [
    "OUT_OF_RANGE",
    "etcdserver: mvcc: required revision is a future revision",
  ]),
  mayNot("nobody", "list members", memberList, { differs: lax34 }, userNameEmpty),
  may("bob", "list members", memberList, { header: {}, members: "#" }, { masked: ["members"] }),
  mayNot("nobody", "ask for the status", status, { differs: lax34 }, userNameEmpty),
  mayNot(
    "nobody",
    "ask for alarms",
    { rpc: "Alarm", request: { action: "GET" } },
    { differs: lax34 },
    userNameEmpty,
  ),
  may("bob", "ask for alarms", { rpc: "Alarm", request: { action: "GET" } }, at(1), {
    differs: { "3.4": "it answers without a header" },
  }),
  mayNot(
    "bob",
    "raise an alarm",
    {
      rpc: "Alarm",
      request: { action: "ACTIVATE", alarm: "NOSPACE" },
    },
    { differs: lax34 },
  ),
];

/** What users of the realm may do, and what they may not. No case changes users or roles. */
export const authAccessCases: readonly Case[] = [
  ...rangeCases,
  ...putCases,
  ...deleteCases,
  ...txnCases,
  ...leaseCases,
  ...serverCases,
];
