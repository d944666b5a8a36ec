import type { NodeAction, NodeSnapshot } from "./wire.ts";

/** What a node is in the election. */
export type Role = "leader" | "follower" | "down";

/** Whether a process runs: one that is stopping still does. */
export function isUp({ status }: NodeSnapshot): boolean {
  return status === "running" || status === "stopping";
}

/** What a node is in the election, as far as its own process knows. */
export function roleOf(node: NodeSnapshot): Role {
  if (!isUp(node)) return "down";
  return node.isLeader ? "leader" : "follower";
}

/** The role in words, with the reason when no process runs. */
export function describeRole(node: NodeSnapshot): string {
  switch (node.status) {
    case "running":
      if (node.isPaused) return node.isLeader ? "Leader, paused" : "Paused";
      if (node.isLeader) return "Leader";
      // Past its wait without an election: there is none.
      return (node.state ?? "WAITING_TO_START") === "WAITING_TO_START"
        ? "Follower, waiting"
        : "Runs, no election";
    case "stopping":
      return "Stopping";
    case "killed":
      return "Down, killed";
    case "stopped":
      return "Down, stopped";
    case "exited":
      return "Down, exited";
  }
}

/** What makes sense to ask of a node now. */
export function allowedActions(node: NodeSnapshot): ReadonlySet<NodeAction> {
  // A frozen process hears no SIGTERM before it goes on.
  if (node.isPaused) return new Set(["kill", "resume"]);
  if (node.status === "running") return new Set(["kill", "stop", "restart", "pause"]);
  // It may hang on its way out.
  return node.status === "stopping" ? new Set(["kill"]) : new Set(["start"]);
}

/**
 * Who leads, by name: usually one or none. A leader that is stopping and has resigned counts only as long as nobody
 * else leads, since its ports stay open for some milliseconds after the next one was elected.
 */
export function leadersOf(nodes: readonly NodeSnapshot[]): readonly NodeSnapshot[] {
  const leaders = nodes.filter((node) => node.isLeader);
  const staying = leaders.filter((node) => node.status !== "stopping");
  return staying.length > 0 ? staying : leaders;
}
