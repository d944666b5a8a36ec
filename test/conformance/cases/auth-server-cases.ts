import type { Ask } from "../caller.ts";
import type { Plain } from "../plain-message.ts";
import { jwtFlags } from "./auth-jwt-cases.ts";
import { badToken, denied, userNameEmpty } from "./auth-refusals.ts";
import { type Case, call, put } from "./case.ts";
import { authenticate, inRealm, realmOf } from "./realm.ts";
import type { Refusal } from "./step.ts";

/** What only root may do with a server. */
const rootOnly: Readonly<Record<string, Ask>> = {
  "defragment it": call("Defragment"),
  "ask for the hash of its keys": call("HashKV"),
  "take a snapshot": call("Snapshot"),
  "move its leader": call("MoveLeader", { targetID: 1 }),
  "ask whether it can be downgraded": call("Downgrade", { action: "VALIDATE", version: "3.5" }),
  "add a member": call("MemberAdd", { peerURLs: ["http://127.0.0.1:1"], isLearner: true }),
  "remove a member": call("MemberRemove", { ID: 1 }),
  "change a member": call("MemberUpdate", { ID: 1, peerURLs: ["http://127.0.0.1:1"] }),
  "promote a member": call("MemberPromote", { ID: 1 }),
};
/** 3.4 knows no Downgrade, and asks nobody who he is who wants maintenance. */
const since36 = (what: string): Pick<Case, "differs"> => {
  if (/downgrade/.test(what)) return { differs: { "3.4": "it cannot be asked" } };
  return /member/.test(what) ? {} : { differs: { "3.4": "anybody may" } };
};

const unknown = (text: string): Refusal => ["UNKNOWN", text];
const lockOf = (name: string): Ask => call("Lock", { name });
const campaignOf = (name: string): Ask => call("Campaign", { name, value: "v" });

/** What stands on keys and leases is refused where these are; the refusals of inner requests have no code. */
const concurrency: readonly Case[] = [
  {
    name: "nobody locks without logging in",
    ask: lockOf("k"),
    by: "nobody",
    refusal: unknown(userNameEmpty[1]),
  },
  {
    name: "a lock is denied where its keys cannot be written",
    ask: lockOf("a"),
    by: "alice",
    refusal: unknown(denied[1]),
  },
  {
    name: "a bad token locks nothing",
    ask: lockOf("k"),
    by: "forger",
    refusal: unknown(badToken[1]),
  },
  {
    name: "nobody campaigns without logging in",
    ask: campaignOf("k"),
    by: "nobody",
    refusal: unknown(userNameEmpty[1]),
  },
  {
    name: "a campaign is denied where its keys cannot be written",
    ask: campaignOf("a"),
    by: "alice",
    refusal: unknown(denied[1]),
  },
].map(({ by, ask, ...rest }) =>
  inRealm({ ...rest, among: by === "alice" ? ["alice"] : [], ask: { ...ask, by: by as "alice" } }),
);

const locked: Plain = { header: "#", key: "#" };

/** The server itself, and its own clients, under auth. */
export const authServerCases: readonly Case[] = [
  ...Object.entries(rootOnly).flatMap(([what, ask]) => [
    inRealm({
      name: `others than root may not ${what}`,
      among: ["carol"],
      ask: { ...ask, by: "carol" },
      refusal: denied,
      ...since36(what),
    }),
    inRealm({
      name: `nobody may ${what} without logging in`,
      among: [],
      ask: { ...ask, by: "nobody" },
      refusal: userNameEmpty,
      ...since36(what),
    }),
    inRealm({
      name: `nobody may ${what} with a bad token`,
      among: [],
      ask: { ...ask, by: "forger" },
      refusal: badToken,
      ...since36(what),
    }),
  ]),
  inRealm({
    name: "that URLs are none is found before anybody is asked who he is",
    among: [],
    ask: { ...call("MemberAdd", { peerURLs: ["::"] }), by: "nobody" },
    refusal: ["INVALID_ARGUMENT", "etcdserver: given member URLs are invalid"],
  }),
  ...concurrency,
  inRealm({
    name: "a lock is given to whoever may write its keys",
    among: ["carol"],
    ask: { ...lockOf("k"), by: "carol" },
    masked: ["header", "key"],
    answer: locked,
  }),
  {
    name: "a lock is given to whoever shows a JWT for it",
    flags: jwtFlags,
    masked: ["header", "key"],
    steps: [
      ...realmOf(["carol"]),
      { ask: authenticate("carol"), keep: { carol: "token" } },
      { ask: lockOf("k"), as: "carol", answer: locked },
    ],
  },
  inRealm({
    name: "who is nobody cannot even learn that a key is missing",
    among: [],
    ask: { ...put("k", "", { ignore_value: true }), by: "nobody" },
    refusal: userNameEmpty,
  }),
];
