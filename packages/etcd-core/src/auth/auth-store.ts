import { EtcdError } from "../errors.ts";
import {
  type AuthState,
  freshAuthState,
  type RoleRecord,
  type UserRecord,
} from "./auth-records.ts";
import { compareNames } from "./compare-names.ts";
import { isGrantable, type Permission } from "./permission.ts";
import { RangePermissions } from "./range-permissions.ts";

/** The user without whom there is no auth. */
const rootUser = "root";
/** The role that may do everything, whatever is granted to it. */
const rootRole = "root";
/** What the root role is said to have. */
const rootPermission: Permission = { type: "readWrite", key: "", rangeEnd: "\0" };

/** Told that all logins of a user, or of everybody (undefined), are over. */
export type OnLoginsEnd = (userName: string | undefined) => void;

/**
 * Users, roles and what they may do, without a word about who asks. Every change makes a revision,
 * so that an old proof of who somebody is can be told from a new one.
 *
 * Mirrors: authStore in etcd server/auth/store.go.
 */
export class AuthStore {
  readonly #onLoginsEnd: OnLoginsEnd;
  readonly #users = new Map<string, UserRecord>();
  readonly #roles = new Map<string, RoleRecord>();
  /** By user, computed when it is asked for; emptied by every change. */
  readonly #joined = new Map<string, RangePermissions>();
  #isEnabled = false;
  #revision = freshAuthState.revision;

  constructor(onLoginsEnd: OnLoginsEnd) {
    this.#onLoginsEnd = onLoginsEnd;
  }

  get isEnabled(): boolean {
    return this.#isEnabled;
  }

  get revision(): number {
    return this.#revision;
  }

  /** Makes no revision. Throws `rootUserNotFound` and `rootRoleNotGranted`. */
  enable(): void {
    if (this.#isEnabled) return;
    const root = this.#users.get(rootUser);
    if (root === undefined) throw new EtcdError("rootUserNotFound");
    if (!root.roles.includes(rootRole)) throw new EtcdError("rootRoleNotGranted");
    this.#isEnabled = true;
  }

  disable(): void {
    if (!this.#isEnabled) return;
    this.#isEnabled = false;
    this.#changed();
    this.#onLoginsEnd(undefined);
  }

  /** Throws `userNameEmpty` and `userExists`. */
  addUser(name: string, passwordHash: string | undefined): void {
    if (name === "") throw new EtcdError("userNameEmpty");
    if (this.#users.has(name)) throw new EtcdError("userExists");
    this.#users.set(name, { name, passwordHash, roles: [] });
    this.#changed();
  }

  /** Throws `invalidAuthManagement` for root while auth is on, and `userNotFound`. */
  deleteUser(name: string): void {
    if (this.#isEnabled && name === rootUser) throw new EtcdError("invalidAuthManagement");
    this.requireUser(name);
    this.#users.delete(name);
    this.#changed();
    this.#onLoginsEnd(name);
  }

  /**
   * Changes nothing but the revision when the user has no password to change. Throws `userNotFound`, and
   * `passwordOfNoPasswordUser` for a hash of undefined: one that could not be read.
   */
  changePassword(name: string, passwordHash: string | undefined): void {
    const user = this.requireUser(name);
    if (user.passwordHash !== undefined) {
      if (passwordHash === undefined) throw new EtcdError("passwordOfNoPasswordUser");
      this.#users.set(name, { ...user, passwordHash });
    }
    this.#changed();
    this.#onLoginsEnd(name);
  }

  /** A role that the user has is granted again without a revision. Throws `userNotFound` and `roleNotFound`. */
  grantRole(userName: string, roleName: string): void {
    const user = this.requireUser(userName);
    if (roleName !== rootRole) this.requireRole(roleName);
    if (user.roles.includes(roleName)) return;
    const roles = [...user.roles, roleName].sort(compareNames);
    this.#users.set(userName, { ...user, roles });
    this.#changed();
  }

  /** Throws `invalidAuthManagement` for root's own while auth is on, `userNotFound` and `roleNotGranted`. */
  revokeRole(userName: string, roleName: string): void {
    if (this.#isEnabled && userName === rootUser && roleName === rootRole) {
      throw new EtcdError("invalidAuthManagement");
    }
    const user = this.requireUser(userName);
    if (!user.roles.includes(roleName)) throw new EtcdError("roleNotGranted");
    this.#users.set(userName, withoutRole(user, roleName));
    this.#changed();
  }

  /** Throws `roleNameEmpty` and `roleExists`. */
  addRole(name: string): void {
    if (name === "") throw new EtcdError("roleNameEmpty");
    if (this.#roles.has(name)) throw new EtcdError("roleExists");
    this.#roles.set(name, { name, permissions: [] });
    this.#changed();
  }

  /** Takes the role from its users, too. Throws `invalidAuthManagement` for root's while auth is on, and `roleNotFound`. */
  deleteRole(name: string): void {
    if (this.#isEnabled && name === rootRole) throw new EtcdError("invalidAuthManagement");
    this.requireRole(name);
    this.#roles.delete(name);
    for (const user of this.#users.values()) {
      if (user.roles.includes(name)) this.#users.set(user.name, withoutRole(user, name));
    }
    this.#changed();
  }

  /**
   * Grants what a permission says. It takes the place of the one on the same range, if that is the first with its key;
   * otherwise it comes behind those with its key, so that a range can be there twice. Throws `permissionNotGiven`,
   * `invalidAuthManagement` for a range that cannot be granted, and `roleNotFound`.
   */
  grantPermission(roleName: string, permission: Permission | undefined): void {
    if (permission === undefined) throw new EtcdError("permissionNotGiven");
    if (!isGrantable(permission)) throw new EtcdError("invalidAuthManagement");
    const role = this.requireRole(roleName);
    const permissions = [...role.permissions];
    const first = permissions.findIndex(({ key }) => key >= permission.key);
    const at = permissions[first];
    if (at?.key === permission.key && at.rangeEnd === permission.rangeEnd) {
      permissions[first] = permission;
    } else {
      const next = permissions.findIndex(({ key }) => key > permission.key);
      permissions.splice(next < 0 ? permissions.length : next, 0, permission);
    }
    this.#roles.set(roleName, { ...role, permissions });
    this.#changed();
  }

  /** Takes away every permission on exactly that range. Throws `roleNotFound` and `permissionNotGranted`. */
  revokePermission(roleName: string, range: Pick<Permission, "key" | "rangeEnd">): void {
    const role = this.requireRole(roleName);
    const permissions = role.permissions.filter(
      ({ key, rangeEnd }) => key !== range.key || rangeEnd !== range.rangeEnd,
    );
    if (permissions.length === role.permissions.length) throw new EtcdError("permissionNotGranted");
    this.#roles.set(roleName, { ...role, permissions });
    this.#changed();
  }

  user(name: string): UserRecord | undefined {
    return this.#users.get(name);
  }

  /** Throws `userNotFound`. */
  requireUser(name: string): UserRecord {
    const user = this.#users.get(name);
    if (user === undefined) throw new EtcdError("userNotFound");
    return user;
  }

  /** Throws `roleNotFound`. */
  requireRole(name: string): RoleRecord {
    const role = this.#roles.get(name);
    if (role === undefined) throw new EtcdError("roleNotFound");
    return role;
  }

  /** What a role is said to have: for root everything, whatever was granted. Throws `roleNotFound`. */
  permissionsOf(roleName: string): readonly Permission[] {
    const { permissions } = this.requireRole(roleName);
    return roleName === rootRole ? [rootPermission] : permissions;
  }

  /** Names, ascending. */
  userNames(): string[] {
    return [...this.#users.keys()].sort(compareNames);
  }

  /** Names, ascending. */
  roleNames(): string[] {
    return [...this.#roles.keys()].sort(compareNames);
  }

  /** Whether a user may do everything. */
  isRoot(user: UserRecord): boolean {
    return user.roles.includes(rootRole);
  }

  /** What a user's roles grant, joined. Roles that no longer are grant nothing. */
  rangePermissionsOf(user: UserRecord): RangePermissions {
    const known = this.#joined.get(user.name);
    if (known !== undefined) return known;
    const granted = user.roles.flatMap((role) => this.#roles.get(role)?.permissions ?? []);
    const joined = new RangePermissions(granted);
    this.#joined.set(user.name, joined);
    return joined;
  }

  export(): AuthState {
    return {
      isEnabled: this.#isEnabled,
      revision: this.#revision,
      users: this.userNames().map((name) => this.requireUser(name)),
      roles: this.roleNames().map((name) => this.requireRole(name)),
    };
  }

  /** Takes over a state; all logins are over. */
  import(state: AuthState): void {
    this.#users.clear();
    this.#roles.clear();
    this.#joined.clear();
    for (const user of state.users) this.#users.set(user.name, user);
    for (const role of state.roles) this.#roles.set(role.name, role);
    this.#isEnabled = state.isEnabled;
    this.#revision = state.revision;
    this.#onLoginsEnd(undefined);
  }

  #changed(): void {
    this.#revision += 1;
    this.#joined.clear();
  }
}

function withoutRole(user: UserRecord, roleName: string): UserRecord {
  return { ...user, roles: user.roles.filter((role) => role !== roleName) };
}
