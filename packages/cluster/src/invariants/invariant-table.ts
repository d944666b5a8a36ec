/**
 * What is always true of the real lnd and etcd, whatever fails around them. Each is checked while a cluster runs; a
 * breach is a `violation` on the timeline, and a fault of ours.
 */
export const invariantTable = {
  leaderKeyHasLease: "a key in the election is there only while its lease lives",
  leaseKept:
    "a lease lives for its TTL from its last answered renewal, and anew from a restart of etcd",
  ownKeyOnly:
    "the key of a node goes with its lease or by its own resignation, not by another node",
  electedInOrder: "who is elected is the first by create revision: no older key is in the election",
  firstInLineLeads: "whose key is the oldest is elected soon, unless something is wrong",
  clusterRecovers:
    "once nothing is wrong any more, and exited nodes are started again, a node serves again",
  proxyReachesLeader: "what a client sends through the proxy reaches a node that serves, or nobody",
  proxyFindsLeader: "once nothing is wrong any more, the proxy leads to a node that serves",
  acknowledgedWriteKept: "what etcd has acknowledged is there after etcd's restart",
  watchComplete: "a watcher is told every change of its keys, in order and once",
} as const;

/** The name of an invariant. */
export type InvariantName = keyof typeof invariantTable;

/** Every invariant's name, in the order of the table. */
export const invariantNames = Object.keys(invariantTable) as readonly InvariantName[];
