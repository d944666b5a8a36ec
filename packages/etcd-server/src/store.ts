import type { Clock } from "@leaderlab/clock";
import type { Etcd } from "@leaderlab/etcd-core";
import type * as etcd from "@leaderlab/proto/etcd";
import type { Call } from "@leaderlab/rpc";
import type { Callers } from "./auth/callers.ts";
import type { MemberIdentity } from "./member-identity.ts";
import type { Ticker } from "./ticker.ts";
import type { Header } from "./wire.ts";

/** What every service works on: the core, kept at the present moment, and the header of its answers. */
export interface Store {
  readonly core: Etcd;
  /**
   * Runs a request against the core in the name of whoever made the call, as far as auth is on: first time moves to
   * now, so that a lease that is due is gone before anybody reads; afterwards the next deadline is looked for.
   */
  apply<T>(call: Call, work: (core: Etcd) => T): T;
  /** As `apply`, for what nobody asked on the wire: it may do everything. Not for a service. */
  applyAsServer<T>(work: (core: Etcd) => T): T;
  readonly header: Header;
  /** A header without a revision, as membership answers have. */
  readonly bareHeader: etcd.ResponseHeaderInput;
  readonly memberId: bigint;
  /** Events on their way to watchers; whoever sends them keeps count here. */
  readonly watchTraffic: WatchTraffic;
  /** How many entries the log has. */
  readonly raftIndex: number;
}

/** How many events were made ready for watchers, and how many of them are gone. */
export interface WatchTraffic {
  queuedEvents: number;
  sentEvents: number;
}

/** What a fresh member's log holds before the first request: its own configuration. */
const freshRaftIndex = 4;

/** etcd's raft term on a member that was elected once. */
export const raftTerm = 2;

export interface StoreParts {
  readonly core: Etcd;
  readonly clock: Clock;
  readonly ticker: Ticker;
  readonly identity: MemberIdentity;
  /** Left out: whoever calls is nobody in particular. */
  readonly callers?: Pick<Callers, "callerOf">;
}

/** Joins a core with the clock that moves it and the ids that its answers carry. */
export function createStore({ core, clock, ticker, identity, callers }: StoreParts): Store {
  const bareHeader = {
    cluster_id: identity.clusterId.toString(),
    member_id: identity.memberId.toString(),
    raft_term: raftTerm,
  };
  const applyAsServer: Store["applyAsServer"] = (work) => {
    core.advance(clock.now());
    try {
      return work(core);
    } finally {
      ticker.arm();
    }
  };
  return {
    core,
    apply(call, work) {
      if (!core.auth.isEnabled) return applyAsServer(work);
      const caller = callers?.callerOf(call, core.auth.revision) ?? "anonymous";
      return applyAsServer(() => core.access.as(caller, () => work(core)));
    },
    applyAsServer,
    header: (revision) => ({ ...bareHeader, revision }),
    bareHeader,
    memberId: identity.memberId,
    watchTraffic: { queuedEvents: 0, sentEvents: 0 },
    get raftIndex() {
      return freshRaftIndex + core.proposals;
    },
  };
}
