import { EtcdError } from "@leaderlab/etcd-core";
import type { TokenProvider } from "./token-provider.ts";

/** What an empty `--auth-token` gives: nobody can log in but by certificate. Mirrors: etcd server/auth/nop.go. */
export const noTokens: TokenProvider = {
  assign() {
    throw new EtcdError("authFailed");
  },
  read: () => () => undefined,
  readsAtOnce: true,
  endLogins() {},
};
