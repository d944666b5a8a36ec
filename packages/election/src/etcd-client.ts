import type { Bytes } from "./bytes.ts";

/**
 * The port: the smallest etcd that elections, locks and lnd's database need. Keys and values are bytes everywhere
 * (`toBytes` makes them of text); a revision is a number (a safe integer); a lease id is a bigint, because etcd gives
 * any int64. The shapes are those of etcd-core's requests, with bytes for its byte strings.
 *
 * For every method: it makes one attempt and never retries by itself; it rejects with an EtcdClientError, or with the
 * signal's reason when the signal aborts first. Whether a write took place is unknown after either, unless the error
 * says `notSent`.
 */
export interface EtcdClient {
  get(request: RangeRequest, signal?: AbortSignal): Promise<RangeResult>;
  txn(request: TxnRequest, signal?: AbortSignal): Promise<TxnResult>;
  deleteRange(range: KeyRange, signal?: AbortSignal): Promise<DeleteRangeResult>;
  /**
   * Changes to the keys of a range from a revision on (0: from now on). The first result confirms the watch and holds
   * no events; each further one holds the changes of one revision or of several, whole and in order. The iteration
   * throws when the stream breaks or etcd cancels the watch (`isCompacted` tells that a revision is gone), throws the
   * signal's reason on abort, and leaving it closes the stream.
   */
  watch(range: KeyRange, startRevision: number, signal: AbortSignal): AsyncIterable<WatchResult>;
  /** A lease of at least `ttlSeconds`, with an id that etcd chooses. */
  grant(ttlSeconds: number, signal?: AbortSignal): Promise<Lease>;
  /** Opens a stream of keep-alives for a lease. Nothing is sent before the first `send`. */
  keepAlive(lease: LeaseId, signal: AbortSignal): KeepAliveStream;
  /** Ends a lease and deletes its keys. */
  revoke(lease: LeaseId, signal?: AbortSignal): Promise<void>;
}

/** A lease id; 0n stands for "no lease". */
export type LeaseId = bigint;

/** One key (`rangeEnd` absent), all from `key` on (`rangeEnd` a zero byte), or those from `key` up to `rangeEnd`. */
export interface KeyRange {
  readonly key: Bytes;
  readonly rangeEnd?: Bytes;
}

export interface RangeRequest extends KeyRange {
  /** Absent or 0: no limit. */
  readonly limit?: number;
  /** Absent or 0: now. */
  readonly revision?: number;
  readonly serializable?: boolean;
  /** Absent: the order of keys, which is what etcd's clients send for "ascending by key". */
  readonly sortOrder?: "ascend" | "descend";
  readonly sortTarget?: SortTarget;
  /** Only keys created at this revision or before; absent or 0: all. */
  readonly maxCreateRevision?: number;
}

/** What keys are ordered by. */
export type SortTarget = "key" | "version" | "create" | "mod" | "value";

export interface PutRequest {
  readonly key: Bytes;
  readonly value: Bytes;
  readonly lease?: LeaseId;
}

/** What must hold of a key; a key that is not there has 0 in all three. */
export interface Compare {
  readonly key: Bytes;
  readonly target: "create" | "mod" | "version";
  readonly result: "equal" | "greater" | "less" | "notEqual";
  readonly operand: number;
}

export type RequestOp =
  | { readonly kind: "range"; readonly request: RangeRequest }
  | { readonly kind: "put"; readonly request: PutRequest }
  | { readonly kind: "deleteRange"; readonly request: KeyRange };

/** Does `success` when every compare holds, else `failure`; all of it at one revision. */
export interface TxnRequest {
  readonly compare: readonly Compare[];
  readonly success: readonly RequestOp[];
  readonly failure: readonly RequestOp[];
}

/** A record as it was after some change. */
export interface KeyValue {
  readonly key: Bytes;
  readonly value: Bytes;
  readonly createRevision: number;
  readonly modRevision: number;
  readonly version: number;
  readonly lease: LeaseId;
}

export interface RangeResult {
  /** The store's revision when the request was applied: etcd's header.revision. */
  readonly revision: number;
  readonly kvs: readonly KeyValue[];
  /** Whether `limit` left keys out. */
  readonly more: boolean;
  /** How many keys the range holds, whatever the limit. */
  readonly count: number;
}

export interface DeleteRangeResult {
  readonly revision: number;
  readonly deleted: number;
}

export interface TxnResult {
  readonly revision: number;
  /** Whether the compares held. */
  readonly succeeded: boolean;
  /** One response for each operation that was done, in its place. */
  readonly responses: readonly ResponseOp[];
}

export type ResponseOp =
  | { readonly kind: "range"; readonly response: RangeResult }
  | { readonly kind: "put"; readonly response: { readonly revision: number } }
  | { readonly kind: "deleteRange"; readonly response: DeleteRangeResult };

/** A change. A delete's `kv` holds the key and, as `modRevision`, the revision of the deletion. */
export interface WatchEvent {
  readonly type: "put" | "delete";
  readonly kv: KeyValue;
}

export interface WatchResult {
  /** The store's revision when the result was made. */
  readonly revision: number;
  /** True on the first result of a stream, which confirms the watch. */
  readonly created: boolean;
  readonly events: readonly WatchEvent[];
}

/** A lease as etcd granted it. */
export interface Lease {
  readonly id: LeaseId;
  /** What was granted: etcd raises what is below its minimum. */
  readonly ttlSeconds: number;
}

/** The answer to a keep-alive; 0 seconds: the lease is gone. */
export interface KeepAlive {
  readonly ttlSeconds: number;
}

/**
 * A stream of keep-alives: requests go out when `send` says so, answers are iterated. The two are apart because a Go
 * client sends anew, every 500 ms, while an answer is missing. The iteration throws when the stream breaks, throws the
 * signal's reason on abort, and leaving it closes the stream.
 */
export interface KeepAliveStream extends AsyncIterable<KeepAlive> {
  /** Asks for the lease to be renewed; does nothing on a stream that is over. */
  send(): void;
  /**
   * Tells each answer as it comes, in place of the iteration, with a promise that rejects as the iteration throws. A
   * stream that has this spares its reader a promise for each answer. What `onAnswer` returns is what a timer's
   * callback may: `nothingSettled`.
   */
  hear?(onAnswer: (answer: KeepAlive) => unknown): Promise<never>;
}
