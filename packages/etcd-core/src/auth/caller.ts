/**
 * Who asks: a user, with the revision of the auth store at which he proved it; nobody in
 * particular; or whoever brought a token that is good for nothing.
 */
export type Caller = KnownCaller | "anonymous" | "invalidToken";

/** A user. His name may be empty: that of a client certificate can be. */
export interface KnownCaller {
  readonly userName: string;
  /** A request that is older than the last change of the auth store is refused. */
  readonly authRevision: number;
}
