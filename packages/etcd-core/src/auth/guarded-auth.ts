import { EtcdError } from "../errors.ts";
import type { Access } from "./access.ts";
import type { Auth, AuthOperation, PasswordToCheck } from "./auth.ts";
import type { AuthState } from "./auth-records.ts";
import type { AuthStore } from "./auth-store.ts";
import type { Permission } from "./permission.ts";

export interface GuardedAuthParts {
  readonly store: AuthStore;
  readonly access: Access;
  /** Counts a request as a proposal, does it, and refuses it uncounted for a bad token. */
  readonly propose: <R>(operation: AuthOperation | undefined, apply: () => R) => R;
}

/** An auth store whose requests are counted, and refused to whoever may not make them. */
export class GuardedAuth implements Auth {
  readonly #store: AuthStore;
  readonly #access: Access;
  readonly #propose: GuardedAuthParts["propose"];

  constructor({ store, access, propose }: GuardedAuthParts) {
    this.#store = store;
    this.#access = access;
    this.#propose = propose;
  }

  get isEnabled(): boolean {
    return this.#store.isEnabled;
  }

  get revision(): number {
    return this.#store.revision;
  }

  enable(): void {
    this.#asRoot("AuthEnable", () => this.#store.enable());
  }

  disable(): void {
    this.#asRoot("AuthDisable", () => this.#store.disable());
  }

  status(): { readonly isEnabled: boolean; readonly revision: number } {
    const { isEnabled, revision } = this.#asRoot(undefined, () => this.#store);
    return { isEnabled, revision };
  }

  passwordOf(userName: string): PasswordToCheck {
    if (!this.isEnabled) throw new EtcdError("authNotEnabled");
    const user = this.#store.user(userName);
    if (user === undefined) throw new EtcdError("authFailed");
    const { passwordHash } = user;
    if (passwordHash === undefined) throw new EtcdError("passwordOfNoPasswordUser");
    return { passwordHash, authRevision: this.revision };
  }

  authenticate(userName: string): number {
    // Whoever logs in may bring an old token, or none.
    return this.#access.as("anonymous", () =>
      this.#propose("Authenticate", () => {
        if (!this.isEnabled) throw new EtcdError("authNotEnabled");
        if (this.#store.user(userName)?.passwordHash === undefined) {
          throw new EtcdError("authFailed");
        }
        return this.revision;
      }),
    );
  }

  addUser(name: string, passwordHash: string | undefined): void {
    this.#asRoot("AuthUserAdd", () => this.#store.addUser(name, passwordHash));
  }

  deleteUser(name: string): void {
    this.#asRoot("AuthUserDelete", () => this.#store.deleteUser(name));
  }

  changePassword(name: string, passwordHash: string | undefined): void {
    this.#asRoot("AuthUserChangePassword", () => this.#store.changePassword(name, passwordHash));
  }

  rolesOf(userName: string): readonly string[] {
    return this.#propose("AuthUserGet", () => {
      if (userName !== this.#access.userName) this.#access.requireRoot();
      return this.#store.requireUser(userName).roles;
    });
  }

  userNames(): readonly string[] {
    return this.#asRoot("AuthUserList", () => this.#store.userNames());
  }

  grantRole(userName: string, roleName: string): void {
    this.#asRoot("AuthUserGrantRole", () => this.#store.grantRole(userName, roleName));
  }

  revokeRole(userName: string, roleName: string): void {
    this.#asRoot("AuthUserRevokeRole", () => this.#store.revokeRole(userName, roleName));
  }

  addRole(name: string): void {
    this.#asRoot("AuthRoleAdd", () => this.#store.addRole(name));
  }

  deleteRole(name: string): void {
    this.#asRoot("AuthRoleDelete", () => this.#store.deleteRole(name));
  }

  permissionsOf(roleName: string): readonly Permission[] {
    return this.#propose("AuthRoleGet", () => {
      const asker = this.#store.user(this.#access.userName);
      if (!asker?.roles.includes(roleName)) this.#access.requireRoot();
      return this.#store.permissionsOf(roleName);
    });
  }

  roleNames(): readonly string[] {
    return this.#asRoot("AuthRoleList", () => this.#store.roleNames());
  }

  grantPermission(roleName: string, permission: Permission | undefined): void {
    this.#asRoot("AuthRoleGrantPermission", () =>
      this.#store.grantPermission(roleName, permission),
    );
  }

  revokePermission(roleName: string, range: Pick<Permission, "key" | "rangeEnd">): void {
    this.#asRoot("AuthRoleRevokePermission", () => this.#store.revokePermission(roleName, range));
  }

  exportState(): AuthState {
    return this.#store.export();
  }

  importState(state: AuthState): void {
    this.#store.import(state);
  }

  #asRoot<R>(operation: AuthOperation | undefined, apply: () => R): R {
    return this.#propose(operation, () => {
      this.#access.requireRoot();
      return apply();
    });
  }
}
