import type { Ask } from "../caller.ts";
import {
  authFailed,
  badManagement,
  badToken,
  denied,
  noPasswordUser,
  roleNotFound,
  userNameEmpty,
  userNotFound,
} from "./auth-refusals.ts";
import { at, type Case, put, range } from "./case.ts";
import {
  type AskBy,
  authDisable,
  authEnable,
  authenticate,
  authStatus,
  changePassword,
  grantPermission,
  grantRole,
  inRealm,
  passwordOf,
  type RealmCase,
  revokePermission,
  revokeRole,
  roleAdd,
  roleDelete,
  roleGet,
  roleList,
  userAdd,
  userDelete,
  userGet,
  userList,
  users,
} from "./realm.ts";

const by = (user: NonNullable<AskBy["by"]>, ask: Ask): AskBy => ({ ...ask, by: user });

const management: Readonly<Record<string, Ask>> = {
  "turn auth on": authEnable,
  "turn auth off": authDisable,
  "ask whether auth is on": authStatus,
  "add a user": userAdd("u"),
  "list users": userList,
  "delete a user": userDelete("bob"),
  "change a password, not even their own": changePassword("alice", "new"),
  "grant a role": grantRole("alice", "everything"),
  "revoke a role": revokeRole("alice", "reader"),
  "add a role": roleAdd("r"),
  "list roles": roleList,
  "delete a role": roleDelete("reader"),
  "grant a permission": grantPermission("reader", "READ", "z"),
  "revoke a permission": revokePermission("reader", "k"),
};
const open34 = { "3.4": "anybody may" };

const userCases: readonly RealmCase[] = [
  ...Object.entries(management).flatMap(([what, ask]): RealmCase[] => {
    const facts = what === "ask whether auth is on" ? { differs: open34 } : {};
    return [
      {
        name: `others than root may not ${what}`,
        ask: by("alice", ask),
        refusal: denied,
        ...facts,
      },
      {
        name: `nobody may ${what} without logging in`,
        ask: by("nobody", ask),
        refusal: userNameEmpty,
        ...facts,
      },
      {
        name: `nobody may ${what} with a bad token`,
        ask: by("forger", ask),
        refusal: badToken,
        ...facts,
      },
    ];
  }),
  {
    name: "a user may look at himself",
    ask: by("alice", userGet("alice")),
    answer: { ...at(1), roles: ["reader", "writer"] },
  },
  { name: "a user may not look at others", ask: by("alice", userGet("bob")), refusal: denied },
  {
    name: "nobody may look at a user without logging in",
    ask: by("nobody", userGet("alice")),
    refusal: userNameEmpty,
  },
  {
    name: "nobody finds nobody when he looks at himself",
    ask: by("nobody", userGet("")),
    refusal: userNotFound,
  },
  {
    name: "root may look at everybody",
    ask: by("root", userGet("alice")),
    answer: { ...at(1), roles: ["reader", "writer"] },
  },
  {
    name: "root finds no user who is not there",
    ask: by("root", userGet("u")),
    refusal: userNotFound,
  },
  {
    name: "root lists all users",
    ask: by("root", userList),
    answer: { ...at(1), users: Object.keys(users).toSorted() },
  },
  {
    name: "a user may look at a role that he has",
    ask: by("carol", roleGet("everything")),
    answer: { ...at(1), perm: [{ permType: "READWRITE", key: "\0", range_end: "\0" }] },
  },
  {
    name: "a user may not look at another role",
    ask: by("carol", roleGet("reader")),
    refusal: denied,
  },
  {
    name: "a user may not learn that a role is not there",
    ask: by("carol", roleGet("r")),
    refusal: denied,
  },
  {
    name: "nobody may look at a role without logging in",
    ask: by("nobody", roleGet("reader")),
    refusal: userNameEmpty,
  },
  {
    name: "the role root can be had without being there to look at",
    ask: by("root", roleGet("root")),
    refusal: roleNotFound,
  },
  {
    name: "root lists all roles",
    ask: by("root", roleList),
    answer: { ...at(1), roles: ["everything", "from x", "reader", "writer"] },
  },

  {
    name: "a right password gets a token, whoever asks",
    ask: by("nobody", authenticate("alice")),
    masked: ["token"],
    answer: { ...at(1), token: "#" },
  },
  {
    name: "an old token does not hinder whoever logs in",
    ask: by("forger", authenticate("alice")),
    masked: ["token"],
    differs: { "3.4": "it does" },
    answer: { ...at(1), token: "#" },
  },
  { name: "a wrong password gets none", ask: authenticate("alice", "x"), refusal: authFailed },
  { name: "nor does an empty one", ask: authenticate("alice", ""), refusal: authFailed },
  { name: "nor does somebody who is not there", ask: authenticate("u"), refusal: authFailed },
  {
    name: "nor does a user without a password, in other words",
    ask: authenticate("nopw", passwordOf("nopw")),
    refusal: noPasswordUser,
    differs: { "3.4": "in the same words" },
  },

  {
    name: "turning auth on when it is on does nothing",
    ask: by("root", authEnable),
    answer: at(1),
  },
  {
    name: "auth is on",
    ask: by("root", authStatus),
    masked: ["authRevision"],
    answer: { ...at(1), enabled: true, authRevision: "#" },
    differs: { "3.4": "it tells no revision" },
  },
  {
    name: "root cannot be deleted while auth is on",
    ask: by("root", userDelete("root")),
    refusal: badManagement,
  },
  {
    name: "root cannot lose the role root while auth is on",
    ask: by("root", revokeRole("root", "root")),
    refusal: badManagement,
  },
  {
    name: "the role root cannot be deleted while auth is on, there or not",
    ask: by("root", roleDelete("root")),
    refusal: badManagement,
  },
];

/** What changes, and what it changes. */
const changeCases: readonly RealmCase[] = [
  {
    name: "a granted role counts at once, for who is logged in, too",
    given: [by("bob", userGet("bob")), grantRole("bob", "everything")],
    ask: by("bob", put("b", "v")),
    answer: at(2),
  },
  {
    name: "a revoked role counts at once",
    given: [by("alice", put("b", "v")), revokeRole("alice", "writer")],
    ask: by("alice", put("b", "v")),
    refusal: denied,
  },
  {
    name: "a permission that is granted to a role counts at once",
    given: [by("alice", put("b", "v")), grantPermission("reader", "WRITE", "a")],
    ask: by("alice", put("a", "v")),
    answer: at(3),
  },
  {
    name: "a permission that is revoked counts at once",
    given: [by("alice", put("b", "v")), revokePermission("writer", "b", "d")],
    ask: by("alice", put("b", "v")),
    refusal: denied,
  },
  {
    name: "a deleted role grants nothing any more",
    given: [by("alice", put("b", "v")), roleDelete("writer")],
    ask: by("alice", put("b", "v")),
    refusal: denied,
  },
  {
    name: "whoever gets the role root may do everything",
    given: [grantRole("bob", "root")],
    ask: by("bob", userList),
    answer: { ...at(1), users: Object.keys(users).toSorted() },
  },
  {
    name: "a changed password ends the user's tokens",
    given: [by("alice", put("b", "v")), changePassword("alice", "new")],
    ask: by("alice", put("b", "v")),
    refusal: badToken,
  },
  {
    name: "a changed password is the one that counts",
    given: [changePassword("alice", "new")],
    ask: authenticate("alice", "new"),
    masked: ["token"],
    answer: { ...at(1), token: "#" },
  },
  {
    name: "the old password counts no more",
    given: [changePassword("alice", "new")],
    ask: authenticate("alice"),
    refusal: authFailed,
  },
  {
    name: "the password of another can be changed without ending one's own tokens",
    given: [by("alice", put("b", "v")), changePassword("bob", "new")],
    ask: by("alice", put("b", "w")),
    answer: at(3),
  },
  {
    name: "a deleted user's tokens end",
    given: [by("alice", put("b", "v")), userDelete("alice")],
    ask: by("alice", put("b", "v")),
    refusal: badToken,
  },
  {
    name: "they do not come back with the user",
    given: [
      by("alice", put("b", "v")),
      userDelete("alice"),
      userAdd("alice"),
      grantRole("alice", "root"),
    ],
    ask: by("alice", put("b", "v")),
    refusal: badToken,
  },
  {
    name: "while auth is off, nobody is asked who he is",
    given: [authDisable],
    ask: by("nobody", put("b", "v")),
    answer: at(2),
  },
  {
    name: "nor is a bad token looked at",
    given: [authDisable],
    ask: by("forger", range({ key: "b" })),
    differs: { "3.4": "it is" },
    answer: at(1),
  },
  {
    name: "turning auth off ends all tokens, even when it is turned on again",
    given: [by("alice", put("b", "v")), authDisable, by("nobody", authEnable)],
    ask: by("alice", put("b", "v")),
    refusal: badToken,
  },
  {
    name: "a client may bring the hash of a password itself",
    given: [
      changePassword("alice", "", {
        hashedPassword: Buffer.from(
          "$2a$04$PY7f2kY46BY6LSZBi5wVBe4wtwsO/o9c89YU81A7FfqD9ks/BOTBG",
        ).toString("base64"),
      }),
    ],
    ask: authenticate("alice", "brought"),
    masked: ["token"],
    answer: { ...at(1), token: "#" },
    differs: { "3.4": "it knows no hashes" },
  },
  {
    name: "without a hash nobody can log in any more",
    given: [changePassword("alice", "")],
    ask: authenticate("alice", ""),
    refusal: authFailed,
    differs: { "3.4": "the password is empty then" },
  },
];

/** Users and roles in the realm, with auth on. */
export const authUserCases: readonly Case[] = [...userCases, ...changeCases].map(inRealm);
