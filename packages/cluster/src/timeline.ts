import type { Clock } from "@leaderlab/clock";
import type { KnobSettings, WalletState } from "@leaderlab/lnd-sim";
import type { FaultSpec } from "./faults/fault-table.ts";
import type { InvariantName } from "./invariants/invariant-table.ts";
import type { ClosedWindow, WindowName } from "./invariants/window-table.ts";
import { Causes } from "./timeline-causes.ts";

/** What happened, without when. `node` is a node's name, a lease id is in hexadecimal as in its election key. */
export type Happening =
  | { readonly kind: "etcdStarted"; readonly endpoint: string }
  /** Its process ended; its state is kept. */
  | { readonly kind: "etcdStopped"; readonly endpoint: string }
  /** Something goes wrong from now on, until it is undone. */
  | { readonly kind: "faultInjected"; readonly fault: string; readonly spec: FaultSpec }
  | { readonly kind: "faultUndone"; readonly fault: string }
  /** Somebody made the cluster's time go faster or slower, or stopped it (0). */
  | { readonly kind: "timeChanged"; readonly speed: number }
  /** Somebody moved time that stood still. */
  | { readonly kind: "timeAdvanced"; readonly ms: number }
  /** A proxy in front of the nodes takes clients at this address. */
  | { readonly kind: "proxyStarted"; readonly endpoint: string }
  /** It leads to another node now, or to none (null): clients of the former one have been cut. */
  | {
      readonly kind: "proxyTurned";
      readonly from: string | null;
      readonly to: string | null;
      readonly why: string;
    }
  | { readonly kind: "postgresStarted"; readonly dsn: string }
  | { readonly kind: "nodeStarted"; readonly node: string }
  | { readonly kind: "campaigning"; readonly node: string; readonly lease: string }
  | { readonly kind: "elected"; readonly node: string; readonly lease: string }
  | { readonly kind: "state"; readonly node: string; readonly state: WalletState }
  /** Somebody changed how a node behaves beyond lnd's own flags. */
  | {
      readonly kind: "knobsTurned";
      readonly node: string;
      readonly changes: Partial<KnobSettings>;
    }
  | { readonly kind: "walletCreated"; readonly node: string }
  /** Somebody pulled the plug: nothing is resigned, the lease must run out. */
  | { readonly kind: "killed"; readonly node: string }
  /** Somebody froze the process, as SIGSTOP does. */
  | { readonly kind: "paused"; readonly node: string }
  /** … and let it go on, as SIGCONT does. */
  | { readonly kind: "resumed"; readonly node: string }
  /** Somebody asked for a graceful stop. */
  | { readonly kind: "stopping"; readonly node: string }
  | { readonly kind: "resigned"; readonly node: string }
  | { readonly kind: "leadershipLost"; readonly node: string }
  /**
   * A node whose election key is gone wrote to the database, and the database took it: neither etcd nor Postgres asks
   * who leads. Told once for each lost key.
   */
  | { readonly kind: "deposedWrite"; readonly node: string; readonly lease: string }
  /** etcd deleted an election key because its lease had run out. */
  | { readonly kind: "leaseExpired"; readonly node: string; readonly lease: string }
  | {
      readonly kind: "exited";
      readonly node: string;
      readonly code: number;
      readonly message?: string;
    }
  /** From the end of one leader to SERVER_ACTIVE on the next. */
  | {
      readonly kind: "failover";
      readonly from: string;
      readonly to: string;
      readonly durationMs: number;
    }
  /** Something begins that the real lnd has now and then: see WindowName. */
  | {
      readonly kind: "windowOpened";
      readonly window: WindowName;
      readonly nodes: readonly string[];
    }
  | ({ readonly kind: "windowClosed" } & ClosedWindow)
  /** Something happened that never happens with the real lnd and etcd: see InvariantName. */
  | {
      readonly kind: "violation";
      readonly invariant: InvariantName;
      readonly message: string;
    };

/** One entry of the timeline. */
export type TimelineEvent = Happening & {
  /** From 1 on, without gaps. */
  readonly seq: number;
  /** Milliseconds since the timeline began. */
  readonly atMs: number;
  /** Unix milliseconds; in simulation the virtual clock's, so that a seed gives the same ones again. */
  readonly unixMs: number;
  /** The `seq` of the event that led to this one; absent where it stands by itself, or nothing tells. */
  readonly cause?: number;
};

/** Everything that happened, in one order. Whoever shows or checks the cluster reads this and nothing else. */
export interface Timeline {
  readonly events: readonly TimelineEvent[];
  append(happening: Happening): TimelineEvent;
  /** Calls back for each event from now on; the returned function ends that. */
  onEvent(listener: (event: TimelineEvent) => void): () => void;
}

/** The oldest events are dropped beyond this many. */
const maxEvents = 10_000;

/** An empty timeline that begins now. */
export function createTimeline(clock: Clock): Timeline {
  const startMs = clock.now();
  const events: TimelineEvent[] = [];
  const listeners = new Set<(event: TimelineEvent) => void>();
  const undelivered: TimelineEvent[] = [];
  const causes = new Causes();
  let seq = 0;
  /** One at a time: an event that a listener appends is heard by all after the one that led to it. */
  const deliver = (event: TimelineEvent) => {
    if (undelivered.push(event) > 1) return;
    for (let next = undelivered[0]; next !== undefined; next = undelivered[0]) {
      for (const listener of listeners) listener(next);
      undelivered.shift();
    }
  };
  return {
    events,
    append(happening) {
      seq += 1;
      const cause = causes.next(happening, seq);
      const event = {
        ...happening,
        seq,
        atMs: clock.now() - startMs,
        unixMs: clock.unixNow(),
        ...(cause !== undefined && { cause }),
      };
      events.push(event);
      if (events.length > maxEvents) events.shift();
      deliver(event);
      return event;
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
