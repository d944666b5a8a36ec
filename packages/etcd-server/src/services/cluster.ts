import * as etcd from "@leaderlab/proto/etcd";
import { type Implementation, implement } from "@leaderlab/rpc";
import type { Store } from "../store.ts";

/** The one member of the cluster, as it presents itself. */
export interface MemberFacts {
  readonly id: bigint;
  readonly name: string;
  readonly peerUrls: readonly string[];
  /** Asked for each answer, since a port may be chosen at start. */
  clientUrls(): readonly string[];
}

/** etcd's Cluster service for a cluster of one. Changing the membership is not simulated. */
export function createClusterService(store: Store, member: MemberFacts): Implementation {
  return implement(etcd.cluster, {
    MemberList: () => ({
      header: store.bareHeader,
      members: [
        {
          ID: member.id.toString(),
          name: member.name,
          peerURLs: member.peerUrls,
          clientURLs: member.clientUrls(),
        },
      ],
    }),
  });
}
