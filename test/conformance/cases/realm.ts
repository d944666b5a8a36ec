import type { Ask } from "../caller.ts";
import type { Plain } from "../plain-message.ts";
import { type Case, call } from "./case.ts";
import type { Expected, Step } from "./step.ts";

const permission = (permType: string, key: string, range_end = ""): Plain => ({
  permType,
  key,
  range_end,
});

/** Roles of the realm, with what they grant; `root` grants everything without a word. */
const roles: Readonly<Record<string, readonly Plain[]>> = {
  reader: [
    permission("READ", "a", "c"),
    permission("READ", "c", "e"),
    permission("READ", "k"),
    permission("READ", "~end"),
  ],
  writer: [permission("WRITE", "b", "d"), permission("WRITE", "w"), permission("READWRITE", "rw")],
  everything: [permission("READWRITE", "\0", "\0")],
  "from x": [permission("READWRITE", "x", "\0")],
};

/** Users of the realm, with their roles. The password of each is his name; `nopw` has none. */
export const users = {
  root: ["root"],
  alice: ["reader", "writer"],
  bob: [],
  carol: ["everything"],
  dave: ["from x"],
  nopw: ["everything"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Somebody of the realm. */
export type User = keyof typeof users;

export const passwordOf = (user: string): string => user;

/** Asks in somebody's name: a user's, who is logged in first; nobody's, or with a token that nobody was given. */
export type AskBy = Ask & { readonly by?: User | "nobody" | "forger" };

export const userAdd = (name: string, more: Plain = { password: passwordOf(name) }): Ask => ({
  rpc: "UserAdd",
  request: { name, ...more },
});
export const userDelete = (name: string): Ask => ({ rpc: "UserDelete", request: { name } });
export const userGet = (name: string): Ask => ({ rpc: "UserGet", request: { name } });
export const userList: Ask = { rpc: "UserList", request: {} };
export const changePassword = (name: string, password: string, more: Plain = {}): Ask => ({
  rpc: "UserChangePassword",
  request: { name, password, ...more },
});
export const grantRole = (user: string, role: string): Ask => ({
  rpc: "UserGrantRole",
  request: { user, role },
});
export const revokeRole = (name: string, role: string): Ask => ({
  rpc: "UserRevokeRole",
  request: { name, role },
});
export const roleAdd = (name: string): Ask => ({ rpc: "RoleAdd", request: { name } });
export const roleGet = (role: string): Ask => ({ rpc: "RoleGet", request: { role } });
export const roleDelete = (role: string): Ask => ({ rpc: "RoleDelete", request: { role } });
export const roleList: Ask = { rpc: "RoleList", request: {} };
/** `READ` is the default of the field, so it is left out of answers. */
export const grantPermission = (
  name: string,
  ...[permType, key, range_end]: [permType: string, key: string, rangeEnd?: string]
): Ask => ({
  rpc: "RoleGrantPermission",
  request: { name, perm: permission(permType, key, range_end) },
});
export const revokePermission = (role: string, key: string, range_end = ""): Ask => ({
  rpc: "RoleRevokePermission",
  request: { role, key, range_end },
});
export const authenticate = (name: string, password = passwordOf(name)): Ask => ({
  rpc: "Authenticate",
  request: { name, password },
});
export const authEnable: Ask = { rpc: "AuthEnable", request: {} };
export const authDisable: Ask = { rpc: "AuthDisable", request: {} };
export const authStatus: Ask = { rpc: "AuthStatus", request: {} };
export const memberList: Ask = { rpc: "MemberList", request: {} };
export const status: Ask = { rpc: "Status", request: {} };

/** Makes these users with their roles, and root, and turns auth on. */
export function realmOf(names: readonly User[]): readonly Ask[] {
  const wanted = [...new Set<User>(["root", ...names])];
  const granted = [...new Set(wanted.flatMap((name): readonly string[] => users[name]))];
  return [
    ...granted.flatMap((name) => [
      ...(name === "root" ? [] : [roleAdd(name)]),
      ...(roles[name] ?? []).map((perm) => call("RoleGrantPermission", { name, perm })),
    ]),
    ...wanted.flatMap((name) => [
      userAdd(name, name === "nopw" ? { options: { no_password: true } } : undefined),
      ...users[name].map((role) => grantRole(name, role)),
    ]),
    authEnable,
  ];
}

/** What happens in a realm, and what must come of it. Whoever is not named is root. */
export interface RealmCase extends Expected, Pick<Case, "name" | "differs" | "masked"> {
  /** Who is there, with root; left out: everybody. */
  readonly among?: readonly User[];
  readonly given?: readonly AskBy[];
  readonly ask: AskBy;
}

/** The case in a realm of its own, in which everybody logs in before he asks for the first time. */
export function inRealm(one: RealmCase): Case {
  const { among = Object.keys(users) as User[], given = [], ask, answer, refusal, ...facts } = one;
  const loggedIn = new Set<string>();
  const stepsFor = ({ by = "root", ...asked }: AskBy, expected: Expected): Step[] => {
    if (by === "nobody") return [{ ask: asked, ...expected }];
    if (by === "forger") return [{ ask: asked, as: forgedToken, ...expected }];
    const login = { ask: authenticate(by), keep: { [by]: "token" } };
    const logins = loggedIn.has(by) ? [] : [login];
    loggedIn.add(by);
    return [...logins, { ask: asked, as: by, ...expected }];
  };
  const expected = answer === undefined ? { refusal } : { answer };
  const steps = [
    ...realmOf(among),
    ...given.flatMap((step) => stepsFor(step, {})),
    ...stepsFor(ask, expected as Expected),
  ];
  return { ...facts, steps };
}

/** A token as etcd gives them, which it never gave. */
const forgedToken = { token: "abcdefghijklmnop.1" } as const;
