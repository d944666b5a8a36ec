import type { Etcd } from "@leaderlab/etcd-core";
import type { Timeline } from "../timeline.ts";
import { type Contender, ElectionWitness } from "./election-witness.ts";
import { type Breach, EtcdWitness } from "./etcd-witness.ts";

/** What invariants are watched on. */
export interface WatchInvariantsOptions {
  readonly timeline: Timeline;
  /** Namespace and prefix of the election's keys, glued together. */
  readonly prefix: string;
  readonly nodes: () => readonly (Contender & { readonly isResigning: boolean })[];
}

/** A cluster that breaks something breaks it again and again: no more than this many violations are told. */
const maxViolations = 100;

/**
 * Watches the invariants of one cluster, and tells of each breach as a `violation` on its timeline. The returned
 * function puts the watch before the core of each process of the cluster's etcd.
 */
export function watchInvariants(options: WatchInvariantsOptions): (core: Etcd) => Etcd {
  const { timeline, prefix, nodes } = options;
  let told = 0;
  const report = ({ invariant, message }: Breach) => {
    told += 1;
    if (told <= maxViolations) timeline.append({ kind: "violation", invariant, message });
  };
  const etcd = new EtcdWitness({
    prefix,
    report,
    isHeldFirmly: (lease) =>
      nodes().some(
        (node) => node.status === "running" && node.leaseId === lease && !node.isResigning,
      ),
    onTurn: (nowMs) => elections.look(nowMs),
  });
  const elections = new ElectionWitness({ timeline, nodes, oldest: () => etcd.oldest, report });
  return (core) => etcd.dress(core);
}
