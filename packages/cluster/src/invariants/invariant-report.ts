import type { Timeline } from "../timeline.ts";
import { type InvariantName, invariantNames, invariantTable } from "./invariant-table.ts";
import { type ClosedWindow, type WindowName, windowNames } from "./window-table.ts";
import type { WindowObserver } from "./windows.ts";

/** A breach of an invariant. */
export interface ReportedViolation {
  /** Of its event on the timeline. */
  readonly seq: number;
  /** Milliseconds since the timeline began. */
  readonly atMs: number;
  readonly message: string;
}

/** How it stands with one invariant, as plain JSON. */
export interface InvariantStanding {
  readonly name: InvariantName;
  /** What it says, in words. */
  readonly says: string;
  /** null: nobody checks it here. */
  readonly holds: boolean | null;
  readonly violations: readonly ReportedViolation[];
}

/** The windows of one name so far, as plain JSON; durations are in milliseconds of the cluster's time. */
export interface WindowStanding {
  readonly window: WindowName;
  /** How many are over, how long they were together, and the longest of them. */
  readonly count: number;
  readonly totalMs: number;
  readonly longestMs: number;
  /** Those that are open now, with their duration so far. */
  readonly open: readonly ClosedWindow[];
  /** The latest that are over, oldest first, no more than 100. */
  readonly closed: readonly ClosedWindow[];
}

/** What must hold and what is measured, from the cluster's beginning until now, as plain JSON. */
export interface InvariantReport {
  readonly invariants: readonly InvariantStanding[];
  readonly windows: readonly WindowStanding[];
}

/** The most violations of one invariant, and the most closed windows of one name, that are kept. */
const maxKept = 100;

/** Who looks on in a cluster. */
export interface Onlookers {
  /** The lab stands before etcd, which it cannot when etcd is somebody else's. */
  readonly isWitnessed: boolean;
  readonly hasProxy: boolean;
}

/** Whether anybody looks whether an invariant holds; what must be so in the end is judged in simulations alone. */
function isChecked(name: InvariantName, { isWitnessed, hasProxy }: Onlookers): boolean {
  if (name === "clusterRecovers" || name === "proxyFindsLeader") return false;
  return name === "proxyReachesLeader" ? hasProxy : isWitnessed;
}

/** Follows a timeline; the returned function says how it stands. */
export function followInvariants(
  timeline: Timeline,
  windows: WindowObserver,
  onlookers: () => Onlookers,
): () => InvariantReport {
  const violations = new Map<InvariantName, ReportedViolation[]>();
  const over = new Map<WindowName, Omit<WindowStanding, "open">>();
  timeline.onEvent((event) => {
    if (event.kind === "violation") {
      const { invariant, seq, atMs, message } = event;
      const known = violations.get(invariant) ?? [];
      if (known.length < maxKept) violations.set(invariant, [...known, { seq, atMs, message }]);
    } else if (event.kind === "windowClosed") {
      const { window, nodes, durationMs } = event;
      const { count, totalMs, longestMs, closed } = over.get(window) ?? none(window);
      over.set(window, {
        window,
        count: count + 1,
        totalMs: totalMs + durationMs,
        longestMs: Math.max(longestMs, durationMs),
        closed: [...closed.slice(1 - maxKept), { window, nodes, durationMs }],
      });
    }
  });
  const standing = (name: InvariantName): InvariantStanding => {
    const known = violations.get(name) ?? [];
    const holds = known.length > 0 ? false : isChecked(name, onlookers()) ? true : null;
    return { name, says: invariantTable[name], holds, violations: known };
  };
  return () => {
    const open = windows.open();
    return {
      invariants: invariantNames.map(standing),
      windows: windowNames.map((name) => ({
        ...(over.get(name) ?? none(name)),
        open: open.filter(({ window }) => window === name),
      })),
    };
  };
}

function none(window: WindowName): Omit<WindowStanding, "open"> {
  return { window, count: 0, totalMs: 0, longestMs: 0, closed: [] };
}
