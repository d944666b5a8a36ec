import { EtcdError } from "../errors.ts";
import type { WriteTxn } from "../mvcc/write-txn.ts";
import { type LeaseId, noLease, type PutRequest } from "../requests.ts";
import type { KeyValue, PutResponse } from "../responses.ts";

/** Whoever knows which leases there are. */
export interface LeaseLookup {
  has(lease: LeaseId): boolean;
}

/**
 * Refuses a request that is wrong in itself. Throws `emptyKey`, `valueProvided` and
 * `leaseProvided`.
 */
export function checkPut(request: PutRequest): void {
  if (request.key === "") throw new EtcdError("emptyKey");
  if (request.ignoreValue && request.value !== "") throw new EtcdError("valueProvided");
  if (request.ignoreLease && leaseOf(request) !== noLease) throw new EtcdError("leaseProvided");
}

/** Refuses a put on a lease that is not there. Throws `leaseNotFound`. */
export function requireLease(leases: LeaseLookup, request: PutRequest): void {
  const lease = leaseOf(request);
  if (lease !== noLease && !leases.has(lease)) throw new EtcdError("leaseNotFound");
}

/** Refuses a put that keeps the value or lease of a key that is not there. Throws `keyNotFound`. */
export function requirePrevious(previous: KeyValue | undefined, request: PutRequest): void {
  const needsPrevious = request.ignoreValue || request.ignoreLease;
  if (needsPrevious && previous === undefined) throw new EtcdError("keyNotFound");
}

/** Whether a put looks at what was there before. */
export function looksBack(request: PutRequest): boolean {
  return Boolean(request.prevKv || request.ignoreValue || request.ignoreLease);
}

/** Writes a key; lease and previous record were checked before. */
export function applyPut(txn: WriteTxn, request: PutRequest): PutResponse {
  const previous = txn.get(request.key);
  const value = request.ignoreValue && previous ? previous.value : request.value;
  const lease = request.ignoreLease && previous ? previous.lease : leaseOf(request);
  txn.put(request.key, value, lease);
  txn.tally.countPut(request.key.length + value.length);
  const { revision } = txn;
  return request.prevKv && previous ? { revision, prevKv: previous } : { revision };
}

function leaseOf(request: PutRequest): LeaseId {
  return request.lease ?? noLease;
}
