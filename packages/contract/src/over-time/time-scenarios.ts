import type { ProbedCluster } from "./probed-cluster.ts";

/** Something that happens to a cluster whose nodes are probed. */
export interface TimeScenario {
  /** As reports and `--scenario` name it. */
  readonly name: string;
  /** What happens, in words. */
  readonly about: string;
  /** Whether another node is to lead at the end. */
  readonly hasFailover: boolean;
  /** Lets it happen, beginning with a cluster at rest; moves time to the end of what is looked at. */
  run(cluster: ProbedCluster): Promise<void>;
}

const second = 1000;
const minute = 60 * second;

/** Every scenario, with lnd's own timings: a session of 90 s, a check of the leader each minute. */
export const timeScenarios: readonly TimeScenario[] = [
  {
    name: "graceful stop",
    about: "The leader gets SIGTERM and resigns.",
    hasFailover: true,
    async run(cluster) {
      void cluster.leader.stop().catch(() => {});
      await cluster.advance(5 * minute);
    },
  },
  {
    name: "kill",
    about: "The leader gets SIGKILL: its session has to run out.",
    hasFailover: true,
    async run(cluster) {
      await cluster.leader.kill();
      await cluster.advance(5 * minute);
    },
  },
  {
    name: "partition",
    about:
      "The leader is cut off from etcd for five minutes, and serves on until its check notices.",
    hasFailover: true,
    async run(cluster) {
      const link = `${cluster.leader.name}:etcd` as const;
      const fault = await cluster.cluster.inject({ kind: "blackhole", link });
      await cluster.advance(5 * minute);
      await fault.undo();
      await cluster.advance(3 * minute);
    },
  },
  {
    name: "SIGSTOP",
    about:
      "The leader stands still for two and a half minutes, and goes on as one until its overdue check tells it.",
    hasFailover: true,
    async run(cluster) {
      const { leader } = cluster;
      await leader.pause();
      await cluster.advance(150 * second);
      if (leader.isPaused) await leader.resume();
      await cluster.advance(4 * minute);
    },
  },
  {
    name: "etcd outage",
    about: "etcd is away for two minutes, which is longer than a session lasts.",
    hasFailover: false,
    async run(cluster) {
      await cluster.cluster.etcd.stop();
      await cluster.advance(2 * minute);
      await cluster.cluster.etcd.start();
      await cluster.advance(10 * minute);
    },
  },
  {
    name: "rolling update",
    about: "Every node is stopped and started, one a minute, the leader last.",
    hasFailover: true,
    async run(cluster) {
      const { leader } = cluster;
      const followers = cluster.cluster.nodes.filter((node) => node !== leader);
      for (const node of [...followers, leader]) {
        if (node.status === "running") void node.stop().catch(() => {});
        await cluster.advance(minute);
      }
      await cluster.advance(5 * minute);
    },
  },
  {
    name: "long wait",
    about: "Nothing happens for 100 minutes: two nodes wait.",
    hasFailover: false,
    run: (cluster) => cluster.advance(100 * minute),
  },
];
