import { EtcdError } from "@leaderlab/etcd-core";
import type * as etcd from "@leaderlab/proto/etcd";
import type { Call } from "@leaderlab/rpc";
import type { Store } from "../store.ts";
import type { Passwords } from "./bcrypt-passwords.ts";
import type { TokenProvider } from "./token-provider.ts";

export interface LoginParts {
  readonly store: Store;
  readonly passwords: Passwords;
  readonly tokens: TokenProvider;
}

/** How often a login begins again because users or roles changed while its password was compared. */
const maxRounds = 100;

/**
 * Compares a password and gives a token for it. Rejects with `authNotEnabled`, `authFailed`,
 * `passwordOfNoPasswordUser`, and what the tokens refuse.
 *
 * Mirrors: Authenticate in etcd server/etcdserver/v3_server.go. Deviates: it does not begin again for ever.
 */
export async function login(
  { store, passwords, tokens }: LoginParts,
  call: Call,
  { name, password }: etcd.AuthenticateRequest,
): Promise<etcd.AuthenticateResponseInput> {
  const { auth } = store.core;
  for (let round = 0; round < maxRounds; round++) {
    const checked = auth.passwordOf(name);
    if (!(await passwords.matches(password, checked.passwordHash))) {
      throw new EtcdError("authFailed");
    }
    const authRevision = store.apply(call, () => auth.authenticate(name));
    const header = store.header(store.core.revision);
    const { raftIndex } = store;
    const token = await tokens.assign({ userName: name, authRevision, raftIndex });
    if (authRevision === checked.authRevision) return { header, token };
  }
  throw new EtcdError("authRevisionOld");
}
