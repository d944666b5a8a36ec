import type { AuthState } from "./auth-records.ts";
import type { Permission } from "./permission.ts";

/** What is compared with a password, and when it was looked up. */
export interface PasswordToCheck {
  readonly passwordHash: string;
  readonly authRevision: number;
}

/** A kind of proposal about auth, by etcd's name for it; that of a status has none. */
export type AuthOperation =
  | "Authenticate"
  | "AuthEnable"
  | "AuthDisable"
  | "AuthUserAdd"
  | "AuthUserDelete"
  | "AuthUserChangePassword"
  | "AuthUserGrantRole"
  | "AuthUserGet"
  | "AuthUserList"
  | "AuthUserRevokeRole"
  | "AuthRoleAdd"
  | "AuthRoleGrantPermission"
  | "AuthRoleGet"
  | "AuthRoleList"
  | "AuthRoleRevokePermission"
  | "AuthRoleDelete";

/**
 * Who may do what. Requests are refused like those of the store: while auth is on, all but `passwordOf` and
 * `authenticate` need the role root (`invalidAuthToken`, `userNameEmpty`, `userNotFound`, `permissionDenied`), except
 * where a user asks about himself. Each is a proposal, those that only ask included. Names are text; hashes are opaque.
 */
export interface Auth {
  readonly isEnabled: boolean;
  /** Moves with every change; 1 when there was none. */
  readonly revision: number;

  /** Throws `rootUserNotFound` and `rootRoleNotGranted`. */
  enable(): void;
  disable(): void;
  status(): { readonly isEnabled: boolean; readonly revision: number };

  /**
   * What the password of a user who logs in is to be compared with; no proposal. Throws `authNotEnabled`, `authFailed`
   * for a user that is not there, and `passwordOfNoPasswordUser`.
   */
  passwordOf(userName: string): PasswordToCheck;
  /**
   * Logs in a user whose password was compared; returns the auth revision of the login. Throws `authNotEnabled` and
   * `authFailed`.
   */
  authenticate(userName: string): number;

  /** A hash of undefined makes a user without a password. Throws `userNameEmpty` and `userExists`. */
  addUser(name: string, passwordHash: string | undefined): void;
  /** Throws `userNotFound`, and `invalidAuthManagement` for root while auth is on. */
  deleteUser(name: string): void;
  /**
   * Without effect on a user without a password. Throws `userNotFound`, and `passwordOfNoPasswordUser` for undefined: a
   * hash that could not be read.
   */
  changePassword(name: string, passwordHash: string | undefined): void;
  /** The roles of a user, who may ask himself. Throws `userNotFound`. */
  rolesOf(userName: string): readonly string[];
  userNames(): readonly string[];
  /** Throws `userNotFound` and `roleNotFound`; the role root need not be there. */
  grantRole(userName: string, roleName: string): void;
  /** Throws `userNotFound`, `roleNotGranted`, and `invalidAuthManagement` for root's own while auth is on. */
  revokeRole(userName: string, roleName: string): void;

  /** Throws `roleNameEmpty` and `roleExists`. */
  addRole(name: string): void;
  /** Throws `roleNotFound`, and `invalidAuthManagement` for root while auth is on. */
  deleteRole(name: string): void;
  /** What a role grants; a user may ask about his own. Throws `roleNotFound`. */
  permissionsOf(roleName: string): readonly Permission[];
  roleNames(): readonly string[];
  /** Throws `permissionNotGiven`, `invalidAuthManagement` for a range without keys, and `roleNotFound`. */
  grantPermission(roleName: string, permission: Permission | undefined): void;
  /** Throws `roleNotFound` and `permissionNotGranted`. */
  revokePermission(roleName: string, range: Pick<Permission, "key" | "rangeEnd">): void;

  /** Everything but the logins, for a dump; asked of nobody. */
  exportState(): AuthState;
  /** Takes over what was exported; all logins are over. */
  importState(state: AuthState): void;
}
