import type { Clock } from "@leaderlab/clock";
import type { Cluster } from "@leaderlab/cluster";

/** Starts nodes again whose process has ended, as a supervisor does. */
export interface Supervisor {
  /** Ends that, and waits for starts under way. */
  stop(): Promise<void>;
}

/** Restarts every node so long after its process ended, whether it crashed, was stopped or stopped by itself. */
export function supervise(cluster: Cluster, clock: Clock, restartMs: number): Supervisor {
  const stopping = new AbortController();
  const starts = new Set<Promise<void>>();
  const restart = async (name: string) => {
    await clock.sleep(restartMs, stopping.signal);
    const node = cluster.node(name);
    if (node.status !== "running" && node.status !== "stopping") await node.start();
  };
  const end = cluster.timeline.onEvent((event) => {
    if (event.kind !== "exited" && event.kind !== "killed") return;
    // A start that fails shows in the scenario: the node is not there.
    const start = restart(event.node).catch(() => {});
    starts.add(start);
    void start.then(() => starts.delete(start));
  });
  return {
    async stop() {
      end();
      stopping.abort(new Error("the supervisor stops"));
      await Promise.all(starts);
    },
  };
}
