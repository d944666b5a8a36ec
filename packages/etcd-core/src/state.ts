import type { Alarm } from "./alarm/alarm-store.ts";
import type { AuthState } from "./auth/auth-records.ts";
import type { ClusterVersionState } from "./cluster/cluster-version.ts";
import type { MembershipState } from "./cluster/member.ts";
import type { LeaseState } from "./lease/lease.ts";
import type { History } from "./mvcc/restored-history.ts";

/**
 * Everything that a store holds at one moment, as plain values that never change: what goes into a
 * snapshot, a file or a dump, and comes out of one. A store that it is imported into answers every
 * request as the one that it was exported from, but for watchers, which are none.
 */
export interface EtcdState extends History {
  /** In the order of their grant, by which those that expire together go. */
  readonly leases: readonly LeaseState[];
  readonly alarms: readonly Alarm[];
  readonly membership: MembershipState;
  readonly clusterVersion: ClusterVersionState;
  /** Users and roles, and whether auth is on; logins are no part of it. */
  readonly auth: AuthState;
  /** How many requests went through the log. */
  readonly proposals: number;
}
