import type { ByteString, LeaseId } from "./requests.ts";

/**
 * A record as it was after some change. Never altered once made: history, watchers and replies
 * share it.
 */
export interface KeyValue {
  readonly key: ByteString;
  readonly value: ByteString;
  readonly createRevision: number;
  readonly modRevision: number;
  /** How many changes since creation: 1 on creation. */
  readonly version: number;
  readonly lease: LeaseId;
}

/** The records of a range. */
export interface RangeResponse {
  /**
   * The store's revision when the request was applied (in a transaction: as its own writes left
   * it).
   */
  readonly revision: number;
  readonly kvs: readonly KeyValue[];
  /** Whether the limit held records back. */
  readonly more: boolean;
  /** How many keys the range holds, whatever limit and bounds hold back. */
  readonly count: number;
}

/** A key was written. */
export interface PutResponse {
  readonly revision: number;
  /** The record as it was before, if asked for and there was one. */
  readonly prevKv?: KeyValue;
}

/** The keys of a range were deleted. */
export interface DeleteRangeResponse {
  /** The store's revision as it is now, also when nothing was deleted. */
  readonly revision: number;
  /** How many there were. */
  readonly deleted: number;
  /** Empty unless asked for. */
  readonly prevKvs: readonly KeyValue[];
}

/** A transaction was done. */
export interface TxnResponse {
  /** 0 for a nested transaction, whose header etcd leaves empty. */
  readonly revision: number;
  /** Whether all compares held. */
  readonly succeeded: boolean;
  /** One for each operation that was done, in their order. */
  readonly responses: readonly ResponseOp[];
}

/** The answer to one operation of a transaction. */
export type ResponseOp =
  | { readonly kind: "range"; readonly response: RangeResponse }
  | { readonly kind: "put"; readonly response: PutResponse }
  | { readonly kind: "deleteRange"; readonly response: DeleteRangeResponse }
  | { readonly kind: "txn"; readonly response: TxnResponse };

/** A lease was granted. */
export interface LeaseGrantResponse {
  readonly id: LeaseId;
  /** What was granted: at least the minimum. */
  readonly ttlSeconds: number;
}

/** What is left of a lease. */
export interface LeaseTimeToLiveResponse {
  readonly id: LeaseId;
  /** Whole seconds left; -1 for a lease that is not there. */
  readonly ttlSeconds: number;
  /** What was granted; 0 for a lease that is not there. */
  readonly grantedTtlSeconds: number;
  /** Empty unless asked for. */
  readonly keys: readonly ByteString[];
}

/**
 * A change, as a watcher is told of it. A delete's `kv` holds the key and the revision of the
 * deletion only.
 */
export interface WatchEvent {
  readonly type: "put" | "delete";
  readonly kv: KeyValue;
  readonly prevKv?: KeyValue;
}

/** One message on a watch stream; etcd's WatchResponse without its cluster and member ids. */
export interface WatchResponse {
  /** For the header: the store's revision when the message was made; 0 where etcd sends none. */
  readonly revision: number;
  /** -1n on messages about no watcher. */
  readonly watchId: bigint;
  readonly created?: boolean;
  readonly canceled?: boolean;
  readonly cancelReason?: string;
  readonly compactRevision?: number;
  /** More parts of the same revision follow. */
  readonly fragment?: boolean;
  readonly events: readonly WatchEvent[];
}
