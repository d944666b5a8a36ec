import type { Permission } from "./permission.ts";

/** A user as the store keeps him. */
export interface UserRecord {
  readonly name: string;
  /** What a password is compared with; undefined for a user who logs in by certificate alone. */
  readonly passwordHash: string | undefined;
  /** Names of roles, ascending. */
  readonly roles: readonly string[];
}

/** A role as the store keeps it. */
export interface RoleRecord {
  readonly name: string;
  /** By the first key of their ranges. */
  readonly permissions: readonly Permission[];
}

/** Everything that an auth store holds; plain values, fit for JSON. Logins are no part of it. */
export interface AuthState {
  readonly isEnabled: boolean;
  readonly revision: number;
  readonly users: readonly UserRecord[];
  readonly roles: readonly RoleRecord[];
}

/** An auth store that was never touched. */
export const freshAuthState: AuthState = { isEnabled: false, revision: 1, users: [], roles: [] };
