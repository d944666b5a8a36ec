import type { Auth, Permission } from "@leaderlab/etcd-core";
import * as etcd from "@leaderlab/proto/etcd";
import { type Call, type Implementation, implement } from "@leaderlab/rpc";
import type { Passwords } from "../auth/bcrypt-passwords.ts";
import { login } from "../auth/login.ts";
import type { TokenProvider } from "../auth/token-provider.ts";
import { createSizeCheck, withBoundedRequests } from "../request-size.ts";
import type { Store } from "../store.ts";
import { fromBytes, toBytes } from "../wire.ts";

export interface AuthServiceParts {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly tokens: TokenProvider;
  readonly maxRequestBytes: number;
}

/** etcd's Auth service over a store. Passwords are hashed before the store is asked, so that it never waits for one. */
export function createAuthService(parts: AuthServiceParts): Implementation {
  const { store, passwords, maxRequestBytes } = parts;
  /** Asks in one turn, and puts a header before what comes of it. */
  const ask = <T extends object>(call: Call, work: (auth: Auth) => T) => {
    const answer = store.apply(call, (core) => work(core.auth));
    return { header: store.header(store.core.revision), ...answer };
  };
  /** As `ask`, for what has no other answer than that it was done. */
  const change = (call: Call, work: (auth: Auth) => void) =>
    ask(call, (auth) => {
      work(auth);
      return {};
    });

  const service = implement(etcd.auth, {
    AuthEnable: (_request, call) => change(call, (auth) => auth.enable()),
    AuthDisable: (_request, call) => change(call, (auth) => auth.disable()),
    AuthStatus: (_request, call) =>
      ask(call, (auth) => {
        const { isEnabled, revision } = auth.status();
        return { enabled: isEnabled, authRevision: revision };
      }),
    Authenticate: (request, call) => login(parts, call, request),

    async UserAdd({ name, password, options }, call) {
      const hash = options?.no_password ? undefined : await passwords.hash(password);
      return change(call, (auth) => auth.addUser(name, hash));
    },
    UserGet: ({ name }, call) => ask(call, (auth) => ({ roles: auth.rolesOf(name) })),
    UserList: (_request, call) => ask(call, (auth) => ({ users: auth.userNames() })),
    UserDelete: ({ name }, call) => change(call, (auth) => auth.deleteUser(name)),
    async UserChangePassword({ name, password, hashedPassword }, call) {
      const hash = password === "" ? decoded(hashedPassword) : await passwords.hash(password);
      return change(call, (auth) => auth.changePassword(name, hash));
    },
    UserGrantRole: ({ user, role }, call) => change(call, (auth) => auth.grantRole(user, role)),
    UserRevokeRole: ({ name, role }, call) => change(call, (auth) => auth.revokeRole(name, role)),

    RoleAdd: ({ name }, call) => change(call, (auth) => auth.addRole(name)),
    RoleGet: ({ role }, call) =>
      ask(call, (auth) => ({ perm: auth.permissionsOf(role).map(toWire) })),
    RoleList: (_request, call) => ask(call, (auth) => ({ roles: auth.roleNames() })),
    RoleDelete: ({ role }, call) => change(call, (auth) => auth.deleteRole(role)),
    RoleGrantPermission: ({ name, perm }, call) =>
      change(call, (auth) =>
        auth.grantPermission(name, perm === null ? undefined : fromWire(perm)),
      ),
    RoleRevokePermission({ role, key, range_end }, call) {
      const range = { key: fromBytes(key), rangeEnd: fromBytes(range_end) };
      return change(call, (auth) => auth.revokePermission(role, range));
    },
  });
  const memberId = BigInt(store.bareHeader.member_id ?? 0);
  return withBoundedRequests(service, createSizeCheck(maxRequestBytes, memberId));
}

/** As Go's base64: undefined for what is none. */
function decoded(base64: string): string | undefined {
  const bytes = Buffer.from(base64, "base64");
  return bytes.toString("base64") === base64.replace(/[\r\n]/g, "") ? fromBytes(bytes) : undefined;
}

const typesOnWire = { read: "READ", write: "WRITE", readWrite: "READWRITE" } as const;
const types = { READ: "read", WRITE: "write", READWRITE: "readWrite" } as const;

function toWire({ type, key, rangeEnd }: Permission): etcd.PermissionInput {
  const permType = typeof type === "number" ? (type as never) : typesOnWire[type];
  return { permType, key: toBytes(key), range_end: toBytes(rangeEnd) };
}

/** A type that etcd does not know goes on as its number. */
function fromWire({ permType, key, range_end }: etcd.Permission): Permission {
  const type = types[permType] ?? Number(permType);
  return { type, key: fromBytes(key), rangeEnd: fromBytes(range_end) };
}
