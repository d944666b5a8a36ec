import type { EtcdState } from "@leaderlab/etcd-core";
import type { RestoredState } from "./state-of-buckets.ts";

/** What a member begins with before anybody asks for something. */
const freshRaftIndex = 4;

/** A new cluster works at the version of its members. */
const ownVersion = "3.6.0";

/**
 * A state that came out of a file as that of this member. Who wrote the file may have been another one, of another
 * cluster: then its members are left behind, as `etcdutl snapshot restore` leaves them, and this one is alone.
 */
export function adoptState({ state, raftIndex }: RestoredState, memberId: bigint): EtcdState {
  const isOwn = state.membership.members.some(({ id }) => id === memberId);
  return {
    ...state,
    membership: isOwn ? state.membership : { members: [], removedIds: [] },
    clusterVersion: isOwn
      ? state.clusterVersion
      : { version: ownVersion, downgradeTarget: undefined },
    proposals: isOwn ? Math.max(0, raftIndex - freshRaftIndex) : 0,
  };
}
