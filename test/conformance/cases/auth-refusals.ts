import type { Refusal } from "./case.ts";

/** Refusals that many cases share. */
export const rootUserMissing: Refusal = [
  "FAILED_PRECONDITION",
  "etcdserver: root user does not exist",
];
export const rootRoleMissing: Refusal = [
  "FAILED_PRECONDITION",
  "etcdserver: root user does not have root role",
];
export const userNameEmpty: Refusal = ["INVALID_ARGUMENT", "etcdserver: user name is empty"];
export const userNotFound: Refusal = ["FAILED_PRECONDITION", "etcdserver: user name not found"];
export const userExists: Refusal = ["FAILED_PRECONDITION", "etcdserver: user name already exists"];
export const roleNameEmpty: Refusal = ["INVALID_ARGUMENT", "etcdserver: role name is empty"];
export const roleNotFound: Refusal = ["FAILED_PRECONDITION", "etcdserver: role name not found"];
export const roleExists: Refusal = ["FAILED_PRECONDITION", "etcdserver: role name already exists"];
export const roleNotGranted: Refusal = [
  "FAILED_PRECONDITION",
  "etcdserver: role is not granted to the user",
];
export const permissionNotGiven: Refusal = ["INVALID_ARGUMENT", "etcdserver: permission not given"];
export const permissionNotGranted: Refusal = [
  "FAILED_PRECONDITION",
  "etcdserver: permission is not granted to the role",
];
export const badManagement: Refusal = ["INVALID_ARGUMENT", "etcdserver: invalid auth management"];
export const authOff: Refusal = [
  "FAILED_PRECONDITION",
  "etcdserver: authentication is not enabled",
];
export const authFailed: Refusal = [
  "INVALID_ARGUMENT",
  "etcdserver: authentication failed, invalid user ID or password",
];
export const oldRevision: Refusal = [
  "INVALID_ARGUMENT",
  "etcdserver: revision of auth store is old",
];
export const badToken: Refusal = ["UNAUTHENTICATED", "etcdserver: invalid auth token"];
export const denied: Refusal = ["PERMISSION_DENIED", "etcdserver: permission denied"];
export const noPasswordUser: Refusal = [
  "UNKNOWN",
  "auth: authentication failed, password was given for no password user",
];
export const passwordTooLong: Refusal = ["UNKNOWN", "bcrypt: password length exceeds 72 bytes"];
export const verifyOnly: Refusal = [
  "UNKNOWN",
  "auth: token signing attempted with verify-only key",
];
