import type { Timer } from "@leaderlab/clock";
import { NodeStateError } from "../cluster-node.ts";
import type { ActiveFault } from "../faults/active-fault.ts";
import { FaultError } from "../faults/fault-kind.ts";
import type { FaultSpec } from "../faults/fault-table.ts";
import type { Cluster } from "../running-cluster.ts";
import { leaderName, type Span } from "./span.ts";

/** How soon a supervisor starts a node that has exited by itself. */
const superviseAfterMs = 5000;

/**
 * Sets every span of a schedule going on a cluster's clock, beginning now. What cannot be done when its time has come,
 * such as to kill a node that is down already, is left out.
 */
export function playSchedule(cluster: Cluster, schedule: readonly Span[]): void {
  for (const span of schedule) {
    cluster.clock.setTimer(span.atMs, () => void play(cluster, span).catch(ignoreRefusal));
  }
}

/** Starts each node again that has ended by itself, as a supervisor does. The returned function ends that. */
export function supervise(cluster: Cluster): () => void {
  const timers = new Map<string, Timer>();
  const stop = cluster.timeline.onEvent((event) => {
    if (event.kind !== "exited") return;
    const node = cluster.node(event.node);
    if (node.status !== "exited") return;
    const restart = () => {
      if (node.status === "exited") void node.start().catch(ignoreRefusal);
    };
    timers.get(node.name)?.cancel();
    timers.set(node.name, cluster.clock.setTimer(superviseAfterMs, restart));
  });
  return () => {
    stop();
    for (const timer of timers.values()) timer.cancel();
  };
}

async function play(cluster: Cluster, span: Span): Promise<void> {
  const { clock } = cluster;
  if ("fault" in span) {
    const spec = meant(span.fault, cluster);
    if (spec === undefined) return;
    const fault: ActiveFault = await cluster.inject(spec);
    await clock.sleep(span.lastsMs);
    await fault.undo();
    if (spec.kind === "dropWatchEvents") await breakStreams(cluster, spec.link);
    return;
  }
  const name = "kill" in span ? span.kill : span.stop;
  const node = name === leaderName ? leaderOf(cluster) : cluster.node(name);
  if (node === undefined) return;
  if ("kill" in span) await node.kill();
  else void node.stop().catch(ignoreRefusal);
  await clock.sleep(span.lastsMs);
  if (node.status !== "running" && node.status !== "stopping") await node.start();
}

/**
 * An event that is lost in a living stream is lost for good, which no etcd and no network does: after such a time the
 * streams end, and who watches asks for what it has missed.
 */
async function breakStreams(cluster: Cluster, link: string): Promise<void> {
  const fault = await cluster.inject({ kind: "reset", link });
  await fault.undo();
}

function leaderOf({ nodes }: Cluster) {
  return nodes.find((node) => node.state === "SERVER_ACTIVE" && node.status === "running");
}

/** The fault with the leader's name filled in; undefined when there is no leader. */
function meant(fault: FaultSpec, cluster: Cluster): FaultSpec | undefined {
  const text = JSON.stringify(fault);
  if (!text.includes(leaderName)) return fault;
  const leader = leaderOf(cluster);
  if (leader === undefined) return undefined;
  return JSON.parse(text.replaceAll(leaderName, leader.name)) as FaultSpec;
}

/** A refusal is the moment's; anything else is a fault of this program. */
function ignoreRefusal(error: unknown): void {
  if (error instanceof NodeStateError || error instanceof FaultError) return;
  throw error;
}
