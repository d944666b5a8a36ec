import type { Clock } from "@leaderlab/clock";
import type { Timeline, TimelineEvent } from "../timeline.ts";
import type { ClosedWindow, WindowName } from "./window-table.ts";

interface KeptWindow {
  readonly window: WindowName;
  readonly nodes: Set<string>;
  readonly sinceMs: number;
}

/** The windows of a cluster as they are now. */
export interface WindowObserver {
  /** Those that are open, with how long they have been so. */
  open(): readonly ClosedWindow[];
  /** Ends the observation; a window that is open then stays open. */
  stop(): void;
}

interface Life {
  isServing: boolean;
  isElected: boolean;
  isPaused: boolean;
  hasKey: boolean;
  lease: string;
}

/** Tells on the timeline when such a window opens and when it closes, with its duration. */
export function observeWindows(timeline: Timeline, clock: Clock): WindowObserver {
  const lives = new Map<string, Life>();
  const open = new Map<string, KeptWindow>();
  let hasServed = false;
  const be = (key: string, window: WindowName, nodes: readonly string[], isOpen: boolean) => {
    const known = open.get(key);
    if (isOpen && known === undefined) {
      open.set(key, { window, nodes: new Set(nodes), sinceMs: clock.now() });
      timeline.append({ kind: "windowOpened", window, nodes });
    } else if (isOpen) {
      for (const node of nodes) known?.nodes.add(node);
    } else if (known !== undefined) {
      open.delete(key);
      timeline.append({ kind: "windowClosed", ...untilNow(known) });
    }
  };
  const untilNow = ({ window, nodes, sinceMs }: KeptWindow): ClosedWindow => {
    return { window, nodes: [...nodes], durationMs: Math.round(clock.now() - sinceMs) };
  };
  const stop = timeline.onEvent((event) => {
    if (!follow(event, lives)) return;
    const names: string[] = [];
    for (const [name, life] of lives) if (life.isServing && !life.isPaused) names.push(name);
    hasServed ||= names.length > 0;
    be("overlap", "overlap", names, names.length > 1);
    be("noLeader", "noLeader", [], hasServed && names.length === 0);
    const { node } = event;
    const life = lives.get(node);
    const hasNoKey = life?.isElected === true && !life.hasKey;
    be(`leader ${node}`, "leaderWithoutKey", [node], hasNoKey);
  });
  return { open: () => [...open.values()].map(untilNow), stop };
}

/** Whether the event changed how it is with a node. */
function follow(
  event: TimelineEvent,
  lives: Map<string, Life>,
): event is TimelineEvent & { readonly node: string } {
  if (!("node" in event)) return false;
  const life = lives.get(event.node) ?? newLife();
  lives.set(event.node, life);
  switch (event.kind) {
    case "nodeStarted":
    case "killed":
    case "exited":
      lives.set(event.node, newLife());
      return true;
    case "campaigning":
      life.lease = event.lease;
      life.hasKey = true;
      return false;
    case "elected":
      life.isElected = true;
      return true;
    case "state":
      life.isServing = event.state === "SERVER_ACTIVE";
      return true;
    case "leaseExpired":
      if (event.lease !== life.lease) return false;
      life.hasKey = false;
      return true;
    default:
      return pauseOrResume(event.kind, life);
  }
}

function pauseOrResume(kind: string, life: Life): boolean {
  if (kind !== "paused" && kind !== "resumed") return false;
  life.isPaused = kind === "paused";
  return true;
}

function newLife(): Life {
  return { isServing: false, isElected: false, isPaused: false, hasKey: false, lease: "" };
}
