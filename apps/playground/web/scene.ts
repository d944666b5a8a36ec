import type { Place } from "./election-queue.ts";
import type { Lab, Link } from "./lab.ts";
import type { ClusterSnapshot, NodeAction } from "./wire.ts";

/** What the views are given to show: the lab after a change, with what several of them need read off it. */
export interface Scene {
  readonly lab: Lab;
  readonly link: Link;
  readonly snapshot: ClusterSnapshot;
  readonly queue: readonly Place[];
}

/** One region of the page. */
export interface View {
  /** Called after each change. */
  show(scene: Scene): void;
  /** Called with each frame while the lab is live, with the lab's time, for what moves between two changes. */
  draw?(labMs: number): void;
}

/** Asks for an action on a node; resolves with why it was refused, in plain words, or with undefined. */
export type Act = (node: string, action: NodeAction) => Promise<string | undefined>;
