import type { Ask } from "../caller.ts";
import { at, type Case, call, grant, kv, put } from "./case.ts";
import { type AskBy, authenticate, inRealm, realmOf, type User } from "./realm.ts";

type By = NonNullable<AskBy["by"]>;

/** alice may read from a to e and write from b to d, bob nothing. */
const among: readonly User[] = ["alice", "bob"];
const leased = grant({ ID: 26, TTL: 60 });
const campaign = (name: string) => call("Campaign", { name, value: "v", lease: 26 });
const lock = (name: string) => call("Lock", { name, lease: 26 });
const leader = (name: string) => call("Leader", { name });
const unlock = (key: string) => call("Unlock", { key });

const denied = "etcdserver: permission denied";
/** The election service hands on what the store said, but not its code. */
const mayNot = (by: By, what: string, ask: Ask, text = denied): Case =>
  inRealm({
    name: `${by} may not ${what}`,
    among,
    given: [leased],
    ask: { ...ask, by },
    refusal: ["UNKNOWN", text],
  });

/** Elections and locks while auth is on: the service does what its caller may do, and no more. */
export const electionAuthCases: readonly Case[] = [
  inRealm({
    name: "alice may campaign where she may read and write",
    among,
    given: [leased],
    ask: { ...campaign("b"), by: "alice" },
    answer: { ...at(2), leader: { name: "b", key: "b/1a", rev: 2, lease: 26 } },
  }),
  inRealm({
    name: "alice may lock where she may read and write",
    among,
    given: [leased],
    ask: { ...lock("b"), by: "alice" },
    answer: { ...at(2), key: "b/1a" },
  }),
  inRealm({
    name: "alice may ask for a leader where she may read",
    among,
    given: [put("a/1", "v")],
    ask: { ...leader("a"), by: "alice" },
    answer: { ...at(2), kv: kv("a/1", "v", 2, 2, 1) },
  }),
  mayNot("alice", "campaign where she may only read", campaign("a")),
  mayNot("alice", "lock where she may do nothing", lock("z")),
  mayNot("alice", "ask for a leader where she may do nothing", leader("z")),
  mayNot("alice", "unlock what she may only read", unlock("a/1a")),
  mayNot("bob", "campaign", campaign("b")),
  mayNot("bob", "lock", lock("b")),
  mayNot("nobody", "campaign", campaign("b"), "etcdserver: user name is empty"),
  mayNot("nobody", "lock", lock("b"), "etcdserver: user name is empty"),
  mayNot("nobody", "ask for a leader", leader("b"), "etcdserver: user name is empty"),
  mayNot("forger", "campaign", campaign("b"), "etcdserver: invalid auth token"),
  {
    name: "An observer who may not read is told nothing, and his stream ends",
    steps: [
      ...realmOf(among),
      { ask: authenticate("bob"), keep: { bob: "token" } },
      { open: "Observe", request: { name: "b" }, as: "bob" },
      { ends: "OK" },
    ],
  },
];
