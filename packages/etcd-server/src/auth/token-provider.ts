import type { KnownCaller } from "@leaderlab/etcd-core";

/** A login that has just succeeded. */
export interface Login {
  readonly userName: string;
  readonly authRevision: number;
  /** Of the entry in the log that the login is. */
  readonly raftIndex: number;
}

/**
 * Tells who brought a token: undefined when it is good for nothing, or no longer. To be asked each time, with the auth
 * store's revision.
 */
export type Bearer = (authRevision: number) => KnownCaller | undefined;

/** Makes tokens for logins, and knows them again. */
export interface TokenProvider {
  /** Throws an EtcdError where none can be made. */
  assign(login: Login): string | Promise<string>;
  /** Looks at a token that a call brought; whether at once is the same for every token. */
  read(token: string): Bearer | Promise<Bearer>;
  readonly readsAtOnce: boolean;
  /** Ends the tokens of a user, or everybody's (undefined), as far as they can be ended. */
  endLogins(userName: string | undefined): void;
}
