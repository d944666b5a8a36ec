import type { Caller } from "@leaderlab/etcd-core";
import type { Call } from "@leaderlab/rpc";
import type { Bearer, TokenProvider } from "./token-provider.ts";

export interface CallersOptions {
  readonly tokens: TokenProvider;
  /** Whether the name in a client's certificate is a user's: `--client-cert-auth`. */
  readonly usesCertificates: boolean;
}

/**
 * Finds out who makes a call: by a token, or else by the certificate of the connection.
 *
 * Mirrors: AuthInfoFromCtx and AuthInfoFromTLS in etcd server/auth/store.go.
 */
export class Callers {
  readonly #options: CallersOptions;
  /** Of calls whose token cannot be read at once. */
  readonly #bearers = new WeakMap<Call, Bearer>();

  constructor(options: CallersOptions) {
    this.#options = options;
  }

  /** To be waited for before a call is answered, when the tokens are such that reading one takes time. */
  async prepare(call: Call): Promise<void> {
    const token = tokenOf(call);
    if (token !== undefined) this.#bearers.set(call, await this.#options.tokens.read(token));
  }

  /** Asked for each request anew: during a stream a token may end. */
  callerOf(call: Call, authRevision: number): Caller {
    const token = tokenOf(call);
    if (token !== undefined) {
      const bearer = this.#bearers.get(call.origin ?? call) ?? this.#options.tokens.read(token);
      const caller = typeof bearer === "function" ? bearer(authRevision) : undefined;
      return caller ?? "invalidToken";
    }
    const userName = this.#options.usesCertificates ? call.commonName : undefined;
    return userName === undefined ? "anonymous" : { userName, authRevision };
  }
}

/** The first value counts. The gateway hands on the header `Authorization`; some of its clients put a scheme before it. */
function tokenOf(call: Call): string | undefined {
  const [value] = [...call.metadata("token"), ...call.metadata("authorization")];
  return value?.replace(/^Bearer /, "");
}
