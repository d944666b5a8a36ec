import { EtcdClientError, texts } from "./errors.ts";

/** etcd's words for a token that a new one may mend. */
const staleTokenTexts: readonly string[] = [
  texts.invalidAuthToken,
  texts.userNameEmpty,
  texts.authOldRevision,
];

/**
 * The token that goes with every request when a user is given. It is fetched before the first call, and anew for each
 * stream, since a stream may outlive a token by hours and breaks with it.
 *
 * Mirrors: etcd clientv3, retry_interceptor.go and client.go getToken.
 */
export class AuthToken {
  readonly #fetch: () => Promise<string>;
  #token: Promise<string> | undefined;
  #renewing: Promise<string> | undefined;

  /** `fetch` asks etcd for a token; it is called once at a time and must end by itself. */
  constructor(fetch: () => Promise<string>) {
    this.#fetch = fetch;
  }

  /** The present token, or a first one; "" when etcd has no authentication. */
  current(): Promise<string> {
    return this.#token ?? this.renew();
  }

  /** A new token; who asks while one is being fetched gets that one. */
  renew(): Promise<string> {
    this.#renewing ??= this.#fresh().finally(() => {
      this.#renewing = undefined;
    });
    this.#token = this.#renewing;
    return this.#renewing;
  }

  /** A token other than this one, which etcd no longer takes. */
  async replace(stale: string): Promise<string> {
    const present = await this.current();
    return present === stale ? await this.renew() : present;
  }

  async #fresh(): Promise<string> {
    try {
      return await this.#fetch();
    } catch (error) {
      if (error instanceof EtcdClientError && error.message === texts.authNotEnabled) return "";
      this.#token = undefined;
      throw error;
    }
  }
}

/** Whether a request that failed so may be made again with a new token: etcd refused it before looking at it. */
export function isStaleToken(error: unknown): boolean {
  return error instanceof EtcdClientError && staleTokenTexts.includes(error.message);
}
