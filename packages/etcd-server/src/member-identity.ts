import { createHash } from "node:crypto";

/** The ids of the one member and of its cluster, as unsigned 64-bit integers. */
export interface MemberIdentity {
  readonly memberId: bigint;
  readonly clusterId: bigint;
}

/**
 * The ids that etcd computes from its flags: the same flags give the same ids. A member's id is the start of the
 * SHA-1 over its peer URLs in order and the cluster's token; the cluster's id that over its members' ids.
 * Mirrors: etcd server/etcdserver/api/membership computeMemberID, genID.
 */
export function memberIdentity(peerUrls: readonly string[], clusterToken: string): MemberIdentity {
  const memberId = firstEightBytes([...peerUrls].sort().join("") + clusterToken);
  const memberBytes = Buffer.alloc(8);
  memberBytes.writeBigUInt64BE(memberId);
  return { memberId, clusterId: firstEightBytes(memberBytes) };
}

/**
 * The id of a member that is added while the cluster runs: no name of a cluster goes into it, but the second in which
 * it was asked for. The URLs are in order. Mirrors: computeMemberID.
 */
export function addedMemberId(peerUrls: readonly string[], unixSeconds: number): bigint {
  return firstEightBytes(`${peerUrls.join("")}${unixSeconds}`);
}

function firstEightBytes(hashed: string | Buffer): bigint {
  return createHash("sha1").update(hashed).digest().readBigUInt64BE(0);
}
