import type { Clock, Random } from "@leaderlab/clock";
import type { Bearer, Login, TokenProvider } from "./token-provider.ts";

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const letterCount = 16;

/** A token's life when 0 seconds are asked for. */
const defaultTtlSeconds = 300;

/** How many tokens are kept; beyond that the one that was not used for the longest time ends. */
const maxTokens = 100_000;

export interface SimpleTokensOptions {
  readonly clock: Pick<Clock, "now">;
  readonly random: Pick<Random, "nextUint32">;
  /** Each use begins it anew; 0 stands for 300. */
  readonly ttlSeconds: number;
}

interface SimpleToken {
  readonly userName: string;
  endsMs: number;
}

/**
 * etcd's tokens of 16 letters and a number, `nhmxiVquuLNoPdWo.8`: only the server that gave one knows it. Whoever brings
 * one counts as having logged in at this moment, so changes of users and roles do not end it.
 *
 * Mirrors: tokenSimple in etcd server/auth/simple_token.go. Deviates: a token ends at its moment, etcd's up to a second
 * later; and one with a number that is yet to come is refused at once, while etcd waits for that number.
 */
export class SimpleTokens implements TokenProvider {
  readonly readsAtOnce = true;
  readonly #options: SimpleTokensOptions;
  readonly #ttlMs: number;
  /** In the order in which they end: a use puts a token behind all others. */
  readonly #tokens = new Map<string, SimpleToken>();

  constructor(options: SimpleTokensOptions) {
    this.#options = options;
    this.#ttlMs = (options.ttlSeconds || defaultTtlSeconds) * 1000;
  }

  assign({ userName, raftIndex }: Login): string {
    this.#dropEnded();
    const token = `${this.#drawLetters()}.${raftIndex}`;
    this.#tokens.set(token, { userName, endsMs: this.#options.clock.now() + this.#ttlMs });
    return token;
  }

  read(token: string): Bearer {
    return (authRevision) => {
      const found = this.#tokens.get(token);
      if (found === undefined) return undefined;
      const nowMs = this.#options.clock.now();
      this.#tokens.delete(token);
      if (nowMs > found.endsMs) return undefined;
      found.endsMs = nowMs + this.#ttlMs;
      this.#tokens.set(token, found);
      return { userName: found.userName, authRevision };
    };
  }

  endLogins(userName: string | undefined): void {
    if (userName === undefined) this.#tokens.clear();
    for (const [token, found] of this.#tokens) {
      if (found.userName === userName) this.#tokens.delete(token);
    }
  }

  #dropEnded(): void {
    const nowMs = this.#options.clock.now();
    for (const [token, { endsMs }] of this.#tokens) {
      if (nowMs <= endsMs && this.#tokens.size < maxTokens) return;
      this.#tokens.delete(token);
    }
  }

  #drawLetters(): string {
    let drawn = "";
    while (drawn.length < letterCount) {
      // Of the 64 numbers, those without a letter are drawn again, so that all letters are equally likely.
      drawn += letters[this.#options.random.nextUint32() >>> 26] ?? "";
    }
    return drawn;
  }
}
