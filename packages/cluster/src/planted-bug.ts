import type { Etcd } from "@leaderlab/etcd-core";
import type { EtcdConnection } from "@leaderlab/lnd-sim";
import type { InvariantName } from "./invariants/invariant-table.ts";

/** Something that is wrong on purpose, so that a test can see that it is found. No user gets at it. */
export interface PlantedBug {
  /** What is wrong, as a sentence. */
  readonly name: string;
  /** Which invariant it breaks. */
  readonly breaks: InvariantName;
  /** Spoils the core of each process of etcd. */
  readonly spoilEtcd?: (core: Etcd) => Etcd;
  /** Spoils the connection of each node to etcd. */
  readonly spoilConnection?: (connection: EtcdConnection) => EtcdConnection;
}
