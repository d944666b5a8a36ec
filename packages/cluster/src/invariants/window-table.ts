/**
 * What the real lnd has now and then, and what is therefore measured and no violation:
 *
 * - `overlap`: two nodes or more serve (SERVER_ACTIVE). A paused process does not answer, so it does not count.
 * - `noLeader`: nobody serves, after somebody did.
 * - `leaderWithoutKey`: a node leads whose key is not in etcd, as after an etcd that was away for longer than the TTL.
 */
export const windowNames = ["overlap", "noLeader", "leaderWithoutKey"] as const;

/** The name of such a time. */
export type WindowName = (typeof windowNames)[number];

/** A window that is over. */
export interface ClosedWindow {
  readonly window: WindowName;
  /** Those who were in it: who served, or led without a key; nobody for `noLeader`. */
  readonly nodes: readonly string[];
  readonly durationMs: number;
}
