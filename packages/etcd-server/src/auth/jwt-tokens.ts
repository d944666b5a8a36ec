import { EtcdError } from "@leaderlab/etcd-core";
import { RpcError } from "@leaderlab/rpc";
import type { JWTPayload } from "jose";
import type { JwtKeys } from "./jwt-keys.ts";
import { keyTexts } from "./key-texts.ts";
import type { Bearer, Login, TokenProvider } from "./token-provider.ts";

/** Loaded with the first token: most servers never see one. */
const loadJose = () => import("jose");

export interface JwtTokensOptions {
  /** The `alg` of RFC 7518: RS256, ES384, EdDSA … */
  readonly method: string;
  readonly keys: JwtKeys;
  readonly ttlMs: number;
  /** Milliseconds since 1970. */
  readonly unixNow: () => number;
}

/**
 * JSON web tokens with the claims exp, revision and username. Whoever has the key may have made them, so nothing is
 * kept; what ends one before its time is any change of users or roles, after which its revision is old.
 *
 * Mirrors: tokenJWT in etcd server/auth/jwt.go.
 */
export class JwtTokens implements TokenProvider {
  readonly readsAtOnce = false;
  readonly #options: JwtTokensOptions;

  constructor(options: JwtTokensOptions) {
    this.#options = options;
  }

  async assign({ userName, authRevision }: Login): Promise<string> {
    const { keys, method, ttlMs, unixNow } = this.#options;
    if (keys.sign === undefined) throw new EtcdError("keyVerifiesOnly");
    const exp = Math.floor((unixNow() + ttlMs) / 1000);
    const { SignJWT } = await loadJose();
    const token = new SignJWT({ exp, revision: authRevision, username: userName });
    try {
      return await token.setProtectedHeader({ alg: method, typ: "JWT" }).sign(keys.sign);
    } catch {
      // A key of the right kind that does not fit, as one of another curve.
      throw new RpcError("UNKNOWN", keyTexts.keyInvalid);
    }
  }

  async read(token: string): Promise<Bearer> {
    const { keys, method, unixNow } = this.#options;
    const { jwtVerify } = await loadJose();
    try {
      const rules = { algorithms: [method], currentDate: new Date(unixNow()) };
      const { payload } = await jwtVerify(token, keys.verify, rules);
      return () => this.#bearerOf(payload);
    } catch {
      return () => undefined;
    }
  }

  endLogins(): void {}

  #bearerOf({ exp, username, revision }: JWTPayload) {
    const isOver = exp !== undefined && Math.floor(this.#options.unixNow() / 1000) >= exp;
    if (isOver || typeof username !== "string" || typeof revision !== "number") return undefined;
    return { userName: username, authRevision: Math.trunc(revision) };
  }
}
