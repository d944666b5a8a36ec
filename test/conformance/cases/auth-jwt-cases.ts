import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Ask } from "../caller.ts";
import {
  badToken,
  denied,
  oldRevision,
  userNameEmpty,
  userNotFound,
  verifyOnly,
} from "./auth-refusals.ts";
import { at, type Case, call, grant, put, range, revoke } from "./case.ts";
import {
  type AskBy,
  authDisable,
  authEnable,
  authenticate,
  changePassword,
  grantRole,
  inRealm,
  memberList,
  type RealmCase,
  realmOf,
  roleAdd,
  userDelete,
  userList,
} from "./realm.ts";
import type { Step } from "./step.ts";

/** Any bytes are a key of HMAC, so this needs no secret of its own. */
const keyFile = fileURLToPath(new URL("../../../LICENSE", import.meta.url));
const publicKeyFile = fileURLToPath(new URL("../../data/jwt-public-key.pem", import.meta.url));
/** Of a server whose tokens are JWT. */
export const jwtFlags: readonly string[] = [
  `--auth-token=jwt,sign-method=HS256,priv-key=${keyFile},ttl=10m`,
];
const verifyOnlyFlags = [`--auth-token=jwt,sign-method=RS256,pub-key=${publicKeyFile}`];

const base64url = (text: string) => Buffer.from(text).toString("base64url");

/** A token that somebody else made with etcd's key. */
function signed(claims: object, header: object = { alg: "HS256", typ: "JWT" }): string {
  const content = `${base64url(JSON.stringify(header))}.${base64url(JSON.stringify(claims))}`;
  const mac = createHmac("sha256", readFileSync(keyFile)).update(content).digest("base64url");
  return `${content}.${mac}`;
}

const by = (user: NonNullable<AskBy["by"]>, ask: Ask): AskBy => ({ ...ask, by: user });
const login = by("alice", put("b", "v"));

const cases: readonly RealmCase[] = [
  { name: "a JWT is as good as another token", given: [login], ask: login, answer: at(3) },
  {
    name: "any change of users or roles makes a JWT old",
    given: [login, roleAdd("r")],
    ask: login,
    refusal: oldRevision,
  },
  {
    name: "an old JWT cannot read either",
    given: [login, roleAdd("r")],
    ask: by("alice", range({ key: "b" })),
    refusal: oldRevision,
  },
  {
    name: "nor can root's own",
    given: [roleAdd("r")],
    ask: by("root", range({ key: "b" })),
    refusal: oldRevision,
  },
  {
    name: "a user who logs in again goes on",
    given: [login, roleAdd("r")],
    ask: authenticate("alice"),
    masked: ["token"],
    answer: { ...at(2), token: "#" },
  },
  {
    name: "an old JWT of root still manages users",
    given: [roleAdd("r")],
    ask: by("root", userList),
    answer: { ...at(1), users: ["alice", "root"] },
  },
  {
    name: "an old JWT still shows who one is",
    given: [login, roleAdd("r")],
    ask: by("alice", memberList),
    masked: ["members"],
    answer: { header: {}, members: "#" },
  },
  {
    name: "an old JWT revokes a lease without keys",
    given: [login, grant({ ID: 9, TTL: 60 }), roleAdd("r")],
    ask: by("alice", revoke(9)),
    answer: at(2),
  },
  {
    name: "a changed password makes a JWT old, no more",
    given: [login, changePassword("alice", "new")],
    ask: login,
    refusal: oldRevision,
  },
  {
    name: "the JWT of a deleted user is old",
    given: [login, userDelete("alice")],
    ask: login,
    refusal: oldRevision,
  },
  {
    name: "the JWT of a deleted user shows nobody who could manage",
    given: [login, userDelete("alice")],
    ask: by("alice", userList),
    refusal: userNotFound,
  },
  {
    name: "turning auth off and on makes a JWT old",
    given: [login, authDisable, by("nobody", authEnable)],
    ask: login,
    refusal: oldRevision,
  },
  {
    name: "a role that is granted again makes no JWT old",
    given: [login, grantRole("alice", "reader")],
    ask: login,
    answer: at(3),
  },
  {
    name: "a token of another kind is no JWT",
    ask: by("forger", put("b", "v")),
    refusal: badToken,
  },
];

/** In a realm with alice, a token that was made elsewhere. */
const brought = (
  what: string,
  token: string,
  { differs = {}, ...expected }: Pick<RealmCase, "answer" | "refusal" | "differs">,
): Case => ({
  name: `a JWT that was made elsewhere ${what}`,
  flags: jwtFlags,
  differs,
  steps: [...realmOf(["alice"]), { ask: put("b", "v"), as: { token }, ...expected } as Step],
});

const alice = { username: "alice", revision: 1e6 };
/** etcd 3.4 looks at no claim before it uses it. */
const crash34 = { "3.4": "it crashes" };
const [past, toCome] = [1_000_000_000, 9_000_000_000];

/** Tokens that tell by themselves who brings them. */
export const authJwtCases: readonly Case[] = [
  ...cases.map((one) => ({ ...inRealm({ among: ["alice"], ...one }), flags: jwtFlags })),
  brought("counts, though no login made it", signed({ ...alice, exp: toCome }), { answer: at(2) }),
  brought("may come with `Bearer `", `Bearer ${signed({ ...alice, exp: toCome })}`, {
    differs: { "3.4": "it does not know it" },
    answer: at(2),
  }),
  brought("need not end", signed(alice), { answer: at(2) }),
  brought("ends at its time", signed({ ...alice, exp: past }), { refusal: badToken }),
  brought("does not begin before its time", signed({ ...alice, nbf: toCome }), {
    refusal: badToken,
  }),
  brought("needs a name", signed({ revision: 1e6 }), { differs: crash34, refusal: badToken }),
  brought("needs a name that is text", signed({ ...alice, username: 7 }), {
    differs: crash34,
    refusal: badToken,
  }),
  brought("needs a revision", signed({ username: "alice" }), {
    differs: crash34,
    refusal: badToken,
  }),
  brought("needs a revision that is a number", signed({ ...alice, revision: "9" }), {
    differs: crash34,
    refusal: badToken,
  }),
  brought("needs a revision that is not 0", signed({ ...alice, revision: 0 }), {
    refusal: userNameEmpty,
  }),
  brought("needs the method that was chosen", signed(alice, { alg: "HS512", typ: "JWT" }), {
    refusal: badToken,
  }),
  brought("needs a method at all", signed(alice, { alg: "none", typ: "JWT" }), {
    refusal: badToken,
  }),
  brought("needs a right signature", `${signed(alice).slice(0, -4)}AAAA`, { refusal: badToken }),
  brought("gives no rights to who is not there", signed({ username: "u", revision: 1e6 }), {
    refusal: denied,
  }),
  {
    name: "a watcher of an old JWT is refused",
    flags: jwtFlags,
    steps: [
      ...realmOf(["alice"]),
      { ask: authenticate("root"), keep: { root: "token" } },
      { ask: authenticate("alice"), keep: { alice: "token" } },
      { ask: roleAdd("r"), as: "root" },
      { open: "Watch", as: "alice" },
      { send: [{ create_request: { key: "a" } }] },
      {
        next: [
          {
            ...at(1),
            watch_id: -1,
            created: true,
            canceled: true,
            cancel_reason: `rpc error: code = InvalidArgument desc = ${oldRevision[1]}`,
          },
        ],
      },
    ],
    differs: { "3.4": "it gives no such reason" },
  },
  {
    name: "a server that has the public key only gives no tokens",
    flags: verifyOnlyFlags,
    isFresh: true,
    steps: [...realmOf([]), { ask: authenticate("root"), refusal: verifyOnly }],
  },
  {
    name: "nobody logs in where there are no tokens",
    differs: { "3.4": "it has no AuthStatus" },
    flags: ["--auth-token="],
    isFresh: true,
    steps: [
      ...realmOf([]),
      {
        ask: authenticate("root"),
        refusal: [
          "INVALID_ARGUMENT",
          "etcdserver: authentication failed, invalid user ID or password",
        ],
      },
      { ask: call("AuthStatus"), as: { token: "t" }, refusal: badToken },
    ],
  },
];
