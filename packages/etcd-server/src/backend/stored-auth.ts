import type { DatabaseReader, Entry } from "@leaderlab/bbolt";
import type { AuthState } from "@leaderlab/etcd-core";
import {
  allBytesIn,
  bytesIn,
  decodeFields,
  encodeFields,
  numberIn,
  type ProtoField,
} from "./proto-fields.ts";

type User = AuthState["users"][number];
type Role = AuthState["roles"][number];
type Permission = Role["permissions"][number];

/** Numbers of the enum, as etcd's file holds them. */
const permissionTypes = ["read", "write", "readWrite"] as const;

/** A user under his name. Mirrors: User in etcd api/authpb/auth.proto. */
export function userEntry({ name, passwordHash, roles }: User): Entry {
  const options = encodeFields(passwordHash === undefined ? [[1, 1n]] : []);
  const value = encodeFields([
    [1, Buffer.from(name)],
    ...(passwordHash === undefined ? [] : [[2, Buffer.from(passwordHash)] as const]),
    ...roles.map((role) => [3, Buffer.from(role)] as const),
    [4, options],
  ]);
  return { key: Buffer.from(name), value };
}

/** A role under its name. */
export function roleEntry({ name, permissions }: Role): Entry {
  const value = encodeFields([
    [1, Buffer.from(name)],
    ...permissions.map((permission) => [2, encodePermission(permission)] as const),
  ]);
  return { key: Buffer.from(name), value };
}

function encodePermission({ type, key, rangeEnd }: Permission): Buffer {
  const number = typeof type === "number" ? type : permissionTypes.indexOf(type);
  return encodeFields([
    ...(number === 0 ? [] : [[1, BigInt(number)] as const]),
    [2, Buffer.from(key, "latin1")],
    ...(rangeEnd === "" ? [] : [[3, Buffer.from(rangeEnd, "latin1")] as const]),
  ]);
}

/** Whether auth is on, and at which revision; users and roles have buckets of their own. */
export function authEntries({ isEnabled, revision }: AuthState): Entry[] {
  const revisionBytes = Buffer.alloc(8);
  revisionBytes.writeBigUInt64BE(BigInt(revision));
  return [
    ...(isEnabled ? [{ key: Buffer.from("authEnabled"), value: Buffer.of(1) }] : []),
    { key: Buffer.from("authRevision"), value: revisionBytes },
  ];
}

/** Reads all of it again. */
export function readAuth(database: DatabaseReader): AuthState {
  const values = new Map<string, Buffer>();
  for (const { key, value } of database.entries("auth")) values.set(text(key), Buffer.from(value));
  const revision = values.get("authRevision")?.readBigUInt64BE(0) ?? 1n;
  return {
    isEnabled: values.get("authEnabled")?.[0] === 1,
    revision: Math.max(1, Number(revision)),
    users: Array.from(database.entries("authUsers"), userOf),
    roles: Array.from(database.entries("authRoles"), roleOf),
  };
}

function userOf({ key, value }: Entry): User {
  const fields = decodeFields(value);
  const password = text(bytesIn(fields, 2));
  return {
    name: text(key),
    passwordHash: password === "" ? undefined : password,
    roles: allBytesIn(fields, 3).map(text),
  };
}

function roleOf({ key, value }: Entry): Role {
  const permissions = allBytesIn(decodeFields(value), 2).map(decodeFields).map(permissionOf);
  return { name: text(key), permissions };
}

function permissionOf(fields: readonly ProtoField[]): Permission {
  const number = Number(numberIn(fields, 1));
  return {
    type: permissionTypes[number] ?? number,
    key: Buffer.from(bytesIn(fields, 2)).toString("latin1"),
    rangeEnd: Buffer.from(bytesIn(fields, 3)).toString("latin1"),
  };
}

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString();
}
