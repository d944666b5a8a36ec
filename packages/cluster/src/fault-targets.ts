import type { ClusterNode } from "./cluster-node.ts";
import type { EtcdProcess } from "./etcd-process.ts";
import type { Fabric, OwnEtcd } from "./fabric.ts";
import { FaultError, type FaultTargets } from "./faults/fault-kind.ts";

/** What the faults of one cluster can strike. */
export interface FaultTargetsParts {
  readonly fabric: Fabric;
  /** Throws for a name that no node has. */
  node(name: string): ClusterNode;
  readonly process: EtcdProcess;
  /** Undefined when etcd is somebody else's. */
  readonly etcd: OwnEtcd | undefined;
}

/** The targets of a cluster's faults, on its fabric. */
export function createFaultTargets(parts: FaultTargetsParts): FaultTargets {
  const { fabric, etcd, process } = parts;
  return {
    fabric: fabric.kind,
    poison: (poisoning) => fabric.poison(poisoning),
    async pauseNode(name) {
      const node = parts.node(name);
      await node.pause();
      return () => (node.isPaused ? node.resume() : undefined);
    },
    driftClock(name, partsPerMillion) {
      const node = parts.node(name);
      const before = node.driftPartsPerMillion;
      node.drift(partsPerMillion);
      return () => node.drift(before);
    },
    async stopEtcd() {
      await process.stop();
      return () => process.start();
    },
    strikeRpc(fault) {
      if (etcd === undefined) throw new FaultError("the etcd of this cluster is somebody else's");
      return etcd.strike(fault);
    },
  };
}
