/** A member of the cluster, as the membership knows it. */
export interface Member {
  /** An unsigned 64-bit integer. */
  readonly id: bigint;
  /** Empty for one that was added and has not started. */
  readonly name: string;
  readonly peerUrls: readonly string[];
  readonly clientUrls: readonly string[];
  /** A learner is sent everything and has no vote. */
  readonly isLearner: boolean;
}

/** Who belongs to the cluster, as plain values. */
export interface MembershipState {
  readonly members: readonly Member[];
  /** Ids that never come back. */
  readonly removedIds: readonly bigint[];
}
