import { type Bytes, joinBytes, prefixEnd, toBytes } from "./bytes.ts";
import type { Compare, KeyRange, LeaseId, RangeRequest } from "./etcd-client.ts";

/**
 * Every contender of an election or a lock holds one key under a prefix, bound to its lease. The oldest key, by create
 * revision, leads; the others queue behind it:
 *
 *     cluster-leader/228fa2081821f403   created at  2   leads
 *     cluster-leader/228fa2081821f419   created at  7   waits for the key created at 2
 *     cluster-leader/228fa2081821f5cb   created at 30   waits for the key created at 7
 */

/** The prefix of a name's keys: the name as given, and a slash, always (`/leader/` gives `/leader//`). */
export function contenderPrefix(name: string | Bytes): Bytes {
  return joinBytes(toBytes(name), toBytes("/"));
}

/** A contender's key: the prefix and the lease id as Go's %x writes it, in lower-case hex without padding. */
export function contenderKey(prefix: Bytes, lease: LeaseId): Bytes {
  return joinBytes(prefix, toBytes(lease.toString(16)));
}

/** All contenders' keys. */
export function contenders(prefix: Bytes): KeyRange {
  return { key: prefix, rangeEnd: prefixEnd(prefix) };
}

/** Asks for the contender that leads. Mirrors: etcd clientv3 WithFirstCreate. */
export function oldestContender(prefix: Bytes): RangeRequest {
  return { ...contenders(prefix), limit: 1, sortOrder: "ascend", sortTarget: "create" };
}

/** Asks for the youngest contender that is no younger than a revision. Mirrors: etcd clientv3 WithLastCreate. */
export function youngestContender(prefix: Bytes, maxCreateRevision: number): RangeRequest {
  const order = { limit: 1, sortOrder: "descend", sortTarget: "create" } as const;
  return { ...contenders(prefix), ...order, maxCreateRevision };
}

/** Holds when the key is the one created at this revision; 0: when there is no such key. */
export function createdAt(key: Bytes, revision: number): Compare {
  return { key, target: "create", result: "equal", operand: revision };
}
