import {
  authOff,
  badManagement,
  noPasswordUser,
  passwordTooLong,
  permissionNotGiven,
  permissionNotGranted,
  roleExists,
  roleNameEmpty,
  roleNotFound,
  roleNotGranted,
  rootRoleMissing,
  rootUserMissing,
  userExists,
  userNameEmpty,
  userNotFound,
} from "./auth-refusals.ts";
import { at, type Case } from "./case.ts";
import {
  authDisable,
  authEnable,
  authenticate,
  authStatus,
  changePassword,
  grantPermission,
  grantRole,
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
} from "./realm.ts";

const of34 = { "3.4": "it takes any range" };
const noPassword = { options: { no_password: true } };
const long = "p".repeat(73);

/** Users, roles and permissions while auth is off: whoever asks may. Each case begins without any of them. */
export const authManagementCases: readonly Case[] = [
  {
    name: "auth is off at first",
    ask: authStatus,
    masked: ["authRevision"],
    differs: { "3.4": "it does not tell" },
    answer: { ...at(1), authRevision: "#" },
  },
  { name: "turning auth off when it is off does nothing", ask: authDisable, answer: at(1) },
  { name: "auth needs a root user", ask: authEnable, refusal: rootUserMissing },
  {
    name: "auth needs a root user with the role root",
    given: [userAdd("root")],
    ask: authEnable,
    refusal: rootRoleMissing,
  },
  {
    name: "nobody can log in while auth is off",
    given: [userAdd("u")],
    ask: authenticate("u"),
    refusal: authOff,
  },

  { name: "a user can be added", ask: userAdd("u"), answer: at(1) },
  { name: "a user without a password can be added", ask: userAdd("u", noPassword), answer: at(1) },
  {
    name: "a user's password may be empty",
    ask: userAdd("u", {}),
    answer: at(1),
    differs: { "3.4": "it may not" },
  },
  { name: "a user needs a name", ask: userAdd(""), refusal: userNameEmpty },
  { name: "a user is added once", given: [userAdd("u")], ask: userAdd("u"), refusal: userExists },
  {
    name: "a new password has 72 bytes at most",
    ask: userAdd("u", { password: long }),
    refusal: passwordTooLong,
    differs: { "3.4": "what is beyond is ignored" },
  },
  {
    name: "a password of 72 bytes can be had",
    ask: userAdd("u", { password: long.slice(1) }),
    answer: at(1),
  },
  { name: "a user has no roles at first", given: [userAdd("u")], ask: userGet("u"), answer: at(1) },
  { name: "a user who is not there cannot be looked at", ask: userGet("u"), refusal: userNotFound },
  {
    name: "users are listed in the order of their names' bytes",
    given: [userAdd("ü"), userAdd("b"), userAdd("B"), userAdd("\u{1f511}"), userAdd("\uffee")],
    ask: userList,
    answer: { ...at(1), users: ["B", "b", "ü", "\uffee", "\u{1f511}"] },
  },
  { name: "where there are no users, none are listed", ask: userList, answer: at(1) },
  { name: "a user can be deleted", given: [userAdd("u")], ask: userDelete("u"), answer: at(1) },
  {
    name: "a user who is not there cannot be deleted",
    ask: userDelete("u"),
    refusal: userNotFound,
  },
  {
    name: "root can be deleted while auth is off",
    given: [userAdd("root")],
    ask: userDelete("root"),
    answer: at(1),
  },

  {
    name: "a password can be changed",
    given: [userAdd("u")],
    ask: changePassword("u", "new"),
    answer: at(1),
  },
  {
    name: "who is not there has no password",
    ask: changePassword("u", "new"),
    refusal: userNotFound,
  },
  {
    name: "a changed password has 72 bytes at most, whose ever it is",
    ask: changePassword("u", long),
    refusal: passwordTooLong,
    differs: { "3.4": "what is beyond is ignored" },
  },
  {
    name: "changing the password of a user without one does nothing",
    given: [userAdd("u", noPassword)],
    ask: changePassword("u", "new"),
    answer: at(1),
  },
  {
    name: "a client may bring the hash of a password, if it is base64",
    given: [userAdd("u")],
    ask: changePassword("u", "", { hashedPassword: "***" }),
    refusal: noPasswordUser,
    differs: { "3.4": "it knows no hashes" },
  },

  {
    name: "a role can be granted",
    given: [userAdd("u"), roleAdd("r")],
    ask: grantRole("u", "r"),
    answer: at(1),
  },
  {
    name: "a user's roles are listed in order, each once",
    given: [
      userAdd("u"),
      roleAdd("b"),
      roleAdd("a"),
      grantRole("u", "b"),
      grantRole("u", "a"),
      grantRole("u", "b"),
    ],
    ask: userGet("u"),
    answer: { ...at(1), roles: ["a", "b"] },
  },
  {
    name: "the role root can be granted without being there",
    given: [userAdd("u")],
    ask: grantRole("u", "root"),
    answer: at(1),
  },
  {
    name: "a role that is not there cannot be granted",
    given: [userAdd("u")],
    ask: grantRole("u", "r"),
    refusal: roleNotFound,
  },
  {
    name: "who is not there can be granted no role",
    given: [roleAdd("r")],
    ask: grantRole("u", "r"),
    refusal: userNotFound,
  },
  {
    name: "a role can be revoked",
    given: [userAdd("u"), roleAdd("r"), grantRole("u", "r"), revokeRole("u", "r")],
    ask: userGet("u"),
    answer: at(1),
  },
  {
    name: "a role that was not granted cannot be revoked",
    given: [userAdd("u")],
    ask: revokeRole("u", "r"),
    refusal: roleNotGranted,
  },
  { name: "who is not there has no role", ask: revokeRole("u", "r"), refusal: userNotFound },

  { name: "a role can be added", ask: roleAdd("r"), answer: at(1) },
  {
    name: "a role needs a name",
    ask: roleAdd(""),
    refusal: roleNameEmpty,
    differs: { "3.4": "it takes an empty one" },
  },
  { name: "a role is added once", given: [roleAdd("r")], ask: roleAdd("r"), refusal: roleExists },
  {
    name: "a role grants nothing at first",
    given: [roleAdd("r")],
    ask: roleGet("r"),
    answer: at(1),
  },
  {
    name: "a role that is not there cannot be looked at",
    ask: roleGet("r"),
    refusal: roleNotFound,
  },
  {
    name: "roles are listed in order",
    given: [roleAdd("b"), roleAdd("a")],
    ask: roleList,
    answer: { ...at(1), roles: ["a", "b"] },
  },
  { name: "a role can be deleted", given: [roleAdd("r")], ask: roleDelete("r"), answer: at(1) },
  {
    name: "a role that is not there cannot be deleted",
    ask: roleDelete("r"),
    refusal: roleNotFound,
  },
  {
    name: "a deleted role is taken from its users, even when it comes again",
    given: [
      userAdd("u"),
      roleAdd("r"),
      roleAdd("s"),
      grantRole("u", "r"),
      grantRole("u", "s"),
      roleDelete("r"),
      roleAdd("r"),
    ],
    ask: userGet("u"),
    answer: { ...at(1), roles: ["s"] },
  },
  {
    name: "the role root grants everything, whatever was granted to it",
    given: [roleAdd("root"), grantPermission("root", "READ", "k")],
    ask: roleGet("root"),
    differs: { "3.4": "it tells no end" },
    answer: { ...at(1), perm: [{ permType: "READWRITE", range_end: "\0" }] },
  },

  {
    name: "a permission can be granted",
    given: [roleAdd("r")],
    ask: grantPermission("r", "READ", "k"),
    answer: at(1),
  },
  {
    name: "a role that is not there can be granted nothing",
    ask: grantPermission("r", "READ", "k"),
    refusal: roleNotFound,
  },
  {
    name: "a permission must be given",
    given: [roleAdd("r")],
    ask: { rpc: "RoleGrantPermission", request: { name: "r" } },
    refusal: permissionNotGiven,
    differs: { "3.4": "it crashes" },
  },
  ...(
    [
      ["without a first key", "", "z"],
      ["whose end is its first key", "k", "k"],
      ["that ends before it begins", "k", "a"],
      ["of no key at all", "", ""],
    ] as const
  ).map(
    ([what, key, rangeEnd]): Case => ({
      name: `a range ${what} cannot be granted, whether there is such a role or not`,
      ask: grantPermission("r", "READ", key, rangeEnd),
      refusal: badManagement,
      differs: of34,
    }),
  ),
  {
    name: "permissions are listed by their first key; one on the same range takes the place of the other",
    given: [
      roleAdd("r"),
      grantPermission("r", "READ", "k"),
      grantPermission("r", "WRITE", "a", "c"),
      grantPermission("r", "READWRITE", "x", "\0"),
      grantPermission("r", "READWRITE", "k"),
    ],
    ask: roleGet("r"),
    answer: {
      ...at(1),
      perm: [
        { permType: "WRITE", key: "a", range_end: "c" },
        { permType: "READWRITE", key: "k" },
        { permType: "READWRITE", key: "x", range_end: "\0" },
      ],
    },
  },
  {
    name: "a range that is not the first with its key can be granted twice",
    given: [
      roleAdd("r"),
      grantPermission("r", "READ", "k"),
      grantPermission("r", "READ", "k", "m"),
      grantPermission("r", "WRITE", "k", "m"),
    ],
    ask: roleGet("r"),
    answer: {
      ...at(1),
      perm: [
        { key: "k" },
        { key: "k", range_end: "m" },
        { permType: "WRITE", key: "k", range_end: "m" },
      ],
    },
  },
  {
    name: "revoking a range takes all permissions on exactly that range",
    given: [
      roleAdd("r"),
      grantPermission("r", "READ", "k"),
      grantPermission("r", "READ", "k", "m"),
      grantPermission("r", "WRITE", "k", "m"),
      revokePermission("r", "k", "m"),
    ],
    ask: roleGet("r"),
    answer: { ...at(1), perm: [{ key: "k" }] },
  },
  {
    name: "a range that was not granted cannot be revoked",
    given: [roleAdd("r"), grantPermission("r", "READ", "k", "m")],
    ask: revokePermission("r", "k"),
    refusal: permissionNotGranted,
  },
  {
    name: "a role that is not there grants nothing to revoke",
    ask: revokePermission("r", "k"),
    refusal: roleNotFound,
  },
];
